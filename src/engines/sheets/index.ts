export { columnIndex, columnLetter } from './column-letter.ts';
export type { Cell, Merge, Row, Sheet, TableFile } from './model.ts';
export { openTable } from './open-table.ts';
