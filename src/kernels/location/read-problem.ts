import type { BrokenRule, CapacitatedMedianProblem, SitingProblem } from './problem.ts';

/** Refuses what is no problem at all; what can merely not be solved is an answer, see `findBroken`. */
export function checkShape(problem: SitingProblem): void {
  const { customers, sites, cost, open, fixed, price, budget } = problem;
  if (!Number.isInteger(customers) || !Number.isInteger(sites) || customers < 1 || sites < 1) {
    throw new RangeError('a siting problem has at least one customer and one site');
  }
  if (cost.length !== customers * sites) throw new RangeError(`cost has ${cost.length} cells, not customers * sites`);
  if (!cost.every((x) => x >= 0)) throw new RangeError('costs are numbers of at least 0, or Infinity');
  if (!Number.isInteger(open) || open < 1) throw new RangeError('at least one site must be allowed to open');
  if (fixed !== undefined && fixed.length !== sites) throw new RangeError('fixed has one entry a site');
  if (price !== undefined && (price.length !== sites || !price.every((x) => x >= 0))) {
    throw new RangeError('price has one number of at least 0 a site');
  }
  if (budget !== undefined && price === undefined) throw new RangeError('a budget needs prices');
  if (budget !== undefined && !(budget >= 0)) throw new RangeError('the budget is a number of at least 0');
}

/** A list with one number of at least 0 for each of `count`. */
export function checkAmounts(name: string, list: Float64Array, count: number): void {
  if (list.length !== count || !list.every((x) => x >= 0 && x < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`${name} has ${count} finite numbers of at least 0`);
  }
}

/** The first rule that cannot be kept whatever else is given up. */
export function findBroken(problem: SitingProblem): BrokenRule | null {
  const { customers, sites, cost, open, fixed, price, budget } = problem;
  const lost: number[] = [];
  for (let c = 0; c < customers; c++) {
    let reached = false;
    for (let s = 0; s < sites && !reached; s++) reached = cost[c * sites + s] !== Number.POSITIVE_INFINITY;
    if (!reached) lost.push(c);
  }
  if (lost.length > 0) return { rule: 'unreachable', customers: lost };
  const standing = fixed?.reduce((sum, one) => sum + (one ? 1 : 0), 0) ?? 0;
  if (standing > open) return { rule: 'fixedSites', fixed: standing, open };
  if (price !== undefined && budget !== undefined) {
    let needed = 0;
    let cheapest = Number.POSITIVE_INFINITY;
    for (let s = 0; s < sites; s++) {
      if (fixed?.[s]) needed += price[s] as number;
      cheapest = Math.min(cheapest, price[s] as number);
    }
    if (standing === 0) needed = cheapest;
    if (needed > budget * (1 + 1e-12)) return { rule: 'budget', needed, budget };
  }
  return null;
}

/** Each home is a customer, and no two sites share one. */
export function checkHome({ home, sites, customers }: CapacitatedMedianProblem): void {
  if (home === undefined) return;
  if (home.length !== sites) throw new RangeError('home has one entry a site');
  const seen = new Set<number>();
  for (const c of home) {
    if (c < -1 || c >= customers || seen.has(c)) throw new RangeError(`home ${c} is no customer, or that of two sites`);
    if (c !== -1) seen.add(c);
  }
}

/** Customers who fit undivided into none of the sites they may go to. */
export function findTooLarge({
  customers,
  sites,
  cost,
  demand,
  capacity,
}: CapacitatedMedianProblem): BrokenRule | null {
  const lost: number[] = [];
  for (let c = 0; c < customers; c++) {
    let fits = false;
    for (let s = 0; s < sites && !fits; s++) {
      fits = cost[c * sites + s] !== Number.POSITIVE_INFINITY && (demand[c] as number) <= (capacity[s] as number);
    }
    if (!fits) lost.push(c);
  }
  return lost.length > 0 ? { rule: 'tooLarge', customers: lost } : null;
}

/** Demand that no allowed set of sites can hold. */
export function findShortage(
  { open, fixed }: Pick<SitingProblem, 'open' | 'fixed'>,
  demand: Float64Array,
  capacity: Float64Array,
): BrokenRule | null {
  const total = demand.reduce((sum, d) => sum + d, 0);
  const standing = capacity.filter((_, s) => fixed?.[s]);
  const others = capacity.filter((_, s) => !fixed?.[s]).sort((a, b) => b - a);
  const most = [...standing, ...others.slice(0, open - standing.length)].reduce((sum, c) => sum + c, 0);
  return most < total * (1 - 1e-12) ? { rule: 'capacity', demand: total, capacity: most } : null;
}

/** Cost by site, `site * customers + customer`; `outside` (more than any plan) in place of Infinity. */
export function transpose(problem: SitingProblem): { readonly bySite: Float64Array; readonly outside: number } {
  const { customers, sites, cost } = problem;
  let outside = 1;
  for (let c = 0; c < customers; c++) {
    let most = 0;
    for (let s = 0; s < sites; s++) {
      const value = cost[c * sites + s] as number;
      if (value !== Number.POSITIVE_INFINITY && value > most) most = value;
    }
    outside += most;
  }
  const bySite = new Float64Array(customers * sites);
  for (let c = 0; c < customers; c++) {
    for (let s = 0; s < sites; s++) {
      const value = cost[c * sites + s] as number;
      bySite[s * customers + c] = value === Number.POSITIVE_INFINITY ? outside : value;
    }
  }
  return { bySite, outside };
}
