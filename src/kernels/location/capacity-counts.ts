import type { SitingProblem } from './problem.ts';
import { type Counts, closed, opened, type SiteNode } from './site-node.ts';

interface Capacities extends Pick<SitingProblem, 'sites' | 'price' | 'budget'> {
  readonly open?: number;
  readonly demand: Float64Array;
  readonly capacity: Float64Array;
}

/** Sites in the order of their capacity, largest first. */
export function byCapacity(capacity: Float64Array): readonly number[] {
  return Array.from(capacity, (_, s) => s).sort((a, b) => (capacity[b] as number) - (capacity[a] as number) || a - b);
}

/** How many sites a branch opens at least to hold everyone, and at most; null where that cannot be. */
export function capacityCounts(problem: Capacities, order: readonly number[], node: SiteNode): Counts | null {
  const { demand, capacity, price, budget, sites } = problem;
  const total = demand.reduce((sum, d) => sum + d, 0) * (1 - 1e-12);
  const most = problem.open ?? sites;
  let held = 0;
  let least = 0;
  let spent = 0;
  for (let s = 0; s < sites; s++) {
    if (node.status[s] !== opened) continue;
    held += capacity[s] as number;
    spent += price?.[s] ?? 0;
    least++;
  }
  if (least > most || (budget !== undefined && spent > budget * (1 + 1e-12))) return null;
  for (const s of order) {
    if (held >= total && least > 0) break;
    if (node.status[s] === opened || node.status[s] === closed) continue;
    held += capacity[s] as number;
    least++;
  }
  return held < total || least === 0 || least > most ? null : { least, most };
}
