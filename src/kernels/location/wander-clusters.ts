import type { Board } from './board.ts';
import type { Clusters } from './clusters.ts';
import type { CapacitatedMedianProblem } from './problem.ts';

/**
 * Leaves the last plan by at most one moved site and two moved customers, improves again, and raises or lowers the penalty of full
 * sites so that about half of the plans keep their capacities.
 */
export function wanderClusters<
  Plan extends { readonly value: number; readonly open: readonly number[]; readonly site: Int32Array },
>(
  problem: CapacitatedMedianProblem,
  board: Board<Plan>,
  clusters: Clusters,
  random: () => number,
  keep: () => boolean,
  patience: number,
): void {
  const { sites, customers, fixed, price, cost } = problem;
  const unit = clusters.penalty;
  const pick = (count: number) => Math.floor(random() * count);
  for (let quiet = 0, step = 0; quiet < patience; step++) {
    if (step % 16 === 0 && !board.proceed('search')) return;
    if (board.best !== null && random() < 0.1) clusters.takeOver(board.best.open, board.best.site);
    if (random() < 0.7) {
      const out = clusters.open[pick(clusters.open.length)] as number;
      const near = nearSite(cost, sites, customers, out, clusters, random);
      const isPaid = near !== -1 && (price?.[near] ?? 0) <= (price?.[out] ?? 0);
      if (isPaid && !fixed?.[out]) clusters.replace(out, near);
    }
    const moves = pick(3);
    for (let k = 0; k < moves; k++) {
      clusters.move(pick(customers), clusters.open[pick(clusters.open.length)] as number);
    }
    clusters.improve();
    const fits = clusters.over === 0;
    clusters.penalty = Math.min(1e3 * unit, Math.max(1e-3 * unit, clusters.penalty * (fits ? 0.9 : 1.1)));
    quiet = keep() ? 0 : quiet + 1;
  }
}

/** A closed site, sooner one that is cheap for some customer of the site that leaves. */
function nearSite(
  cost: Float64Array,
  sites: number,
  customers: number,
  out: number,
  clusters: Clusters,
  random: () => number,
): number {
  let best = -1;
  let bestCost = Number.POSITIVE_INFINITY;
  const customer = Math.floor(random() * customers);
  for (let tries = 0; tries < 4; tries++) {
    const s = Math.floor(random() * sites);
    if (clusters.isOpen[s] || s === out) continue;
    const own = cost[customer * sites + s] as number;
    if (best === -1 || own < bestCost) [best, bestCost] = [s, own];
  }
  return best;
}
