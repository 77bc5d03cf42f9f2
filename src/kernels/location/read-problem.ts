import type { BrokenRule, SitingProblem } from './problem.ts';

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
