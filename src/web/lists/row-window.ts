/** Which rows are drawn, and how much room the others take above and below. */
export interface RowWindow {
  readonly start: number;
  /** One past the last row drawn. */
  readonly end: number;
  readonly before: number;
  readonly after: number;
}

/**
 * The rows that a view of `height` px beginning at `top` meets, with `margin` px more on either side.
 * `heightOf` is asked once for each row; the sum of before, drawn and after is the height of all rows.
 */
export function rowWindow(
  count: number,
  heightOf: (row: number) => number,
  top: number,
  height: number,
  margin: number,
): RowWindow {
  let start = 0;
  let before = 0;
  let at = 0;
  let end = count;
  let drawnTo = 0;
  for (let row = 0; row < count; row += 1) {
    const below = at + heightOf(row);
    if (below < top - margin && row < count - 1) {
      start = row + 1;
      before = below;
    }
    if (at > top + height + margin && end === count) {
      end = row;
      drawnTo = at;
    }
    at = below;
  }
  return { start, end, before, after: end === count ? 0 : at - drawnTo };
}

/** Where a row begins. */
export function rowTop(row: number, heightOf: (row: number) => number): number {
  let top = 0;
  for (let above = 0; above < row; above += 1) top += heightOf(above);
  return top;
}
