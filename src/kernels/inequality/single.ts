import { measurePopulation } from './measure-population.ts';
import { measureMoments } from './moments.ts';

/** Weighted mean of one group; NaN when nothing counts. */
export function weightedMean(value: ArrayLike<number>, weight: ArrayLike<number>): number {
  return moments(value, weight).mean[0] as number;
}

/** Weighted standard deviation of one group, population form. */
export function standardDeviation(value: ArrayLike<number>, weight: ArrayLike<number>): number {
  return moments(value, weight).standardDeviation[0] as number;
}

/**
 * Weighted coefficient of variation of one group, population form; NaN unless the mean is positive.
 *
 * @example coefficientOfVariation([6.2, 3.702703, 10.505618, 2.105263, 7.309091], [45, 37, 89, 76, 55]) // 0.515257
 */
export function coefficientOfVariation(value: ArrayLike<number>, weight: ArrayLike<number>): number {
  return moments(value, weight).coefficientOfVariation[0] as number;
}

/** Weighted Gini coefficient: 0 when all are equal. */
export function gini(value: ArrayLike<number>, weight: ArrayLike<number>): number {
  return measurePopulation(value, weight).gini;
}

/** Theil's T, weighted. */
export function theil(value: ArrayLike<number>, weight: ArrayLike<number>): number {
  return measurePopulation(value, weight).theil;
}

/** Mean log deviation (Theil's L), weighted. */
export function meanLogDeviation(value: ArrayLike<number>, weight: ArrayLike<number>): number {
  return measurePopulation(value, weight).meanLogDeviation;
}

/** Lower weighted median: the smallest value at which half of the weight is reached. */
export function weightedMedian(value: ArrayLike<number>, weight: ArrayLike<number>): number {
  return measurePopulation(value, weight).median;
}

/** McLoone index: mean of the values at or below the median, over the median. 1 when the lower half is equal. */
export function mcloone(value: ArrayLike<number>, weight: ArrayLike<number>): number {
  return measurePopulation(value, weight).mcloone;
}

function moments(value: ArrayLike<number>, weight: ArrayLike<number>) {
  return measureMoments(Float64Array.from(value), Float64Array.from(weight), new Int32Array(value.length), 1);
}
