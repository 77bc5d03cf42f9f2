import { pinyinInitialsMatch } from './name-match.ts';

export type CellValue = string | number | null;

/** A column of a table; `value` is what is sorted, searched, copied and exported, so that a file equals the screen. */
export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  /** Shown in the header, never in the cells. */
  readonly unit?: string;
  readonly kind?: 'text' | 'number';
  /** Digits after the point where the cell is a plain number. */
  readonly decimals?: number;
  readonly value: (row: Row) => CellValue;
}

export interface SortOrder {
  readonly key: string;
  readonly descending: boolean;
}

/** Reads `gap-` (descending) or `gap` (ascending) as it stands in an address. */
export function readSort(text: string): SortOrder | null {
  if (text === '') return null;
  return text.endsWith('-') ? { key: text.slice(0, -1), descending: true } : { key: text, descending: false };
}

export function writeSort(sort: SortOrder | null): string {
  return sort === null ? '' : `${sort.key}${sort.descending ? '-' : ''}`;
}

const collator = new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true });

/** Rows in order; what is not reported stands last in either direction; equal rows keep their order. */
export function sortRows<Row>(
  rows: readonly Row[],
  column: Column<Row> | undefined,
  descending: boolean,
): readonly Row[] {
  if (!column) return rows;
  const sign = descending ? -1 : 1;
  return rows
    .map((row, index) => ({ row, index, value: column.value(row) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null)
        return Number(a.value === null) - Number(b.value === null) || a.index - b.index;
      const order =
        typeof a.value === 'number' && typeof b.value === 'number'
          ? a.value - b.value
          : collator.compare(String(a.value), String(b.value));
      return sign * order || a.index - b.index;
    })
    .map(({ row }) => row);
}

/** Rows in which every word of the query occurs in some text cell; letters also match a name's pinyin initials. */
export function filterRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], query: string): readonly Row[] {
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  const texts = columns.filter((column) => column.kind !== 'number');
  return rows.filter((row) => {
    const cells = texts.map((column) => String(column.value(row) ?? '').toLowerCase());
    return words.every((word) => cells.some((cell) => cell.includes(word) || pinyinInitialsMatch(cell, word)));
  });
}

/** A header with its unit, as it stands in a copied or exported table. */
export function headerOf<Row>(column: Column<Row>): string {
  return column.unit ? `${column.title} (${column.unit})` : column.title;
}

/** The table as plain cells, header first. */
export function tableCells<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
): readonly (readonly CellValue[])[] {
  return [columns.map(headerOf), ...rows.map((row) => columns.map((column) => column.value(row)))];
}

// A spreadsheet runs a text that begins with one of these as a formula.
const formulaStart = /^[=+\-@\t\r]/;

function plainCell(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value === 0 ? 0 : value) : '';
  return formulaStart.test(value) ? `'${value}` : value;
}

/** Tab-separated text: what Excel and WPS take from the clipboard. */
export function asTabbedText(cells: readonly (readonly CellValue[])[]): string {
  return cells.map((row) => row.map((cell) => plainCell(cell).replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\r\n');
}

/** CSV with a byte order mark, without which Excel reads Chinese as mojibake. */
export function asCsv(cells: readonly (readonly CellValue[])[]): string {
  const quote = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `\uFEFF${cells.map((row) => row.map((cell) => quote(plainCell(cell))).join(',')).join('\r\n')}\r\n`;
}
