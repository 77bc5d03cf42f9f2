import { median } from './median.ts';

/** 1 / Φ⁻¹(3/4): makes the median absolute deviation estimate the standard deviation of a normal distribution. */
const medianConsistency = 1.482602218505602;
/** √(π/2): the same for the mean absolute deviation. */
const meanConsistency = 1.2533141373155003;

/** Median of the distances to the median, times the consistency constant: a standard deviation that half of the values cannot spoil. */
export function medianAbsoluteDeviation(values: ArrayLike<number>): number {
  const centre = median(values);
  return medianConsistency * median(Float64Array.from(values, (v) => Math.abs(v - centre)));
}

/**
 * How many robust standard deviations each value lies from the median, with its sign.
 *
 * @remarks
 * Where more than half of the values are equal the median absolute deviation is 0 and the mean absolute deviation takes its place.
 * Where all are equal every score is 0. NaN stays NaN. Cost O(n log n).
 * @source B. Iglewicz and D. C. Hoaglin, How to Detect and Handle Outliers, 1993; they flag scores beyond 3.5.
 * @example robustScores([1, 2, 3, 4, 100])[4] // 65.4
 */
export function robustScores(values: ArrayLike<number>): Float64Array {
  const centre = median(values);
  const scale = medianAbsoluteDeviation(values) || meanConsistency * meanDistance(values, centre);
  return Float64Array.from(values, (v) => (v === centre ? 0 : (v - centre) / scale));
}

function meanDistance(values: ArrayLike<number>, centre: number): number {
  let sum = 0;
  let reported = 0;
  for (let i = 0; i < values.length; i++) {
    const distance = Math.abs((values[i] as number) - centre);
    if (distance !== distance) continue;
    sum += distance;
    reported++;
  }
  return sum / reported;
}
