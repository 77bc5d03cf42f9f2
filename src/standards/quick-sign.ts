import { evaluateNumbers, type Frame } from './evaluate-term.ts';
import type { Term } from './term.ts';
import { type Numbers, numberAt } from './vector.ts';

/**
 * The exact sign of value − line without fractions, where that is possible: for a number as it was reported, and for a
 * quotient of whole numbers, which is compared as numerator against line × denominator.
 *
 * @remarks Whole products below 2⁵³ are exact in a double. Null where neither holds; then `exactNumber` decides.
 */
export const quickSign = (
  term: Term,
  frame: Frame,
  value: Float64Array,
): ((row: number, line: number) => number | null) => {
  if (term.op === 'unitMeasure' || term.op === 'areaMeasure') {
    return (row, line) => (isPlain(term, value[row] as number) ? Math.sign((value[row] as number) - line) : null);
  }
  let above: Numbers = value;
  let below: Numbers = 1;
  if (term.op === 'arithmetic' && term.operator === '/') {
    let parts: readonly [Numbers, Numbers] | null = null;
    return (row, line) => {
      parts ??= [evaluateNumbers(term.left, frame), evaluateNumbers(term.right, frame)];
      [above, below] = parts;
      return crossSign(numberAt(above, row), numberAt(below, row), line);
    };
  }
  return (row, line) => crossSign(numberAt(above, row), 1, line);
};

/** A shared value may have been split, so only whole numbers of it are taken at their word. */
const isPlain = (term: Term, value: number): boolean => term.op === 'areaMeasure' || Number.isInteger(value);

const crossSign = (above: number, below: number, line: number): number | null => {
  if (!Number.isInteger(above) || !Number.isInteger(below) || below <= 0) return null;
  for (let scale = 1; scale <= 1e6; scale *= 10) {
    const scaled = Math.round(line * scale);
    if (scaled / scale !== line) continue;
    const left = above * scale;
    const right = scaled * below;
    return Number.isSafeInteger(left) && Number.isSafeInteger(right) ? Math.sign(left - right) : null;
  }
  return null;
};
