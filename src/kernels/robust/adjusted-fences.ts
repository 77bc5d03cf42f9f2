import { medcouple } from './medcouple.ts';
import { quantileOfSorted, sortReported } from './median.ts';

export interface Fences {
  readonly lower: number;
  readonly upper: number;
  readonly medcouple: number;
}

/**
 * Fences of the box plot adjusted for skewness: values outside them deserve a look.
 *
 * @remarks
 * The usual fences of 1.5 interquartile ranges, widened on the side of the long tail and narrowed on the other, so that a skewed
 * but honest figure (pupils of a school) is not flagged wholesale. NaN without values. Cost O(n log n).
 * @source M. Hubert and E. Vandervieren, An adjusted boxplot for skewed distributions, 2008.
 * @example adjustedFences([1, 2, 3, 4, 5]) // { lower: -1, upper: 7, medcouple: 0 }
 */
export function adjustedFences(values: ArrayLike<number>): Fences {
  const sorted = sortReported(values);
  const low = quantileOfSorted(sorted, 0.25);
  const high = quantileOfSorted(sorted, 0.75);
  const skew = medcouple(sorted);
  const reach = 1.5 * (high - low);
  return {
    lower: low - reach * Math.exp(skew >= 0 ? -4 * skew : -3 * skew),
    upper: high + reach * Math.exp(skew >= 0 ? 3 * skew : 4 * skew),
    medcouple: skew,
  };
}
