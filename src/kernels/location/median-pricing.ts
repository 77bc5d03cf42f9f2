import type { SitingProblem } from './problem.ts';
import type { Pricing, SiteNode } from './site-node.ts';
import { type SortedRows, sortRows } from './sorted-rows.ts';

/** Prices of a site without capacity: it serves every customer who pays more than the way costs. */
export class MedianPricing implements Pricing {
  readonly customers: number;
  readonly sites: number;
  private readonly rows: SortedRows;
  private readonly bySite: Float64Array;
  private readonly opening: Float64Array | null;
  private prices: Float64Array = new Float64Array(0);

  constructor(
    problem: Pick<SitingProblem, 'customers' | 'sites' | 'cost'>,
    bySite: Float64Array,
    opening: Float64Array | null = null,
  ) {
    this.opening = opening;
    this.customers = problem.customers;
    this.sites = problem.sites;
    this.rows = sortRows(problem.customers, problem.sites, problem.cost);
    this.bySite = bySite;
  }

  evaluate(prices: Float64Array, _node: SiteNode, values: Float64Array): number {
    this.prices = prices;
    if (this.opening === null) values.fill(0);
    else values.set(this.opening);
    const { site, cost, length } = this.rows;
    let work = this.customers;
    for (let c = 0; c < this.customers; c++) {
      const price = prices[c] as number;
      const start = c * this.sites;
      const end = start + (length[c] as number);
      for (let k = start; k < end; k++) {
        const saving = (cost[k] as number) - price;
        if (saving >= 0) break;
        const s = site[k] as number;
        values[s] = (values[s] as number) + saving;
        work++;
      }
    }
    return work;
  }

  serve(site: number, part: number, served: Float64Array): void {
    const base = site * this.customers;
    for (let c = 0; c < this.customers; c++) {
      if ((this.bySite[base + c] as number) < (this.prices[c] as number)) served[c] = (served[c] as number) + part;
    }
  }
}
