import type { ColumnKey } from '#standards';

/** Columns made as they are first written, all of one length and NaN where nothing was. */
export class ColumnSet {
  readonly columns = new Map<ColumnKey, Float64Array>();
  readonly #size: number;

  constructor(size: number) {
    this.#size = size;
  }

  column(key: ColumnKey): Float64Array {
    let column = this.columns.get(key);
    if (column === undefined) {
      column = new Float64Array(this.#size).fill(Number.NaN);
      this.columns.set(key, column);
    }
    return column;
  }
}
