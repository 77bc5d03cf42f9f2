import type { Cell } from '#engines/sheets';
import { textOf } from './cell-text.ts';
import { matchKey } from './normalize-text.ts';
import { parseNumber } from './parse-number.ts';
import type { RowPlace } from './row-place.ts';

const totals = /^(?:合计|总计|共计|全[县区市]合计|total|grandtotal)[:：]?$/;
const subtotals = /^(?:小计|subtotal)[:：]?$/;
const remarks = /^(?:注[:：]|说明[:：]|备注[:：]|填表人|填报人|审核人|制表|单位负责人|填表日期|联系电话)/;

/** A first look at the first letter, because nearly every row is a record. */
const couldBeWord = /^\s*(?:[合总共全小注说备填审制单联ＴＧＳ]|total|grand|subtotal)/i;

/** Whether a row is no record but a total, a subtotal, or a remark under the table. */
export function totalKind(cells: readonly Cell[]): 'total' | 'subtotal' | 'remark' | undefined {
  let at = 0;
  while (at < cells.length && (cells[at] === null || textOf(cells[at] ?? null).trim() === '')) {
    at++;
  }
  let couldBe = false;
  for (let column = at; column < at + 3; column++) {
    couldBe ||= couldBeWord.test(textOf(cells[column] ?? null));
  }
  if (!couldBe) {
    return undefined;
  }
  const words = [0, 1, 2].map((step) => matchKey(textOf(cells[at + step] ?? null)));
  if (remarks.test(words[0] ?? '')) {
    return 'remark';
  }
  if (words.some((word) => totals.test(word))) {
    return 'total';
  }
  return words.some((word) => subtotals.test(word)) ? 'subtotal' : undefined;
}

/** Adds up the measured columns and compares the sums with a total row. */
export class TotalRow {
  private readonly sums: Map<number, number>;
  private rows = 0;

  constructor(columns: readonly number[]) {
    this.sums = new Map(columns.filter((column) => column >= 0).map((column) => [column, 0]));
  }

  add(cells: readonly Cell[]): void {
    this.rows++;
    for (const [column, sum] of this.sums) {
      const value = numberIn(cells[column] ?? null);
      if (value !== undefined) {
        this.sums.set(column, sum + value);
      }
    }
  }

  /** A total above its rows has nothing to compare with and is passed over. */
  compare(cells: readonly Cell[], place: RowPlace): void {
    for (const [column, sum] of this.sums) {
      const cell = cells[column] ?? null;
      const total = numberIn(cell);
      if (this.rows > 0 && total !== undefined && Math.abs(total - sum) > 1e-6 * Math.max(1, Math.abs(total))) {
        place.report('total-differs', column, cell, { total, sum: Number(sum.toPrecision(12)) });
      }
    }
  }
}

function numberIn(cell: Cell): number | undefined {
  if (typeof cell === 'object') {
    return typeof cell?.value === 'number' ? cell.value : undefined;
  }
  const reading = parseNumber(cell);
  return reading.kind === 'number' ? reading.value : undefined;
}
