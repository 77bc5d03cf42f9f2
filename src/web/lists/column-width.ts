import { numberText } from '#web/locale';
import { headerOf, mostTake, textWidth } from '#web/ui';
import type { ListColumn } from './list-column.ts';

// Widths are in px at a body text of 14 px; large text scales them.
const ideograph = 14;
const cellPadding = 20;
const sorterRoom = 14;
const statusRoom = 16;
const narrowest = 56;
const widestShort = 240;
const widestName = 280;
const widestText = 380;
const sampled = 200;

/** A header may take up to three lines, and never breaks a word of letters. */
function headerWidth(title: string): number {
  const whole = textWidth(title);
  const lines = whole <= 5 * ideograph ? 1 : whole <= 12 * ideograph ? 2 : 3;
  const longestWord = Math.max(
    ...title.split(/[\s/()（）]+/).map((word) => (/[\u2e80-\u{10ffff}]/u.test(word) ? 0 : textWidth(word))),
  );
  return Math.max(whole / lines + (lines > 1 ? ideograph / 2 : 0), longestWord) * (13 / 14) + sorterRoom;
}

function contentWidths<Row>(rows: readonly Row[], column: ListColumn<Row>): readonly number[] {
  return rows.slice(0, sampled).flatMap((row) => {
    const value = column.value(row);
    if (value === null || value === '') return [];
    const text = typeof value === 'number' ? numberText(value, column.decimals ?? 2) : value;
    return [textWidth(text) + (column.kind === 'number' || column.render ? statusRoom : 0)];
  });
}

/** The width of a column: as its content asks, within what its kind may take, and never less than its header needs. */
export function columnWidth<Row>(rows: readonly Row[], column: ListColumn<Row>, isFirst: boolean): number {
  const header = headerWidth(headerOf(column));
  if (column.width !== undefined) return Math.round(Math.max(column.width * ideograph, header) + cellPadding);
  const widest = isFirst ? widestName : column.wide ? widestText : widestShort;
  // Names may break: one of forty characters does not widen the column of all.
  const content =
    isFirst || column.wide ? mostTake(contentWidths(rows, column)) : Math.max(0, ...contentWidths(rows, column));
  return Math.round(Math.max(narrowest, header, Math.min(content, widest)) + cellPadding);
}

const narrowestText = 200;

/** The same widths, long texts narrowed as far as they may be where all columns do not fit into what is there. */
export function fitWidths<Row>(
  widths: readonly number[],
  columns: readonly ListColumn<Row>[],
  available: number,
): readonly number[] {
  const excess = widths.reduce((sum, width) => sum + width, 0) - available;
  const spare = widths.map((width, place) => (columns[place]?.wide ? Math.max(0, width - narrowestText) : 0));
  const all = spare.reduce((sum, one) => sum + one, 0);
  if (excess <= 0 || all === 0) return widths;
  const part = Math.min(1, excess / all);
  return widths.map((width, place) => Math.floor(width - (spare[place] ?? 0) * part));
}
