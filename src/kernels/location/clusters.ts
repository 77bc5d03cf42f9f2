import type { CapacitatedMedianProblem } from './problem.ts';

/** Above so many customers moves alone are tried: exchanges cost the square, and small parts fit without them. */
const mostExchanged = 800;

/**
 * Open sites and the one site of each customer, improved by moving customers, exchanging two of them, and moving a site to another
 * place of its own customers.
 *
 * @remarks
 * Demand above capacity is allowed on the way and costs `penalty` a unit. With `home`, a site's own customer stays with it.
 */
export class Clusters {
  readonly site: Int32Array;
  readonly load: Float64Array;
  readonly isOpen: Uint8Array;
  open: number[] = [];
  penalty = 1;
  way = 0;
  work = 0;
  private readonly problem: CapacitatedMedianProblem;
  private readonly bySite: Float64Array;
  /** Sites changed since the last look, and those of the present look: only what concerns them can have become worth while. */
  private dirty: Uint8Array;
  private active: Uint8Array;
  /** The customer's own site where that is open, otherwise -1. */
  private readonly locked: Int32Array;

  constructor(problem: CapacitatedMedianProblem, bySite: Float64Array) {
    this.problem = problem;
    this.bySite = bySite;
    this.site = new Int32Array(problem.customers);
    this.load = new Float64Array(problem.sites);
    this.isOpen = new Uint8Array(problem.sites);
    this.dirty = new Uint8Array(problem.sites);
    this.active = new Uint8Array(problem.sites);
    this.locked = new Int32Array(problem.customers).fill(-1);
  }

  get over(): number {
    let sum = 0;
    for (const s of this.open) sum += this.overOf(s, this.load[s] as number);
    return sum;
  }

  /** Opens these sites and gives every customer one, those with most to lose first. */
  start(open: readonly number[], prices: Float64Array | null): void {
    const { customers, demand } = this.problem;
    this.setOpen(open);
    this.load.fill(0);
    const order: { readonly c: number; readonly regret: number }[] = [];
    for (let c = 0; c < customers; c++) {
      if (this.locked[c] !== -1) {
        this.place(c, this.locked[c] as number);
        continue;
      }
      let [first, second] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
      for (const s of open) {
        const cost = this.costOf(c, s);
        if (cost < first) [first, second] = [cost, first];
        else if (cost < second) second = cost;
      }
      const worth = prices === null ? second - first : (prices[c] as number) - first;
      order.push({ c, regret: (open.length > 1 ? worth : 0) + 1e-3 * (demand[c] as number) });
    }
    order.sort((a, b) => b.regret - a.regret || a.c - b.c);
    for (const { c } of order) this.place(c, this.bestFor(c));
    this.dirty.fill(1);
    this.recount();
  }

  /** Takes over a plan as it is. */
  takeOver(open: readonly number[], site: Int32Array): void {
    this.setOpen(open);
    this.load.fill(0);
    for (let c = 0; c < site.length; c++) this.place(c, site[c] as number);
    this.recount();
  }

  /** Moves and exchanges around the sites that have changed until nothing helps. */
  improve(): void {
    while (this.dirty.includes(1)) {
      [this.active, this.dirty] = [this.dirty, this.active];
      this.dirty.fill(0);
      this.moveCustomers();
      if (this.site.length <= mostExchanged) this.exchangeCustomers();
      this.moveSites();
    }
  }

  /** Replaces an open site by a closed one that takes over its customers. */
  replace(out: number, site: number): void {
    const { home, demand } = this.problem;
    for (let c = 0; c < this.site.length; c++) if (this.site[c] === out) this.site[c] = site;
    this.load[site] = this.load[out] as number;
    this.load[out] = 0;
    this.dirty[site] = 1;
    this.setOpen(this.open.map((s) => (s === out ? site : s)));
    const own = home?.[site] ?? -1;
    if (own !== -1 && this.site[own] !== site) {
      const from = this.site[own] as number;
      this.load[from] = (this.load[from] as number) - (demand[own] as number);
      this.dirty[from] = 1;
      this.place(own, site);
    }
    this.recount();
  }

  /** Moves a customer whatever that costs. */
  move(c: number, to: number): void {
    const { demand } = this.problem;
    const from = this.site[c] as number;
    if (this.locked[c] !== -1 || from === to) return;
    this.load[from] = (this.load[from] as number) - (demand[c] as number);
    this.way += this.costOf(c, to) - this.costOf(c, from);
    this.dirty[from] = 1;
    this.dirty[to] = 1;
    this.place(c, to);
  }

  costOf(c: number, s: number): number {
    return this.bySite[s * this.problem.customers + c] as number;
  }

  private setOpen(open: readonly number[]): void {
    this.open = [...open];
    this.isOpen.fill(0);
    this.locked.fill(-1);
    for (const s of open) {
      this.isOpen[s] = 1;
      const own = this.problem.home?.[s] ?? -1;
      if (own !== -1) this.locked[own] = s;
    }
  }

  private place(c: number, s: number): void {
    this.site[c] = s;
    this.load[s] = (this.load[s] as number) + (this.problem.demand[c] as number);
  }

  private recount(): void {
    this.way = 0;
    for (let c = 0; c < this.site.length; c++) this.way += this.costOf(c, this.site[c] as number);
    this.work += this.site.length;
  }

  private overOf(s: number, load: number): number {
    const capacity = this.problem.capacity[s] as number;
    return load > capacity * (1 + 1e-12) ? load - capacity : 0;
  }

  /** What a load costs beyond the capacity. */
  private fine(s: number, load: number): number {
    return this.penalty * this.overOf(s, load);
  }

  private bestFor(c: number): number {
    const size = this.problem.demand[c] as number;
    let best = this.open[0] as number;
    let bestCost = Number.POSITIVE_INFINITY;
    for (const s of this.open) {
      const load = this.load[s] as number;
      const cost = this.costOf(c, s) + 50 * (this.fine(s, load + size) - this.fine(s, load));
      if (cost < bestCost) [best, bestCost] = [s, cost];
    }
    return best;
  }

  private moveCustomers(): void {
    const { customers, demand } = this.problem;
    const { active } = this;
    for (let c = 0; c < customers; c++) {
      if (this.locked[c] !== -1) continue;
      const from = this.site[c] as number;
      const size = demand[c] as number;
      const load = this.load[from] as number;
      const leave = this.fine(from, load - size) - this.fine(from, load) - this.costOf(c, from);
      let best = -1;
      let bestChange = -1e-9;
      for (const to of this.open) {
        if (to === from || !(active[from] || active[to])) continue;
        const there = this.load[to] as number;
        const change = leave + this.costOf(c, to) + this.fine(to, there + size) - this.fine(to, there);
        if (change < bestChange) [best, bestChange] = [to, change];
      }
      if (best !== -1) this.move(c, best);
    }
    this.work += customers * this.open.length;
  }

  private exchangeCustomers(): void {
    const { customers, demand } = this.problem;
    const { active } = this;
    for (let c = 0; c < customers; c++) {
      if (this.locked[c] !== -1) continue;
      for (let d = c + 1; d < customers; d++) {
        const [a, b] = [this.site[c] as number, this.site[d] as number];
        if (a === b || this.locked[d] !== -1 || !(active[a] || active[b])) continue;
        const change = this.costOf(c, b) + this.costOf(d, a) - this.costOf(c, a) - this.costOf(d, b);
        const more = (demand[d] as number) - (demand[c] as number);
        const loadA = this.load[a] as number;
        const loadB = this.load[b] as number;
        const freed = change - this.fine(a, loadA) - this.fine(b, loadB);
        if (freed >= -1e-9) continue;
        if (freed + this.fine(a, loadA + more) + this.fine(b, loadB - more) >= -1e-9) continue;
        this.move(c, b);
        this.move(d, a);
      }
    }
    this.work += (customers * customers) / 2;
  }

  /** Moves each site to the place that is best for its customers; with `home`, to one of their own places. */
  private moveSites(): void {
    const { sites, customers, home, fixed, price } = this.problem;
    for (const from of this.open.slice()) {
      if (fixed?.[from] || !this.active[from]) continue;
      let best = -1;
      let bestChange = -1e-9;
      for (let to = 0; to < sites; to++) {
        const own = home?.[to] ?? -1;
        if (this.isOpen[to] || (own !== -1 && this.site[own] !== from)) continue;
        if ((price?.[to] ?? 0) > (price?.[from] ?? 0)) continue;
        let change = this.fine(to, this.load[from] as number) - this.fine(from, this.load[from] as number);
        for (let c = 0; c < customers; c++) {
          if (this.site[c] === from) change += this.costOf(c, to) - this.costOf(c, from);
        }
        this.work += customers;
        if (change < bestChange) [best, bestChange] = [to, change];
      }
      if (best !== -1) this.replace(from, best);
    }
  }
}
