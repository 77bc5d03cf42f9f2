import { type Cell, columnLetter, openTable } from '#engines/sheets';
import { seatsErrors } from './errors.ts';

/** Something wrong in a cell, with its place and what to do about it. */
export interface FileFinding {
  readonly place: { readonly file: string; readonly sheet: string; readonly row: number; readonly column: string };
  readonly message: { readonly zh: string; readonly en: string };
  readonly remedy: { readonly zh: string; readonly en: string };
}

/** A file as it was given. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A column by its names; one that is not required may be absent or empty. */
export interface WantedColumn {
  readonly names: readonly string[];
  readonly required: boolean;
}

/** A row's cells as texts, with what is needed to say where something is wrong. */
export interface TableRow<Column extends string> {
  readonly row: number;
  text(column: Column): string;
  refuse(column: Column, message: FileFinding['message'], remedy: FileFinding['remedy']): void;
}

/**
 * Reads the first sheet of a CSV or xlsx file by its header row.
 *
 * @throws DomainError `seats.columnsMissing`, `sheets.*`
 */
export function readTable<Column extends string>(
  file: GivenFile,
  columns: Readonly<Record<Column, WantedColumn>>,
  findings: FileFinding[],
): readonly TableRow<Column>[] {
  const table = openTable(file.bytes, file.name);
  const sheet = table.sheets[0]?.name ?? '';
  const rows = [...table.rows(0)];
  const header = (rows[0]?.cells ?? []).map((cell) => textOf(cell).toLowerCase());
  const names = Object.keys(columns) as Column[];
  const positions = new Map(
    names.map((name) => [name, header.findIndex((word) => columns[name].names.includes(word))]),
  );
  const missing = names.filter((name) => columns[name].required && positions.get(name) === -1);
  if (missing.length > 0) {
    throw seatsErrors.columnsMissing({
      file: file.name,
      columns: missing.map((name) => columns[name].names.slice(0, 2).join(' / ')).join(', '),
    });
  }
  return rows.slice(1).map(({ number, cells }) => ({
    row: number,
    text: (column) => textOf(cells[positions.get(column) ?? -1] ?? null),
    refuse: (column, message, remedy) => {
      const place = {
        file: file.name,
        sheet,
        row: number,
        column: columnLetter(Math.max(0, positions.get(column) ?? 0)),
      };
      findings.push({ place, message, remedy });
    },
  }));
}

function textOf(cell: Cell): string {
  if (cell === null) return '';
  return (typeof cell === 'string' ? cell : String(cell.value)).trim();
}

/** A whole number within bounds, or undefined with a finding. */
export function readWhole<Column extends string>(
  row: TableRow<Column>,
  column: Column,
  from: number,
  to: number,
): number | undefined {
  const text = row.text(column);
  const value = Number(text);
  if (text !== '' && Number.isInteger(value) && value >= from && value <= to) return value;
  row.refuse(
    column,
    { zh: `“${text}”不是 ${from} 到 ${to} 之间的整数。`, en: `"${text}" is not a whole number from ${from} to ${to}.` },
    { zh: '请填整数。', en: 'Write a whole number.' },
  );
  return undefined;
}
