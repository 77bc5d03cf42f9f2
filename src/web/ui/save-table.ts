import { saveFile } from './save-file.ts';
import { asCsv, type Column, tableCells } from './table-model.ts';

/** Hands the table to the person as a file with the columns and rows of the screen, in its order. */
export async function saveTable<Row>(
  as: 'xlsx' | 'csv',
  name: string,
  rows: readonly Row[],
  columns: readonly Column<Row>[],
): Promise<void> {
  const cells = tableCells(rows, columns);
  if (as === 'csv') {
    saveFile(`${name}.csv`, new Blob([asCsv(cells)], { type: 'text/csv;charset=utf-8' }));
    return;
  }
  const { asWorkbook } = await import('./table-xlsx.ts');
  const decimals = columns.map((column) => (column.kind === 'number' ? (column.decimals ?? null) : null));
  saveFile(`${name}.xlsx`, new Blob([asWorkbook(name, cells, decimals)]));
}
