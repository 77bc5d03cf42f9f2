import type { SitingProblem } from './problem.ts';

/**
 * Open sites with the nearest and second nearest of every customer, improved by exchanging one open site for a closed one.
 *
 * @remarks
 * Whitaker's fast interchange: one look at all customers tells for one closed site which open one it should replace, O(customers)
 * instead of O(customers · open). A pair that is not allowed costs `outside`, more than all allowed pairs together, so that a set
 * that reaches everyone always beats one that does not.
 * @source R. Whitaker 1983; M. Resende and R. Werneck, A fast swap-based local search procedure for location problems, 2007.
 */
export class OpenSites {
  readonly isOpen: Uint8Array;
  readonly nearest: Int32Array;
  readonly second: Int32Array;
  value = 0;
  work = 0;
  readonly nearestCosts: Float64Array;
  readonly secondCosts: Float64Array;
  private readonly loss: Float64Array;
  private readonly list: number[] = [];
  private spent = 0;
  private readonly problem: SitingProblem;
  private readonly bySite: Float64Array;
  private readonly outside: number;

  /** @param bySite `site * customers + customer`, `outside` where the pair is not allowed */
  constructor(problem: SitingProblem, bySite: Float64Array, outside: number) {
    this.problem = problem;
    this.bySite = bySite;
    this.outside = outside;
    const { customers, sites } = problem;
    this.isOpen = new Uint8Array(sites);
    this.nearest = new Int32Array(customers);
    this.second = new Int32Array(customers);
    this.nearestCosts = new Float64Array(customers);
    this.secondCosts = new Float64Array(customers);
    this.loss = new Float64Array(sites);
  }

  /** Open sites in the order of their opening. */
  get sites(): readonly number[] {
    return this.list;
  }

  get reachesAll(): boolean {
    return this.value < this.outside;
  }

  reset(open: Iterable<number>): void {
    this.list.length = 0;
    this.isOpen.fill(0);
    this.spent = 0;
    for (const s of open) {
      if (this.isOpen[s]) continue;
      this.isOpen[s] = 1;
      this.list.push(s);
      this.spent += this.priceOf(s);
    }
    this.value = 0;
    for (let c = 0; c < this.problem.customers; c++) {
      this.rescan(c);
      this.value += this.nearestCosts[c] as number;
    }
  }

  /** The set after all exchanges and openings that help; each candidate is tried until none of them does. */
  improve(order: readonly number[]): void {
    let quiet = 0;
    for (let k = 0; quiet < order.length; k = (k + 1) % order.length) {
      const site = order[k] as number;
      if (!this.isOpen[site] && this.tryOpen(site)) quiet = 0;
      else quiet++;
    }
  }

  /** Opens a closed site, closing another where needed, when that lowers the value. */
  tryOpen(site: number): boolean {
    const { gain, out } = this.weigh(site);
    const mayAdd = this.list.length < this.problem.open && this.mayPay(site, -1);
    const added = mayAdd ? gain : 0;
    const exchanged = out === -1 ? 0 : gain - (this.loss[out] as number);
    const best = Math.max(added, exchanged);
    if (best <= 1e-9 * Math.abs(this.value)) return false;
    this.exchange(site, added >= exchanged ? -1 : out);
    return true;
  }

  /** Exchanges two sites, whatever that costs in value, where both are what they should be and the budget allows it. */
  exchangeIfPaid(site: number, out: number): void {
    if (this.isOpen[site] || !this.isOpen[out] || !this.mayPay(site, out)) return;
    this.exchange(site, out);
  }

  /** Opens one site and closes another (-1 = none). */
  exchange(site: number, out: number): void {
    const { customers } = this.problem;
    if (out !== -1) {
      this.isOpen[out] = 0;
      this.list.splice(this.list.indexOf(out), 1);
      this.spent -= this.priceOf(out);
    }
    this.isOpen[site] = 1;
    this.list.push(site);
    this.spent += this.priceOf(site);
    this.value = 0;
    for (let c = 0; c < customers; c++) {
      if (this.nearest[c] === out || this.second[c] === out) this.rescan(c);
      else {
        const cost = this.bySite[site * customers + c] as number;
        if (cost < (this.nearestCosts[c] as number)) {
          this.second[c] = this.nearest[c] as number;
          this.secondCosts[c] = this.nearestCosts[c] as number;
          this.nearest[c] = site;
          this.nearestCosts[c] = cost;
        } else if (cost < (this.secondCosts[c] as number)) {
          this.second[c] = site;
          this.secondCosts[c] = cost;
        }
      }
      this.value += this.nearestCosts[c] as number;
    }
    this.work += customers;
  }

  /** What opening a site gains, and the open site whose closing would then lose least (in `loss`). */
  weigh(site: number): { readonly gain: number; readonly out: number } {
    const { customers, fixed } = this.problem;
    for (const s of this.list) this.loss[s] = 0;
    let gain = 0;
    const base = site * customers;
    for (let c = 0; c < customers; c++) {
      const cost = this.bySite[base + c] as number;
      const nearest = this.nearestCosts[c] as number;
      if (cost < nearest) gain += nearest - cost;
      else if (this.nearest[c] !== -1) {
        const own = this.nearest[c] as number;
        this.loss[own] = (this.loss[own] as number) + Math.min(cost, this.secondCosts[c] as number) - nearest;
      }
    }
    this.work += customers;
    let out = -1;
    for (const s of this.list) {
      if (fixed?.[s] || !this.mayPay(site, s)) continue;
      if (out === -1 || (this.loss[s] as number) < (this.loss[out] as number)) out = s;
    }
    return { gain, out };
  }

  private rescan(c: number): void {
    const { customers } = this.problem;
    let [first, second] = [-1, -1];
    let [firstCost, secondCost] = [this.outside, this.outside];
    for (const s of this.list) {
      const cost = this.bySite[s * customers + c] as number;
      if (first === -1 || cost < firstCost) {
        [second, secondCost] = [first, firstCost];
        [first, firstCost] = [s, cost];
      } else if (second === -1 || cost < secondCost) [second, secondCost] = [s, cost];
    }
    this.work += this.list.length;
    this.nearest[c] = first;
    this.second[c] = second;
    this.nearestCosts[c] = firstCost;
    this.secondCosts[c] = secondCost;
  }

  private priceOf(site: number): number {
    return this.problem.price?.[site] ?? 0;
  }

  private mayPay(site: number, out: number): boolean {
    const { budget } = this.problem;
    if (budget === undefined) return true;
    const back = out === -1 ? 0 : this.priceOf(out);
    return this.spent + this.priceOf(site) - back <= budget * (1 + 1e-12);
  }
}
