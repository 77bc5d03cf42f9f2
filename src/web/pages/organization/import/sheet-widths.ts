import type { SheetRow } from '#contracts/organization';
import { mostTake, textWidth } from '#web/ui';

const paddingPx = 18;
const [narrowest, widest] = [48, 220];

const headerLines = 3;

/** Column widths in px by the first rows of a sheet: what nine in ten cells need; a header may take three lines. */
export function columnWidths(
  rows: readonly SheetRow[],
  columns: number,
  headers: number,
  scale: number,
): readonly number[] {
  return Array.from({ length: columns }, (_, at) => {
    const needed = rows.flatMap(({ number, cells }) => {
      const text = cells[at] ?? '';
      return text === '' ? [] : [{ isHeader: number <= headers, width: textWidth(text) }];
    });
    const most = mostTake(needed.filter(({ isHeader }) => !isHeader).map(({ width }) => width));
    const header = Math.max(0, ...needed.filter(({ isHeader }) => isHeader).map(({ width }) => width));
    const broken = header / headerLines + (header > widest / 4 ? textWidth('字') : 0);
    return Math.round(Math.min(Math.max(most, broken, narrowest) + paddingPx, widest) * scale);
  });
}
