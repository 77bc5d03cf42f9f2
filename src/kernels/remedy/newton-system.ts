import type { ConeProgram, SparseRows } from './cone-program.ts';
import type { ConeScaling } from './cone-scaling.ts';
import { factorDense, solveDense } from './dense-lu.ts';

/**
 * Solves `(G' W^-2 G) x + A' y = p, A x = q` for one scaling.
 *
 * @remarks
 * Rows inside a block make a block-diagonal matrix, factored block by block (Cholesky). Each cone adds two wide columns, each wide
 * row and each equality one; they are eliminated through a small dense system (Woodbury).
 */
export class NewtonSystem {
  readonly #program: ConeProgram;
  readonly #scaling: ConeScaling;
  readonly #blockOffset: Int32Array;
  readonly #blocks: Float64Array;
  readonly #wideRows: number[] = [];
  readonly #columns: Float64Array[] = [];
  readonly #solved: Float64Array[] = [];
  readonly #weight: Float64Array;
  readonly #small: Float64Array;
  readonly #pivot: Int32Array;

  constructor(program: ConeProgram, scaling: ConeScaling) {
    this.#program = program;
    this.#scaling = scaling;
    const { blockStart, cost, rows, rowBlock, halfLines, coneStart, equalities } = program;
    const blocks = blockStart.length - 1;
    this.#blockOffset = new Int32Array(blocks + 1);
    for (let b = 0; b < blocks; b++) {
      const size = (blockStart[b + 1] as number) - (blockStart[b] as number);
      this.#blockOffset[b + 1] = (this.#blockOffset[b] as number) + size * size;
    }
    this.#blocks = new Float64Array(this.#blockOffset[blocks] as number);
    for (let r = 0; r < halfLines; r++) if ((rowBlock[r] as number) < 0) this.#wideRows.push(r);
    const cones = Math.max(0, coneStart.length - 1);
    const wide = this.#wideRows.length + 2 * cones + equalities.count;
    for (let c = 0; c < wide; c++) {
      this.#columns.push(new Float64Array(cost.length));
      this.#solved.push(new Float64Array(cost.length));
    }
    this.#weight = new Float64Array(wide);
    this.#small = new Float64Array(wide * wide);
    this.#pivot = new Int32Array(wide);
    let c = 0;
    for (const r of this.#wideRows) scatter(rows, r, 1, this.#columns[c++] as Float64Array);
    for (let k = 0; k < cones; k++) scatter(rows, coneStart[k] as number, 1, this.#columns[c + 2 * k] as Float64Array);
    c += 2 * cones;
    for (let e = 0; e < equalities.count; e++) scatter(equalities, e, 1, this.#columns[c++] as Float64Array);
  }

  factor(): void {
    this.#assembleBlocks();
    this.#factorBlocks();
    this.#assembleColumns();
    const wide = this.#weight.length;
    for (let c = 0; c < wide; c++) {
      const solved = this.#solved[c] as Float64Array;
      solved.set(this.#columns[c] as Float64Array);
      this.#solveBlocks(solved);
    }
    for (let a = 0; a < wide; a++) {
      for (let b = a; b < wide; b++) {
        const value = dot(this.#columns[a] as Float64Array, this.#solved[b] as Float64Array);
        this.#small[a * wide + b] = value;
        this.#small[b * wide + a] = value;
      }
      this.#small[a * wide + a] = (this.#small[a * wide + a] as number) + (this.#weight[a] as number);
    }
    factorDense(this.#small, wide, this.#pivot);
  }

  /** Overwrites x (holding p) and y (holding q) with the solution. */
  solve(x: Float64Array, y: Float64Array): void {
    const wide = this.#weight.length;
    const first = wide - y.length;
    this.#solveBlocks(x);
    const t = new Float64Array(wide);
    for (let c = 0; c < wide; c++)
      t[c] = dot(this.#columns[c] as Float64Array, x) - (c >= first ? (y[c - first] as number) : 0);
    solveDense(this.#small, wide, this.#pivot, t);
    for (let c = 0; c < wide; c++) {
      const f = t[c] as number;
      const solved = this.#solved[c] as Float64Array;
      for (let i = 0; i < x.length; i++) x[i] = (x[i] as number) - f * (solved[i] as number);
      if (c >= first) y[c - first] = f;
    }
  }

  #assembleBlocks(): void {
    const { rows, rowBlock, halfLines, coneStart, blockStart } = this.#program;
    this.#blocks.fill(0);
    let cone = -1;
    for (let r = 0; r < rows.count; r++) {
      while (cone + 2 < coneStart.length && r >= (coneStart[cone + 1] as number)) cone++;
      const block = rowBlock[r] as number;
      if (block < 0) continue;
      const scale = r < halfLines ? (this.#scaling.point[r] as number) : (this.#scaling.eta[cone] as number);
      const weight = 1 / (scale * scale);
      const base = blockStart[block] as number;
      const size = (blockStart[block + 1] as number) - base;
      const offset = this.#blockOffset[block] as number;
      const end = rows.start[r + 1] as number;
      for (let e = rows.start[r] as number; e < end; e++) {
        const left = weight * (rows.value[e] as number);
        const line = offset + ((rows.column[e] as number) - base) * size - base;
        for (let f = rows.start[r] as number; f < end; f++) {
          const at = line + (rows.column[f] as number);
          this.#blocks[at] = (this.#blocks[at] as number) + left * (rows.value[f] as number);
        }
      }
    }
  }

  #assembleColumns(): void {
    const { rows, coneStart, equalities } = this.#program;
    let c = 0;
    for (const r of this.#wideRows) this.#weight[c++] = (this.#scaling.point[r] as number) ** 2;
    for (let k = 0; k + 1 < coneStart.length; k++) {
      const from = coneStart[k] as number;
      const eta2 = (this.#scaling.eta[k] as number) ** 2;
      this.#weight[c++] = -eta2;
      this.#weight[c] = eta2 / 2;
      const column = this.#columns[c++] as Float64Array;
      column.fill(0);
      for (let r = from; r < (coneStart[k + 1] as number); r++) {
        scatter(rows, r, (r === from ? 1 : -1) * (this.#scaling.point[r] as number), column);
      }
    }
    for (let e = 0; e < equalities.count; e++) this.#weight[c++] = 0;
  }

  #factorBlocks(): void {
    const { blockStart } = this.#program;
    for (let b = 0; b + 1 < blockStart.length; b++) {
      const size = (blockStart[b + 1] as number) - (blockStart[b] as number);
      factorCholesky(this.#blocks, this.#blockOffset[b] as number, size);
    }
  }

  #solveBlocks(x: Float64Array): void {
    const { blockStart } = this.#program;
    for (let b = 0; b + 1 < blockStart.length; b++) {
      const base = blockStart[b] as number;
      const size = (blockStart[b + 1] as number) - base;
      solveCholesky(this.#blocks, this.#blockOffset[b] as number, size, x, base);
    }
  }
}

function scatter(rows: SparseRows, r: number, factor: number, out: Float64Array): void {
  for (let e = rows.start[r] as number; e < (rows.start[r + 1] as number); e++) {
    const c = rows.column[e] as number;
    out[c] = (out[c] as number) + factor * (rows.value[e] as number);
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function factorCholesky(m: Float64Array, offset: number, size: number): void {
  for (let j = 0; j < size; j++) {
    const row = offset + j * size;
    let pivot = m[row + j] as number;
    const floor = pivot * 1e-14 + 1e-300;
    for (let k = 0; k < j; k++) pivot -= (m[row + k] as number) ** 2;
    const root = Math.sqrt(Math.max(pivot, floor));
    m[row + j] = root;
    for (let i = j + 1; i < size; i++) {
      const other = offset + i * size;
      let sum = m[other + j] as number;
      for (let k = 0; k < j; k++) sum -= (m[other + k] as number) * (m[row + k] as number);
      m[other + j] = sum / root;
    }
  }
}

function solveCholesky(m: Float64Array, offset: number, size: number, x: Float64Array, base: number): void {
  for (let i = 0; i < size; i++) {
    const row = offset + i * size;
    let sum = x[base + i] as number;
    for (let k = 0; k < i; k++) sum -= (m[row + k] as number) * (x[base + k] as number);
    x[base + i] = sum / (m[row + i] as number);
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = x[base + i] as number;
    for (let k = i + 1; k < size; k++) sum -= (m[offset + k * size + i] as number) * (x[base + k] as number);
    x[base + i] = sum / (m[offset + i * size + i] as number);
  }
}
