import { Knapsack } from './knapsack.ts';
import type { SitingProblem } from './problem.ts';
import { closed, type Pricing, type SiteNode } from './site-node.ts';

interface Capacities extends Pick<SitingProblem, 'customers' | 'sites'> {
  readonly demand: Float64Array;
  readonly capacity: Float64Array;
  readonly home?: Int32Array;
  readonly opening?: Float64Array;
}

/** Prices of a site with capacity: a knapsack of the customers who pay more than their way costs, whole or in parts. */
export class CapacityPricing implements Pricing {
  readonly customers: number;
  readonly sites: number;
  private readonly problem: Capacities;
  private readonly bySite: Float64Array;
  private readonly outside: number;
  private readonly divisible: boolean;
  private readonly sack: Knapsack;
  private prices: Float64Array = new Float64Array(0);
  private banned: Uint8Array | null = null;

  constructor(problem: Capacities, bySite: Float64Array, outside: number, divisible: boolean) {
    this.customers = problem.customers;
    this.sites = problem.sites;
    this.problem = problem;
    this.bySite = bySite;
    this.outside = outside;
    this.divisible = divisible;
    this.sack = new Knapsack(problem.customers);
  }

  evaluate(prices: Float64Array, node: SiteNode, values: Float64Array): number {
    this.prices = prices;
    this.banned = node.banned;
    for (let s = 0; s < this.sites; s++) {
      values[s] = node.status[s] === closed ? Number.POSITIVE_INFINITY : this.fill(s);
    }
    return 2 * this.customers * this.sites;
  }

  serve(site: number, part: number, served: Float64Array): void {
    this.fill(site);
    const { sack, problem } = this;
    const own = problem.home?.[site] ?? -1;
    if (own !== -1) served[own] = (served[own] as number) + part;
    for (let k = 0; k < sack.count; k++) {
      const c = sack.item[k] as number;
      served[c] = (served[c] as number) + part * (sack.part[k] as number);
    }
  }

  /** Loads and fills the knapsack of a site; what the site would add to the objective. */
  private fill(site: number): number {
    const { prices, bySite, customers, sites, sack, banned, problem, outside } = this;
    const { demand } = problem;
    const base = site * customers;
    let room = problem.capacity[site] as number;
    let value = problem.opening?.[site] ?? 0;
    const own = problem.home?.[site] ?? -1;
    if (own !== -1) {
      if (banned?.[own * sites + site]) return Number.POSITIVE_INFINITY;
      room -= demand[own] as number;
      value += (bySite[base + own] as number) - (prices[own] as number);
    }
    sack.clear();
    for (let c = 0; c < customers; c++) {
      const cost = bySite[base + c] as number;
      const gain = (prices[c] as number) - cost;
      if (gain <= 0 || c === own || cost >= outside || banned?.[c * sites + site]) continue;
      if (!this.divisible && (demand[c] as number) > room) continue;
      sack.add(c, gain, demand[c] as number);
    }
    return value - (this.divisible ? sack.fillFractions(room) : sack.fillWhole(room));
  }
}
