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
export const judge = (value: number, line: number, comparison: Comparison, exactly: () => number | null): number => {
  const clear = judgeClearly(value, line, comparison);
  if (clear !== tooNear) return clear;
  const scale = Math.max(Math.abs(value), Math.abs(line));
  const sign = exactly() ?? (Math.abs(value - line) <= noise * scale ? 0 : Math.sign(value - line));
  return keeps(sign, comparison) ? met : notMet;
};

/** What `judgeClearly` answers where only an exact comparison can tell. */
export const tooNear = -1;

/** The verdict where the value is not near the line; for loops that must not make a function for every row. */
export const judgeClearly = (value: number, line: number, comparison: Comparison): number => {
  const difference = value - line;
  if (!Number.isFinite(difference)) return noData;
  if (Math.abs(difference) <= near * Math.max(Math.abs(value), Math.abs(line))) return tooNear;
  return keeps(Math.sign(difference), comparison) ? met : notMet;
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

/** Two verdicts that must both hold: one failure decides, then one gap; what does not apply does not count. */
export const both = (a: number, b: number): number => {
  if (a === notMet || b === notMet) return notMet;
  if (a === noData || b === noData) return noData;
  return a === met || b === met ? met : notApplicable;
};

/** Several verdicts that must all hold, as `both`; none at all do not apply. */
export const allOf = (verdicts: Iterable<number>): number => {
  let result: number = notApplicable;
  for (const verdict of verdicts) result = both(result, verdict);
  return result;
};
