import { type Cell, columnIndex, type Row, type TableFile } from '#engines/sheets';
import { spreadMerges } from './fill-merges.ts';
import type { FindingList } from './finding-list.ts';
import { matchKey, plainText } from './normalize-text.ts';
import type { SheetMapping } from './profile.ts';

/** How far down a header is looked for. */
export const headerSearchRows = 30;

/** The columns of one sheet by name. */
export class Header {
  readonly lastRow: number;
  readonly width: number;
  readonly names: readonly string[];
  private readonly byKey = new Map<string, number[]>();

  constructor(lastRow: number, names: readonly string[]) {
    this.lastRow = lastRow;
    this.names = names;
    this.width = names.length;
    for (const [column, name] of names.entries()) {
      const key = matchKey(name);
      if (key !== '') {
        this.byKey.set(key, [...(this.byKey.get(key) ?? []), column]);
      }
    }
  }

  /** Columns with this header; `name#2` means the second of that name. */
  columnsOf(name: string): readonly number[] {
    const exact = this.byKey.get(matchKey(name));
    if (exact !== undefined) {
      return exact;
    }
    const [, base = '', nth] = /^(.*)#(\d+)$/.exec(name) ?? [];
    const chosen = nth === undefined ? undefined : this.byKey.get(matchKey(base))?.[Number(nth) - 1];
    return chosen === undefined ? [] : [chosen];
  }
}

/** Finds the header that a mapping speaks of; undefined (and a finding) where there is none. */
export function findHeader(
  table: TableFile,
  sheet: number,
  mapping: SheetMapping,
  wanted: readonly string[],
  findings: FindingList,
): Header | undefined {
  if (mapping.header === 'none' || wanted.length === 0) {
    return new Header(0, []);
  }
  const top = topRows(table, sheet);
  if (mapping.header === 'auto') {
    const found = bestHeader(top, wanted);
    if (found === undefined) {
      const columns = wanted.slice(0, 8).join('、');
      findings.add('header-missing', { sheet: table.sheets[sheet]?.name ?? '' }, { columns, rows: headerSearchRows });
    }
    return found;
  }
  const numbers = typeof mapping.header === 'number' ? [mapping.header] : mapping.header;
  const rows = top.filter((row) => numbers.includes(row.number));
  const levels =
    numbers.length > 1 ? spreadMerges(rows, table.merges(sheet)) : rows.map((row) => row.cells.map(headerText));
  const width = Math.max(0, ...levels.map((level) => level.length));
  const names = Array.from({ length: width }, (_, column) => {
    const parts = levels.map((level) => plainText(level[column] ?? '')).filter((part) => part !== '');
    return parts.filter((part, at) => part !== parts[at - 1]).join('/');
  });
  return new Header(Math.max(...numbers), names);
}

/** The first rows of a sheet, enough to find a header in. */
export function topRows(table: TableFile, sheet: number): readonly Row[] {
  const rows: Row[] = [];
  for (const row of table.rows(sheet)) {
    if (row.number > headerSearchRows) {
      break;
    }
    rows.push(row);
  }
  return rows;
}

function bestHeader(rows: readonly Row[], wanted: readonly string[]): Header | undefined {
  let best: Header | undefined;
  let most = 0;
  for (const row of rows) {
    const header = new Header(row.number, row.cells.map(headerText));
    const found = wanted.filter((name) => header.columnsOf(name).length > 0).length;
    if (found > most) {
      most = found;
      best = header;
    }
  }
  return best;
}

export function headerText(cell: Cell): string {
  return cell === null ? '' : plainText(typeof cell === 'string' ? cell : String(cell.value));
}

/** Column of a letter, from 0. */
export function columnAt(letter: string): number {
  return columnIndex(letter);
}
