import { checkShape, counts } from './group-rows.ts';

export interface GroupMoments {
  readonly count: Int32Array;
  readonly weight: Float64Array;
  readonly mean: Float64Array;
  readonly standardDeviation: Float64Array;
  readonly coefficientOfVariation: Float64Array;
}

/**
 * Weighted mean, standard deviation and coefficient of variation of every group, without sorting.
 *
 * @remarks Shapes, policy and errors of `measureGroups`. Cost: two passes over the rows.
 * @source Measures for county-level assessment, 2017: coefficient of variation weighted by pupils, population form.
 * @example measureMoments(new Float64Array([6, 8]), new Float64Array([1, 1]), new Int32Array([0, 0]), 1).mean[0] // 7
 */
export function measureMoments(
  value: Float64Array,
  weight: Float64Array,
  group: Int32Array,
  groups: number,
): GroupMoments {
  checkShape(value, weight, group, groups);
  const count = new Int32Array(groups);
  const total = new Float64Array(groups);
  const amount = new Float64Array(groups);
  const totalLost = new Float64Array(groups);
  const amountLost = new Float64Array(groups);
  for (let i = 0; i < value.length; i++) {
    const g = group[i] as number;
    const v = value[i] as number;
    const w = weight[i] as number;
    if (g >= groups || g < -1) throw new RangeError(`group[${i}] is ${g}: must be -1 to ${groups - 1}`);
    if (!counts(v, w, i) || g < 0) continue;
    count[g] = (count[g] as number) + 1;
    add(total, totalLost, g, w);
    add(amount, amountLost, g, w * v);
  }
  const mean = new Float64Array(groups);
  for (let g = 0; g < groups; g++) {
    total[g] = (total[g] as number) + (totalLost[g] as number);
    mean[g] = ((amount[g] as number) + (amountLost[g] as number)) / (total[g] as number);
  }
  const square = new Float64Array(groups);
  const squareLost = new Float64Array(groups);
  const drift = new Float64Array(groups);
  for (let i = 0; i < value.length; i++) {
    const g = group[i] as number;
    const v = value[i] as number;
    const w = weight[i] as number;
    if (g < 0 || !(w > 0) || v !== v) continue;
    const d = v - (mean[g] as number);
    add(square, squareLost, g, w * d * d);
    drift[g] = (drift[g] as number) + w * d;
  }
  const standardDeviation = new Float64Array(groups);
  const coefficientOfVariation = new Float64Array(groups);
  for (let g = 0; g < groups; g++) {
    const n = total[g] as number;
    const m = mean[g] as number;
    const centred = (square[g] as number) + (squareLost[g] as number) - (drift[g] as number) ** 2 / n;
    standardDeviation[g] = Math.sqrt(Math.max(0, centred / n));
    coefficientOfVariation[g] = m > 0 ? (standardDeviation[g] as number) / m : Number.NaN;
  }
  return { count, weight: total, mean, standardDeviation, coefficientOfVariation };
}

function add(sum: Float64Array, lost: Float64Array, g: number, term: number): void {
  const before = sum[g] as number;
  const next = before + term;
  lost[g] = (lost[g] as number) + (Math.abs(before) >= Math.abs(term) ? before - next + term : term - next + before);
  sum[g] = next;
}
