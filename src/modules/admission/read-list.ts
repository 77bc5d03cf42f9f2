import { readIdentityNumber } from '#core/codes';
import { type Cell, openTable } from '#engines/sheets';
import { admissionErrors } from './errors.ts';
import type { Person } from './match-lists.ts';

const heads = {
  name: ['姓名', 'name'],
  identity: ['身份证号', '身份证号码', 'identity'],
  birthDate: ['出生日期', 'birthDate'],
  value: ['值', 'value'],
} as const;

/**
 * Reads an official list from CSV or xlsx; the first row is its head.
 *
 * @throws DomainError `admission.listRefused` with the row, which is never quoted: a list is of people; `sheets.*`
 */
export function readList(bytes: Uint8Array, name: string): readonly (Person & { readonly value: string })[] {
  const people: (Person & { value: string })[] = [];
  const seen = new Map<string, { readonly row: number; readonly name: string }>();
  let at: Readonly<Record<keyof typeof heads, number>> | undefined;
  for (const row of openTable(bytes, name).rows(0)) {
    const cells = row.cells.map(textOf);
    if (at === undefined) {
      at = placesOf(cells, row.number);
      continue;
    }
    if (cells.every((cell) => cell === '')) continue;
    const cell = (place: number) => (place < 0 ? '' : (cells[place] ?? ''));
    const read = readIdentityNumber(cell(at.identity));
    if (read === undefined) {
      throw refused(row.number, '身份证号校验不符', 'the identity number is not valid');
    }
    const before = seen.get(read.number);
    // A guardian may have two homes; one number with two names is a mistake of the list.
    if (before !== undefined && before.name === cell(at.name)) continue;
    if (before !== undefined) {
      throw refused(
        row.number,
        `与第 ${before.row} 行号码相同而姓名不同`,
        `the number of row ${before.row} under another name`,
      );
    }
    seen.set(read.number, { row: row.number, name: cell(at.name) });
    const birthDate = cell(at.birthDate) === '' ? read.birthDate : cell(at.birthDate);
    people.push({ name: cell(at.name), identity: read.number, birthDate, value: cell(at.value) });
  }
  return people;
}

function placesOf(cells: readonly string[], row: number): Readonly<Record<keyof typeof heads, number>> {
  const place = (key: keyof typeof heads) => cells.findIndex((cell) => heads[key].some((head) => head === cell));
  const found = {
    name: place('name'),
    identity: place('identity'),
    birthDate: place('birthDate'),
    value: place('value'),
  };
  if (found.name < 0 || found.identity < 0) {
    throw refused(row, '表头缺“姓名”或“身份证号”', 'the head lacks name or identity');
  }
  return found;
}

function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell.trim();
  return cell.kind === 'date' ? String(cell.value).slice(0, 10) : String(cell.value).trim();
}

function refused(row: number, zh: string, en: string) {
  return admissionErrors.listRefused({ row, what: { zh, en } });
}
