import { columnIndex } from '#engines/sheets';

export interface CellPosition {
  readonly row: number;
  /** From 0. */
  readonly column: number;
}

/** Reads `D7` into a position. */
export function cellPosition(reference: string): CellPosition {
  return { row: Number(reference.replace(/^[A-Z]+/, '')), column: columnIndex(reference) };
}

/** A test for the cells of a range such as `B3:L6`, or of a single cell. */
export function rangeTest(range: string): (row: number, column: number) => boolean {
  const [from = '', to = from] = range.split(':');
  const first = cellPosition(from);
  const last = cellPosition(to);
  return (row, column) => row >= first.row && row <= last.row && column >= first.column && column <= last.column;
}
