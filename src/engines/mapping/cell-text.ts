import type { Cell } from '#engines/sheets';
import { plainText } from './normalize-text.ts';

/** The text a person sees in a cell: whole numbers without exponent, dates as `YYYY-MM-DD`, yes/no as written by Excel. */
export function textOf(cell: Cell): string {
  if (cell === null) {
    return '';
  }
  if (typeof cell === 'string') {
    return cell;
  }
  if (cell.kind === 'number' && typeof cell.value === 'number') {
    return Number.isSafeInteger(cell.value) ? String(cell.value) : cell.text;
  }
  return cell.kind === 'boolean' ? (cell.value === true ? '是' : '否') : String(cell.value);
}

/** Whether a cell says nothing: empty, only blanks, or one of the texts that mean "not reported". */
export function isBlank(cell: Cell, blanks: ReadonlySet<string>): boolean {
  if (cell === null) {
    return true;
  }
  if (typeof cell !== 'string') {
    return (
      cell.kind === 'text' &&
      cell.formula !== 'missing' &&
      (plainText(String(cell.value)) === '' || blanks.has(plainText(String(cell.value))))
    );
  }
  if (blanks.has(cell)) {
    return true;
  }
  if (isInk(cell.charCodeAt(0)) && isInk(cell.charCodeAt(cell.length - 1))) {
    return false;
  }
  const text = plainText(cell);
  return text === '' || blanks.has(text);
}

/** Whether a character surely is no blank of any kind; an empty text has none (NaN). */
function isInk(code: number): boolean {
  return code > 0x20 && (code < 0x80 || (code >= 0x4e00 && code < 0xa000));
}
