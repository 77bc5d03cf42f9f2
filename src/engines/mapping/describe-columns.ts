import type { Row, TableFile } from '#engines/sheets';
import { textOf } from './cell-text.ts';
import { headerText, topRows } from './header.ts';
import { plainText } from './normalize-text.ts';
import { parseNumber } from './parse-number.ts';

export interface ColumnDescription {
  readonly header: string;
  /** From 0. */
  readonly column: number;
  readonly filled: number;
  /** Share of the filled cells that are numbers. */
  readonly numeric: number;
  /** Share of the filled cells that no other row repeats. */
  readonly distinct: number;
  /** The commonest values, at most 30. */
  readonly values: readonly string[];
}

export interface SheetDescription {
  readonly sheet: string;
  readonly headerRow: number;
  readonly rows: number;
  readonly columns: readonly ColumnDescription[];
}

const sampledRows = 5_000;

/** Describes the sheet that looks most like a table: its header row and what stands under each header. */
export function describeTable(table: TableFile): SheetDescription | undefined {
  const described = table.sheets
    .filter((sheet) => !sheet.hidden)
    .flatMap((sheet) => describeSheet(table, sheet.index) ?? []);
  return described.toSorted((a, b) => b.rows * b.columns.length - a.rows * a.columns.length)[0];
}

function describeSheet(table: TableFile, sheet: number): SheetDescription | undefined {
  const header = topRows(table, sheet).toSorted((a, b) => headerScore(b) - headerScore(a) || a.number - b.number)[0];
  if (header === undefined || headerScore(header) < 2) {
    return undefined;
  }
  const seen = header.cells.map(() => new Map<string, number>());
  const numeric = header.cells.map(() => 0);
  let rows = 0;
  for (const row of table.rows(sheet)) {
    if (row.number > header.number && rows < sampledRows) {
      rows++;
      for (const [column, cell] of row.cells.entries()) {
        const text = plainText(textOf(cell));
        const values = seen[column];
        if (text !== '' && values !== undefined) {
          values.set(text, (values.get(text) ?? 0) + 1);
          numeric[column] = (numeric[column] ?? 0) + (parseNumber(text).kind === 'number' ? 1 : 0);
        }
      }
    }
  }
  const columns = header.cells.flatMap((cell, column): ColumnDescription[] => {
    const values = seen[column] ?? new Map<string, number>();
    const filled = [...values.values()].reduce((sum, count) => sum + count, 0);
    const share = (count: number) => (filled === 0 ? 0 : count / filled);
    const common = [...values].toSorted((a, b) => b[1] - a[1]).slice(0, 30);
    const text = headerText(cell);
    return text === ''
      ? []
      : [
          {
            header: text,
            column,
            filled,
            numeric: share(numeric[column] ?? 0),
            distinct: share(values.size),
            values: common.map(([value]) => value),
          },
        ];
  });
  return { sheet: table.sheets[sheet]?.name ?? '', headerRow: header.number, rows, columns };
}

/** A header is a row of many different words that are no numbers. */
function headerScore(row: Row): number {
  const words = row.cells.map(headerText).filter((text) => text !== '' && parseNumber(text).kind !== 'number');
  return new Set(words).size;
}
