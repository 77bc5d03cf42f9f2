export { columnIndex, columnLetter } from './column-letter.ts';
export type { Cell, FileNote, Merge, ReadLimits, Row, Sheet, TableFile, TypedCell } from './model.ts';
export { type OpenOptions, openTable } from './open-table.ts';
