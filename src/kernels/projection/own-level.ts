import { memoryOf } from './settings.ts';

/**
 * What a row of yearly numbers stands at: the mean of its years above 0, older ones forgotten the sooner the larger it is.
 *
 * @param from index of the row's first year in `values`
 * @param drift how much it usually changes in a year, as a share
 * @returns 0 where no year is above 0
 */
export function ownLevel(values: Float64Array, from: number, origin: number, drift: number): number {
  const memory = memoryOf(drift, values[from + origin] as number);
  let sum = 0;
  let weights = 0;
  let weight = 1;
  for (let year = origin; year >= 0 && weight > 1e-6; year--) {
    const value = values[from + year] as number;
    if (value > 0) {
      sum += weight * value;
      weights += weight;
    }
    weight *= memory;
  }
  return weights > 0 ? sum / weights : 0;
}
