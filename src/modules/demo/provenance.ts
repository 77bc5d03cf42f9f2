import type { CopyValue } from '#core/db';

export interface TableRows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly CopyValue[]>;
}

/** Who is said to have reported and attested everything. */
export const person = '演示数据';

/** The sheets that a demo's numbers are said to come from, counted from 0. */
export const sheets = ['学校', '县情', '班级', '教职工'] as const;
export const sheetOf = { units: 0, county: 1, classes: 2, staff: 3 } as const;

export function batchOf(code: string, year: number): string {
  return `demo-${code}-${year}`;
}
