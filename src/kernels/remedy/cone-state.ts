import type { Cone, Model } from './model.ts';
import { isWithinLimit } from './within-limit.ts';

/** Sums of the cones of one component while net additions change one at a time. */
export class ConeState {
  readonly #model: Model;
  readonly #cones: readonly Cone[];
  readonly #slot: Map<number, number>;
  readonly #total: Float64Array;
  readonly #squares: Float64Array;
  readonly #weight: Float64Array;
  readonly #factor: Float64Array;
  readonly net: Float64Array;

  constructor(model: Model, component: number, net: Float64Array) {
    this.#model = model;
    this.#cones = (model.components[component]?.cones ?? []).map((k) => model.cones[k] as Cone);
    this.#slot = new Map(this.#cones.map((cone, i) => [cone.index, i]));
    this.#total = new Float64Array(this.#cones.length);
    this.#squares = new Float64Array(this.#cones.length);
    this.#weight = new Float64Array(this.#cones.length);
    this.#factor = Float64Array.from(this.#cones, (cone) => 1 + cone.limit * cone.limit);
    this.net = net;
    this.refresh();
  }

  /** Recomputes the sums, so that errors of many small changes do not pile up. */
  refresh(): void {
    this.#cones.forEach((cone, i) => {
      let [total, squares, weight] = [0, 0, 0];
      for (const cell of cone.cells) {
        const x = cell.current + cell.share * (this.net[cell.variable] as number);
        total += x;
        squares += (x * x) / cell.pupils;
        weight += cell.pupils;
      }
      this.#total[i] = total;
      this.#squares[i] = squares;
      this.#weight[i] = weight;
    });
  }

  /** Sum over the cones of the relative excess over the limit, if variable `index` changes by `by` (and `other` by `otherBy`). */
  excess(index = -1, by = 0, other = -1, otherBy = 0): number {
    let sum = 0;
    for (let i = 0; i < this.#cones.length; i++) {
      let total = this.#total[i] as number;
      let squares = this.#squares[i] as number;
      const shift = (variable: number, step: number) => {
        for (const cell of this.#model.variables[variable]?.cells ?? []) {
          if (this.#slot.get(cell.cone) !== i) continue;
          const x = cell.current + cell.share * (this.net[variable] as number);
          const d = cell.share * step;
          total += d;
          squares += (d * (2 * x + d)) / cell.pupils;
        }
      };
      if (index >= 0) shift(index, by);
      if (other >= 0) shift(other, otherBy);
      const right = (this.#factor[i] as number) * total * total;
      const over = (this.#weight[i] as number) * squares - right;
      if (over > 0) sum += right > 0 ? over / right : 1;
    }
    return sum;
  }

  change(index: number, by: number): void {
    const v = this.#model.variables[index];
    for (const cell of v?.cells ?? []) {
      const i = this.#slot.get(cell.cone);
      if (i === undefined) continue;
      const x = cell.current + cell.share * (this.net[index] as number);
      const d = cell.share * by;
      this.#total[i] = (this.#total[i] as number) + d;
      this.#squares[i] = (this.#squares[i] as number) + (d * (2 * x + d)) / cell.pupils;
    }
    this.net[index] = (this.net[index] as number) + by;
  }

  /** Whether every cone holds, decided exactly. */
  holds(): boolean {
    return this.#cones.every((cone) => {
      const amounts = cone.cells.map((cell) => cell.current + cell.share * (this.net[cell.variable] as number));
      return isWithinLimit(
        amounts,
        cone.cells.map((cell) => cell.pupils),
        cone.limit,
      );
    });
  }
}
