import { groupRows } from './group-rows.ts';
import { measureSorted, type PopulationMeasures } from './measure-sorted.ts';
import { sortRows } from './sort-rows.ts';

/**
 * All weighted population measures of one group.
 *
 * @remarks The same policy as `measureGroups`; plain arrays are accepted. Cost O(n log n).
 * @example
 * // five schools: pupils and teaching-instrument value
 * const pupils = [45, 37, 89, 76, 55];
 * const perPupil = [279, 137, 935, 160, 402].map((sum, i) => sum / pupils[i]);
 * measurePopulation(perPupil, pupils).coefficientOfVariation // 0.515257
 */
export function measurePopulation(value: ArrayLike<number>, weight: ArrayLike<number>): PopulationMeasures {
  const rows = groupRows(Float64Array.from(value), Float64Array.from(weight), new Int32Array(value.length), 1);
  const size = rows.value.length;
  sortRows(rows.value, rows.weight, 0, size, new Float64Array(size), new Float64Array(size));
  return measureSorted(rows.value, rows.weight, 0, size);
}
