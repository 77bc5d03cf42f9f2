import { Board, grainOf } from './board.ts';
import { boundRoot, branchSites, type SitingModel } from './branch-sites.ts';
import { byCapacity, capacityCounts } from './capacity-counts.ts';
import { CapacityPricing } from './capacity-pricing.ts';
import { Clusters } from './clusters.ts';
import { OpenSites } from './interchange.ts';
import { excludePairs, splitCustomer } from './pairs.ts';
import type { CapacitatedMedianProblem, SitingOptions, SitingResult } from './problem.ts';
import { randomFrom } from './random.ts';
import {
  checkAmounts,
  checkHome,
  checkShape,
  findBroken,
  findShortage,
  findTooLarge,
  transpose,
} from './read-problem.ts';
import { firstPrices, rootStatus, sitesWithin } from './root.ts';
import { opened } from './site-node.ts';
import { wanderClusters } from './wander-clusters.ts';
import { warmPrices } from './warm-prices.ts';

export interface ClusterPlan {
  readonly value: number;
  readonly open: readonly number[];
  readonly site: Int32Array;
}

/**
 * Opens at most `open` sites and gives every customer one of them, within their capacities, so that the whole way is least
 * (capacitated p-median, customers undivided).
 *
 * @remarks
 * Lagrangian prices turn each site into a knapsack of whole customers, which is a stronger bound than cutting them; plans come from
 * the priced sites and a local search with penalties; then branch and bound over sites, and over customers where all sites are
 * decided. With `home` (no two sites share one), an open site serves its own place.
 * @throws RangeError where lists do not fit together or numbers are no costs
 * @source A. Ceselli and G. Righini, A branch-and-price algorithm for the capacitated p-median problem, 2005.
 */
export function solveCapacitatedMedian(problem: CapacitatedMedianProblem, options: SitingOptions = {}): SitingResult {
  const { customers, sites, cost, demand, capacity } = problem;
  checkShape(problem);
  checkAmounts('demand', demand, customers);
  checkAmounts('capacity', capacity, sites);
  checkHome(problem);
  const broken = findBroken(problem) ?? findTooLarge(problem) ?? findShortage(problem, demand, capacity);
  if (broken) return { kind: 'infeasible', broken };
  const { bySite, outside } = transpose(problem);
  const order = byCapacity(capacity);
  const board = new Board<ClusterPlan>(options, grainOf(cost));
  const clusters = new Clusters(problem, bySite);
  clusters.penalty = meanCost(cost);
  const keep = (): boolean => {
    board.work += clusters.work;
    clusters.work = 0;
    if (clusters.over > 0 || clusters.way >= Math.min(outside, board.value)) return false;
    return board.accept({
      value: clusters.way,
      open: clusters.open.toSorted((a, b) => a - b),
      site: clusters.site.slice(),
    });
  };
  const random = randomFrom(options.seed ?? 1);
  let isBranching = false;
  const seen = new Set<string>();
  const propose = (chosen: readonly number[], prices: Float64Array) => {
    const set = sitesWithin(problem, [...chosen, ...(chosen.length < problem.open ? order : [])]);
    const key = set.toSorted((a, b) => a - b).join();
    if (seen.has(key) || set.length === 0) return;
    seen.add(key);
    for (const guide of [prices, null]) {
      clusters.start(set, guide);
      clusters.improve();
      keep();
    }
    if (isBranching) wanderClusters(problem, board, clusters, random, keep, 200);
  };
  const model: SitingModel = {
    pricing: new CapacityPricing(problem, bySite, outside, false),
    limits: problem,
    root: {
      status: rootStatus(problem),
      banned: null,
      prices: new Float64Array(customers).fill(0.7 * meanCost(cost)),
      bound: 0,
    },
    counts: (node) => capacityCounts(problem, order, node),
    propose,
    tighten: (node, ascent, enough) => excludePairs(problem, bySite, node, ascent, enough),
    split: (node, ascent) => {
      propose(
        order.filter((s) => node.status[s] === opened),
        node.prices,
      );
      return splitCustomer(problem, node, ascent, (plan) => board.accept(plan));
    },
    target: outside,
  };
  const median = new OpenSites(problem, bySite, outside);
  median.reset(sitesWithin(problem, order));
  median.improve(order);
  propose(median.sites, median.nearestCosts);
  board.proceed('search');
  const start = {
    ...model.root,
    prices: board.best === null ? model.root.prices : firstPrices(median, outside),
  };
  const warm = warmPrices(problem, bySite, start, model.counts(start), board, null, propose);
  const root = boundRoot({ ...model, root: warm }, board);
  if (root !== null && board.isOpen) {
    wanderClusters(problem, board, clusters, random, keep, 40 * (customers + sites));
  }
  isBranching = true;
  const complete = root === null || (board.isOpen && branchSites(model, board, root));
  const { best } = board;
  if (best === null) {
    if (complete) return { kind: 'infeasible', broken: { rule: 'together' } };
    return { kind: 'unresolved', reason: board.whyUnresolved, bound: board.bound };
  }
  return { kind: 'plan', open: Int32Array.from(best.open), site: best.site, ...board.report() };
}

function meanCost(cost: Float64Array): number {
  let sum = 0;
  let count = 0;
  for (const one of cost) {
    if (one === Number.POSITIVE_INFINITY) continue;
    sum += one;
    count++;
  }
  return sum > 0 ? sum / count : 1;
}
