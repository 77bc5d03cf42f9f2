import { Board } from './board.ts';
import { boundRoot, branchSites, type SitingModel } from './branch-sites.ts';
import { byCapacity, capacityCounts } from './capacity-counts.ts';
import { CapacityPricing } from './capacity-pricing.ts';
import { divideDemand } from './divide-demand.ts';
import { improveSet } from './improve-set.ts';
import type { FacilityProblem, SitingOptions, SitingResult } from './problem.ts';
import { checkAmounts, checkShape, findBroken, findShortage, transpose } from './read-problem.ts';
import { rootStatus, sitesWithin } from './root.ts';
import { opened } from './site-node.ts';
import { warmPrices } from './warm-prices.ts';

interface Layout {
  readonly value: number;
  readonly open: readonly number[];
  readonly amount: Float64Array;
}

/**
 * Opens sites and divides customers among them at least cost of opening and serving (capacitated facility location, divisible).
 *
 * @remarks
 * Lagrangian prices turn each site into a knapsack that may cut its last customer; chosen sets are divided exactly as a
 * transportation problem and improved by opening, closing and exchanging; then branch and bound. See the README.
 * @throws RangeError where lists do not fit together or numbers are no costs
 * @source J. Beasley, An algorithm for solving large capacitated warehouse location problems, 1988.
 */
export function solveFacility(problem: FacilityProblem, options: SitingOptions = {}): SitingResult {
  const { customers, sites, cost, opening, demand, capacity } = problem;
  const limited = { ...problem, open: problem.open ?? sites };
  checkShape(limited);
  checkAmounts('opening', opening, sites);
  checkAmounts('demand', demand, customers);
  checkAmounts('capacity', capacity, sites);
  const broken = findBroken(limited) ?? findShortage(limited, demand, capacity);
  if (broken) return { kind: 'infeasible', broken };
  const { bySite, outside } = transpose(limited);
  const order = byCapacity(capacity);
  const costOf = (c: number, s: number) => cost[c * sites + s] as number;
  // parts of customers make parts of costs, so that nothing is known about the grain of a value
  const board = new Board<Layout>(options, 0);
  const openingOf = (set: readonly number[]) => set.reduce((sum, s) => sum + (opening[s] as number), 0);
  const valueOf = (set: readonly number[]): number => {
    let least = openingOf(set);
    for (let c = 0; c < customers && least < board.value; c++) {
      let way = Number.POSITIVE_INFINITY;
      for (const s of set) way = Math.min(way, bySite[s * customers + c] as number);
      least += way;
    }
    board.work += customers * set.length;
    if (least >= board.value) return Number.POSITIVE_INFINITY;
    board.work += 20 * customers * set.length;
    const division = divideDemand(demand, set, capacity, costOf);
    if (division === null) return Number.POSITIVE_INFINITY;
    const value = division.value + openingOf(set);
    board.accept({ value, open: set, amount: division.amount });
    return value;
  };
  const seen = new Set<string>();
  const propose = (chosen: readonly number[]) => {
    const set = sitesWithin(limited, [...chosen, ...missing(chosen)]).sort((a, b) => a - b);
    if (seen.has(set.join())) return;
    seen.add(set.join());
    valueOf(set);
  };
  /** The sites to add so that everyone fits: cheap ones for what they hold first. */
  const missing = (chosen: readonly number[]): readonly number[] => {
    let lacking = demand.reduce((sum, d) => sum + d, 0);
    for (const s of chosen) lacking -= capacity[s] as number;
    const others = order.filter((s) => (capacity[s] as number) > 0 && !chosen.includes(s));
    others.sort(
      (a, b) => (opening[a] as number) / (capacity[a] as number) - (opening[b] as number) / (capacity[b] as number),
    );
    return others.filter((s) => {
      const needed = lacking > 0;
      if (needed) lacking -= capacity[s] as number;
      return needed;
    });
  };
  const model: SitingModel = {
    pricing: new CapacityPricing({ customers, sites, demand, capacity, opening }, bySite, outside, true),
    limits: problem,
    root: {
      status: rootStatus(limited),
      banned: null,
      prices: Float64Array.from({ length: customers }, (_, c) => leastPrice(problem, c)),
      bound: 0,
    },
    counts: (node) => capacityCounts(problem, order, node),
    propose,
    // with every site decided only the division is left, and it is solved
    split: (node) => {
      propose(order.filter((s) => node.status[s] === opened));
      return null;
    },
    target: outside + openingOf(order),
  };
  propose([]);
  board.proceed('search');
  const warm = warmPrices(limited, bySite, model.root, model.counts(model.root), board, opening, propose);
  const root = boundRoot({ ...model, root: warm }, board);
  if (root !== null && board.isOpen) improveSet(limited, board, root, valueOf);
  const complete = root === null || (board.isOpen && branchSites(model, board, root));
  const { best } = board;
  if (best === null) {
    if (complete) return { kind: 'infeasible', broken: { rule: 'together' } };
    return { kind: 'unresolved', reason: board.whyUnresolved, bound: board.bound };
  }
  return { kind: 'plan', ...spread(problem, best), ...board.report() };
}

function leastPrice({ cost, sites, opening, demand, capacity }: FacilityProblem, customer: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let s = 0; s < sites; s++) {
    if (!((capacity[s] as number) > 0)) continue;
    const share = ((opening[s] as number) * (demand[customer] as number)) / (capacity[s] as number);
    least = Math.min(least, (cost[customer * sites + s] as number) + share);
  }
  return Number.isFinite(least) ? least : 0;
}

function spread({ customers, sites, demand, cost }: FacilityProblem, { open, amount }: Layout) {
  const share = new Float64Array(customers * sites);
  const site = new Int32Array(customers);
  for (let c = 0; c < customers; c++) {
    const size = demand[c] as number;
    let largest = -1;
    for (let j = 0; j < open.length; j++) {
      const s = open[j] as number;
      // who asks for nothing goes to the cheapest site
      const isNearest =
        size === 0 && open.every((o) => (cost[c * sites + s] as number) <= (cost[c * sites + o] as number));
      const part = size > 0 ? (amount[c * open.length + j] as number) / size : isNearest ? 1 : 0;
      if (part > largest) {
        largest = part;
        site[c] = s;
      }
      if (size > 0) share[c * sites + s] = part;
    }
    if (size === 0) share[c * sites + (site[c] as number)] = 1;
  }
  return { open: Int32Array.from(open), site, share };
}
