interface Division {
  readonly value: number;
  /** `customer * open.length + position`: amounts. */
  readonly amount: Float64Array;
}

/**
 * Divides the demand of all customers among open sites at least cost (transportation problem).
 *
 * @remarks
 * Everyone first goes to the cheapest site; what is too much then moves along cheapest chains of sites to where there is room
 * (successive shortest paths, so that the result is an optimum). Cost about customers × open a chain.
 * @param costOf cost of serving the whole customer, Infinity = not allowed
 * @returns null where the sites cannot hold or reach everyone
 */
export function divideDemand(
  demand: Float64Array,
  open: readonly number[],
  capacity: Float64Array,
  costOf: (customer: number, site: number) => number,
): Division | null {
  const n = demand.length;
  const k = open.length;
  const unit = new Float64Array(n * k);
  const amount = new Float64Array(n * k);
  const excess = Float64Array.from(open, (s) => -(capacity[s] as number));
  let value = 0;
  for (let c = 0; c < n; c++) {
    let best = -1;
    let bestCost = Number.POSITIVE_INFINITY;
    const size = demand[c] as number;
    for (let j = 0; j < k; j++) {
      const cost = costOf(c, open[j] as number);
      unit[c * k + j] = size > 0 ? cost / size : cost;
      if (cost < bestCost) [best, bestCost] = [j, cost];
    }
    if (best === -1) return null;
    if (size === 0) value += bestCost;
    amount[c * k + best] = size;
    excess[best] = (excess[best] as number) + size;
  }
  const links = new Links(n, k, unit, amount);
  const tolerance = 1e-9 * demand.reduce((sum, d) => sum + d, 1);
  for (;;) {
    const path = links.cheapestChain(excess, tolerance);
    if (path === 'settled') break;
    if (path === null) return null;
    links.shift(path, excess, tolerance);
  }
  for (let i = 0; i < amount.length; i++) {
    if ((amount[i] as number) > 0) value += (amount[i] as number) * (unit[i] as number);
  }
  return { value, amount };
}

/** For each pair of sites the customer whose move between them costs least for each unit of demand. */
class Links {
  private readonly customers: number;
  private readonly sites: number;
  private readonly unit: Float64Array;
  private readonly amount: Float64Array;
  private readonly price: Float64Array;
  private readonly mover: Int32Array;
  private readonly distance: Float64Array;
  private readonly before: Int32Array;

  constructor(customers: number, sites: number, unit: Float64Array, amount: Float64Array) {
    this.customers = customers;
    this.sites = sites;
    this.unit = unit;
    this.amount = amount;
    this.price = new Float64Array(sites * sites);
    this.mover = new Int32Array(sites * sites);
    this.distance = new Float64Array(sites);
    this.before = new Int32Array(sites);
    for (let from = 0; from < sites; from++) this.refresh(from);
  }

  /** Sites from one with too much to one with room. */
  cheapestChain(excess: Float64Array, tolerance: number): number[] | 'settled' | null {
    const { sites, distance, before, price } = this;
    let crowded = false;
    for (let s = 0; s < sites; s++) {
      const over = (excess[s] as number) > tolerance;
      crowded ||= over;
      distance[s] = over ? 0 : Number.POSITIVE_INFINITY;
      before[s] = -1;
    }
    if (!crowded) return 'settled';
    for (let round = 0, changed = true; changed && round <= sites; round++) {
      changed = false;
      for (let a = 0; a < sites; a++) {
        const start = distance[a] as number;
        if (start === Number.POSITIVE_INFINITY) continue;
        for (let b = 0; b < sites; b++) {
          const way = start + (price[a * sites + b] as number);
          if (way >= (distance[b] as number) - 1e-12 * Math.abs(way)) continue;
          distance[b] = way;
          before[b] = a;
          changed = true;
        }
      }
    }
    let end = -1;
    for (let s = 0; s < sites; s++) {
      if ((excess[s] as number) >= -tolerance || distance[s] === Number.POSITIVE_INFINITY) continue;
      if (end === -1 || (distance[s] as number) < (distance[end] as number)) end = s;
    }
    if (end === -1) return null;
    const path = [end];
    for (let s = before[end] as number; s !== -1 && path.length <= sites; s = before[s] as number) path.unshift(s);
    return path;
  }

  /** Moves as much along the chain as its customers, its beginning and its end allow. */
  shift(path: readonly number[], excess: Float64Array, tolerance: number): void {
    const { sites, amount, mover } = this;
    const first = path[0] as number;
    const last = path[path.length - 1] as number;
    let most = Math.min(excess[first] as number, -(excess[last] as number));
    for (let k = 0; k + 1 < path.length; k++) {
      const c = mover[(path[k] as number) * sites + (path[k + 1] as number)] as number;
      most = Math.min(most, amount[c * sites + (path[k] as number)] as number);
    }
    for (let k = 0; k + 1 < path.length; k++) {
      const [a, b] = [path[k] as number, path[k + 1] as number];
      const c = mover[a * sites + b] as number;
      const left = (amount[c * sites + a] as number) - most;
      amount[c * sites + b] = (amount[c * sites + b] as number) + most + (left < tolerance * 1e-3 ? left : 0);
      amount[c * sites + a] = left < tolerance * 1e-3 ? 0 : left;
    }
    excess[first] = (excess[first] as number) - most;
    excess[last] = (excess[last] as number) + most;
    for (const s of path) this.refresh(s);
  }

  private refresh(from: number): void {
    const { customers, sites, unit, amount, price, mover } = this;
    price.fill(Number.POSITIVE_INFINITY, from * sites, from * sites + sites);
    for (let c = 0; c < customers; c++) {
      const base = c * sites;
      if ((amount[base + from] as number) <= 0) continue;
      const own = unit[base + from] as number;
      for (let to = 0; to < sites; to++) {
        const extra = (unit[base + to] as number) - own;
        if (to !== from && extra < (price[from * sites + to] as number)) {
          price[from * sites + to] = extra;
          mover[from * sites + to] = c;
        }
      }
    }
  }
}
