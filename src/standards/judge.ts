import type { Comparison } from './definition.ts';
import type { Verdict } from './result.ts';

/** Verdicts as small numbers, for columns. */
export const met = 0;
export const notMet = 1;
export const noData = 2;
export const notApplicable = 3;

const names: readonly Verdict[] = ['met', 'notMet', 'noData', 'notApplicable'];

export const verdictName = (code: number): Verdict => names[code] ?? 'noData';

/** How near to the line, relative to it, a computed number must be for the exact comparison to decide. */
const near = 1e-9;
/** What floating-point noise may be where no exact comparison is possible. */
const noise = 1e-12;

/**
 * Whether a value keeps to a line; NaN on either side is "no data".
 *
 * @param exactly the sign of value − line, computed exactly; asked only where the two are within a billionth of each other.
 *   Null where it cannot be computed: then they count as equal within 1e-12.
 */
export const judge = (
  value: number,
  line: number,
  comparison: Comparison,
  exactly: () => number | null,
): typeof met | typeof notMet | typeof noData => {
  if (Number.isNaN(value) || Number.isNaN(line)) return noData;
  let sign = Math.sign(value - line);
  const scale = Math.max(Math.abs(value), Math.abs(line));
  if (Math.abs(value - line) <= near * scale) {
    sign = exactly() ?? (Math.abs(value - line) <= noise * scale ? 0 : sign);
  }
  return keeps(sign, comparison) ? met : notMet;
};

const keeps = (sign: number, comparison: Comparison): boolean => {
  switch (comparison) {
    case 'atLeast':
      return sign >= 0;
    case 'atMost':
      return sign <= 0;
    case 'above':
      return sign > 0;
    case 'below':
      return sign < 0;
  }
};

/** Whether more is better under a comparison. */
export const higherIsBetter = (comparison: Comparison): boolean => comparison === 'atLeast' || comparison === 'above';

/** Several verdicts that must all hold: one failure decides, then one gap; items that do not apply do not count. */
export const allOf = (verdicts: Iterable<number>): number => {
  let result = notApplicable;
  for (const verdict of verdicts) {
    if (verdict === notMet) return notMet;
    if (verdict === noData) result = noData;
    else if (verdict === met && result === notApplicable) result = met;
  }
  return result;
};
