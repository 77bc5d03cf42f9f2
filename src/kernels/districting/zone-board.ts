import type { DistrictingProblem } from './problem.ts';

/** Zones of all units, kept connected, with loads and cost up to date after every change. */
export class ZoneBoard {
  readonly zone: Int32Array;
  readonly load: Float64Array;
  value = 0;
  /** Children above seats and below the least, over all zones. */
  miss = 0;
  readonly problem: DistrictingProblem;
  private readonly cost: Float64Array;
  private readonly stamp: Int32Array;
  private readonly queue: Int32Array;
  private round = 0;

  constructor(problem: DistrictingProblem, cost: Float64Array, zone: Int32Array) {
    this.problem = problem;
    this.cost = cost;
    this.zone = zone.slice();
    this.load = new Float64Array(problem.zones);
    this.stamp = new Int32Array(problem.units);
    this.queue = new Int32Array(problem.units);
    this.recount();
  }

  costOf(unit: number, zone: number): number {
    return this.cost[unit * this.problem.zones + zone] as number;
  }

  missOf(zone: number, load: number): number {
    const over = load - (this.problem.seats[zone] as number);
    if (over > 1e-9) return over;
    const under = (this.problem.least?.[zone] ?? 0) - load;
    return under > 1e-9 ? under : 0;
  }

  touches(unit: number, zone: number): boolean {
    const { neighbourStart, neighbour } = this.problem;
    for (let k = neighbourStart[unit] as number; k < (neighbourStart[unit + 1] as number); k++) {
      if (this.zone[neighbour[k] as number] === zone) return true;
    }
    return false;
  }

  /** Whether a unit's zone stays connected without it. */
  mayLeave(unit: number): boolean {
    const { neighbourStart, neighbour } = this.problem;
    const own = this.zone[unit] as number;
    const stamp = ++this.round;
    const wanted = -stamp;
    let missing = 0;
    let first = -1;
    for (let k = neighbourStart[unit] as number; k < (neighbourStart[unit + 1] as number); k++) {
      const v = neighbour[k] as number;
      if (this.zone[v] !== own || v === unit) continue;
      if (first === -1) first = v;
      else if (this.stamp[v] !== wanted && v !== first) {
        this.stamp[v] = wanted;
        missing++;
      }
    }
    if (missing === 0) return true;
    this.stamp[unit] = stamp;
    this.stamp[first] = stamp;
    this.queue[0] = first;
    let end = 1;
    for (let at = 0; at < end; at++) {
      const u = this.queue[at] as number;
      for (let k = neighbourStart[u] as number; k < (neighbourStart[u + 1] as number); k++) {
        const v = neighbour[k] as number;
        if (this.zone[v] !== own || this.stamp[v] === stamp) continue;
        if (this.stamp[v] === wanted && --missing === 0) return true;
        this.stamp[v] = stamp;
        this.queue[end++] = v;
      }
    }
    return false;
  }

  move(unit: number, to: number): void {
    const from = this.zone[unit] as number;
    const weight = this.problem.children[unit] as number;
    this.value += this.costOf(unit, to) - this.costOf(unit, from);
    this.change(from, -weight);
    this.change(to, weight);
    this.zone[unit] = to;
  }

  recount(): void {
    this.value = 0;
    this.miss = 0;
    this.load.fill(0);
    for (let u = 0; u < this.zone.length; u++) {
      const z = this.zone[u] as number;
      this.value += this.costOf(u, z);
      this.load[z] = (this.load[z] as number) + (this.problem.children[u] as number);
    }
    for (let z = 0; z < this.load.length; z++) this.miss += this.missOf(z, this.load[z] as number);
  }

  private change(zone: number, weight: number): void {
    const before = this.load[zone] as number;
    this.load[zone] = before + weight;
    this.miss += this.missOf(zone, before + weight) - this.missOf(zone, before);
  }
}
