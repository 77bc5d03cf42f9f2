import type { TableFile } from '#engines/sheets';
import { cellPosition } from './cell-range.ts';
import { textOf } from './cell-text.ts';
import { matchKey } from './normalize-text.ts';
import type { Profile } from './profile.ts';
import { yearIn } from './year-in.ts';

/** The school year that a file says of itself, in the cell its profile names; null where it says none. */
export function yearOfFile(table: TableFile, { schoolYearAt }: Profile): number | null {
  const [name = '', reference = ''] = schoolYearAt?.split('!') ?? [];
  const sheet = table.sheets.find((found) => matchKey(found.name) === matchKey(name));
  if (sheet === undefined) {
    return null;
  }
  const { row, column } = cellPosition(reference);
  for (const { number, cells } of table.rows(sheet.index)) {
    if (number >= row) {
      return number === row ? (yearIn(textOf(cells[column] ?? null)) ?? null) : null;
    }
  }
  return null;
}
