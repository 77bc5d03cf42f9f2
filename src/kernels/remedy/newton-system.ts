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
  /** Blocks in which a wide column, and so its solution, is not zero. */
  readonly #touched: Int32Array[] = [];
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
    this.#touched = touchedBlocks(program, this.#wideRows);
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
    const { blockStart } = this.#program;
    const wide = this.#weight.length;
    for (let c = 0; c < wide; c++) {
      const solved = this.#solved[c] as Float64Array;
      const column = this.#columns[c] as Float64Array;
      for (const b of this.#touched[c] as Int32Array) {
        for (let i = blockStart[b] as number; i < (blockStart[b + 1] as number); i++) solved[i] = column[i] as number;
        this.#solveBlock(b, solved);
      }
    }
    for (let a = 0; a < wide; a++) {
      for (let b = a; b < wide; b++) {
        const value = this.#product(a, this.#solved[b] as Float64Array);
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
    const { blockStart } = this.#program;
    for (let b = 0; b + 1 < blockStart.length; b++) this.#solveBlock(b, x);
    const t = new Float64Array(wide);
    for (let c = 0; c < wide; c++) t[c] = this.#product(c, x) - (c >= first ? (y[c - first] as number) : 0);
    solveDense(this.#small, wide, this.#pivot, t);
    for (let c = 0; c < wide; c++) {
      const f = t[c] as number;
      const solved = this.#solved[c] as Float64Array;
      for (const b of this.#touched[c] as Int32Array) {
        for (let i = blockStart[b] as number; i < (blockStart[b + 1] as number); i++) {
          x[i] = (x[i] as number) - f * (solved[i] as number);
        }
      }
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

  #solveBlock(b: number, x: Float64Array): void {
    const { blockStart } = this.#program;
    const base = blockStart[b] as number;
    solveCholesky(this.#blocks, this.#blockOffset[b] as number, (blockStart[b + 1] as number) - base, x, base);
  }

  /** A wide column times x. */
  #product(c: number, x: Float64Array): number {
    const { blockStart } = this.#program;
    const column = this.#columns[c] as Float64Array;
    let sum = 0;
    for (const b of this.#touched[c] as Int32Array) {
      for (let i = blockStart[b] as number; i < (blockStart[b + 1] as number); i++)
        sum += (column[i] as number) * (x[i] as number);
    }
    return sum;
  }
}

/** For each wide column, in the order of the columns, the blocks it touches. */
function touchedBlocks(
  { blockStart, cost, rows, coneStart, equalities }: ConeProgram,
  wideRows: readonly number[],
): Int32Array[] {
  const blockOf = new Int32Array(cost.length);
  for (let b = 0; b + 1 < blockStart.length; b++) blockOf.fill(b, blockStart[b], blockStart[b + 1]);
  const blocksOf = (m: SparseRows, from: number, to: number) => {
    const found = new Set<number>();
    for (let e = m.start[from] as number; e < (m.start[to] as number); e++)
      found.add(blockOf[m.column[e] as number] as number);
    return Int32Array.from(found).sort();
  };
  const touched = wideRows.map((r) => blocksOf(rows, r, r + 1));
  for (let k = 0; k + 1 < coneStart.length; k++) {
    const blocks = blocksOf(rows, coneStart[k] as number, coneStart[k + 1] as number);
    touched.push(blocks, blocks);
  }
  for (let e = 0; e < equalities.count; e++) touched.push(blocksOf(equalities, e, e + 1));
  return touched;
}

function scatter(rows: SparseRows, r: number, factor: number, out: Float64Array): void {
  for (let e = rows.start[r] as number; e < (rows.start[r + 1] as number); e++) {
    const c = rows.column[e] as number;
    out[c] = (out[c] as number) + factor * (rows.value[e] as number);
  }
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
