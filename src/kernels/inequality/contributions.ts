import { compensatedSum } from './compensated-sum.ts';
import { counts } from './group-rows.ts';
import { weightedMean } from './single.ts';

/**
 * Each row's share of the squared coefficient of variation: weight × (value - mean)² over their sum.
 *
 * @remarks
 * The shares are 0–1 and sum to 1: they say which schools drive the coefficient. Where all values are equal there is nothing to
 * share and every entry is 0. NaN for a row that does not count. Cost O(n).
 * @throws RangeError as `measureGroups`.
 * @example contributions([1, 2, 3], [1, 1, 1]) // [0.5, 0, 0.5]
 */
export function contributions(value: ArrayLike<number>, weight: ArrayLike<number>): Float64Array {
  const mean = weightedMean(value, weight);
  const share = new Float64Array(value.length).fill(Number.NaN);
  for (let i = 0; i < value.length; i++) {
    const w = weight[i] as number;
    if (counts(value[i] as number, w, i)) share[i] = w * ((value[i] as number) - mean) ** 2;
  }
  const sum = compensatedSum(share);
  if (sum > 0) for (let i = 0; i < share.length; i++) share[i] = (share[i] as number) / sum;
  return share;
}
