import type { OpenSites } from './interchange.ts';
import type { SitingProblem } from './problem.ts';
import { type Counts, closed, opened, type SiteNode } from './site-node.ts';

type Limits = Pick<SitingProblem, 'sites' | 'open' | 'fixed' | 'price' | 'budget'>;

/** Fixed sites are open, sites dearer than the budget closed, the others undecided. */
export function rootStatus({ sites, fixed, price, budget }: Limits): Int8Array {
  const status = new Int8Array(sites);
  for (let s = 0; s < sites; s++) {
    if (fixed?.[s]) status[s] = opened;
    else if (price !== undefined && budget !== undefined && (price[s] as number) > budget) status[s] = closed;
  }
  return status;
}

/** The fixed sites and as many of the chosen ones, in their order, as count and budget allow. */
export function sitesWithin({ sites, open, fixed, price, budget }: Limits, chosen: readonly number[]): number[] {
  const taken = new Set<number>();
  let left = budget ?? Number.POSITIVE_INFINITY;
  for (let s = 0; s < sites; s++) {
    if (!fixed?.[s]) continue;
    taken.add(s);
    left -= price?.[s] ?? 0;
  }
  for (const s of chosen) {
    if (taken.has(s) || taken.size >= open || (price?.[s] ?? 0) > left * (1 + 1e-12)) continue;
    taken.add(s);
    left -= price?.[s] ?? 0;
  }
  return [...taken];
}

/** How many sites may be open within a branch; null when it has too many already, too few left, or spends too much. */
export function openCounts(node: SiteNode, { open, price, budget }: Limits): Counts | null {
  let available = 0;
  let decided = 0;
  let spent = 0;
  for (let s = 0; s < node.status.length; s++) {
    if (node.status[s] === closed) continue;
    available++;
    if (node.status[s] !== opened) continue;
    decided++;
    spent += price?.[s] ?? 0;
  }
  if (decided > open || available === 0) return null;
  if (budget !== undefined && spent > budget * (1 + 1e-12)) return null;
  return { least: 1, most: open };
}

/** Prices to begin with: between the way to the nearest and to the second nearest open site. */
export function firstPrices(set: OpenSites, outside: number): Float64Array {
  return Float64Array.from(set.nearestCosts, (nearest, c) => {
    const second = set.secondCosts[c] as number;
    if (nearest >= outside) return 0;
    return second >= outside ? nearest : (nearest + second) / 2;
  });
}
