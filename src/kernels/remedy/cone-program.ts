/** Rows in compressed form; row r holds entries `start[r] .. start[r + 1]`. */
export interface SparseRows {
  readonly count: number;
  readonly start: Int32Array;
  readonly column: Int32Array;
  readonly value: Float64Array;
  readonly right: Float64Array;
}

/**
 * Minimise `cost . w` with `A w = b` and `h - G w` in a product of half-lines and second-order cones.
 *
 * @remarks
 * Rows of G: first the half-lines, then the cones one after another, head row first. Variables lie in contiguous blocks; a row with
 * `block >= 0` touches that block alone, which is what makes a step cheap. Heads of cones and wide rows have `block = -1`.
 */
export interface ConeProgram {
  readonly cost: Float64Array;
  readonly blockStart: Int32Array;
  readonly rows: SparseRows;
  readonly rowBlock: Int32Array;
  readonly halfLines: number;
  /** First row of each cone, and the end of the last. */
  readonly coneStart: Int32Array;
  readonly equalities: SparseRows;
}

/** `out = M w`. */
export function multiply(m: SparseRows, w: Float64Array, out: Float64Array): Float64Array {
  for (let r = 0; r < m.count; r++) {
    let sum = 0;
    for (let e = m.start[r] as number; e < (m.start[r + 1] as number); e++) {
      sum += (m.value[e] as number) * (w[m.column[e] as number] as number);
    }
    out[r] = sum;
  }
  return out;
}

/** `out += factor * M' z`. */
export function addTransposed(m: SparseRows, z: Float64Array, factor: number, out: Float64Array): Float64Array {
  for (let r = 0; r < m.count; r++) {
    const f = factor * (z[r] as number);
    if (f === 0) continue;
    for (let e = m.start[r] as number; e < (m.start[r + 1] as number); e++) {
      const c = m.column[e] as number;
      out[c] = (out[c] as number) + f * (m.value[e] as number);
    }
  }
  return out;
}

export type Entry = readonly [column: number, value: number];

/** Collects rows; the order of adding is the order of rows. */
export class RowCollector {
  readonly #start: number[] = [0];
  readonly #column: number[] = [];
  readonly #value: number[] = [];
  readonly #right: number[] = [];
  readonly #block: number[] = [];

  get count(): number {
    return this.#right.length;
  }

  add(block: number, entries: readonly Entry[], right: number): number {
    for (const [column, value] of entries) {
      if (value === 0) continue;
      this.#column.push(column);
      this.#value.push(value);
    }
    this.#start.push(this.#column.length);
    this.#right.push(right);
    this.#block.push(block);
    return this.#right.length - 1;
  }

  blocks(): Int32Array {
    return Int32Array.from(this.#block);
  }

  finish(): SparseRows {
    return {
      count: this.#right.length,
      start: Int32Array.from(this.#start),
      column: Int32Array.from(this.#column),
      value: Float64Array.from(this.#value),
      right: Float64Array.from(this.#right),
    };
  }
}
