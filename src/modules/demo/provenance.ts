import type { CopyValue } from '#core/db';
import type { WorkbookPlaces } from '#engines/exchange';
import type { DemoCounty, DemoOptions } from './model.ts';

export interface TableRows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly CopyValue[]>;
}

/** What every row of a county is written with. `places`: the cells of the county workbook, which the numbers name as their source. */
export interface Writing {
  readonly county: DemoCounty;
  readonly options: DemoOptions;
  readonly places: WorkbookPlaces;
  readonly at: Date;
}

/** Who is said to have reported and attested everything. */
export const person = '演示数据';

export function batchOf(code: string, year: number): string {
  return `demo-${code}-${year}`;
}

/** In the order in which the workbook is written. */
export function sortedBy<T>(rows: readonly T[], keyOf: (row: T) => string): readonly T[] {
  const keyed = rows.map((row) => ({ row, key: keyOf(row) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ row }) => row);
}
