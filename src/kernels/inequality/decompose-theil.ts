import { compensatedSum } from './compensated-sum.ts';
import { theilPart } from './entropy.ts';
import { measureGroups } from './measure-groups.ts';

export interface TheilDecomposition {
  readonly total: number;
  /** What would remain if every group had the same mean. */
  readonly within: number;
  /** What would remain if everyone had the mean of the own group. */
  readonly between: number;
  /** Each group's own part of `within`; they sum to it. NaN for an empty group. */
  readonly withinOfGroup: Float64Array;
}

/**
 * Theil's T split exactly into inequality within groups (towns, school groups, ownership) and between them.
 *
 * @remarks `total = within + between`. Rows of group -1 stay out of all three. Policy and errors of `measureGroups`; NaN throughout
 * unless the mean is positive and no value negative.
 * @source H. Theil, Economics and Information Theory, 1967, chapter 4.
 * @example decomposeTheil(new Float64Array([1, 3]), new Float64Array([1, 1]), new Int32Array([0, 1]), 2).within // 0
 */
export function decomposeTheil(
  value: Float64Array,
  weight: Float64Array,
  group: Int32Array,
  groups: number,
): TheilDecomposition {
  const measures = measureGroups(value, weight, group, groups);
  const people = compensatedSum(measures.weight);
  const mean = compensatedSum(measures.mean.map((m, g) => m * (measures.weight[g] as number))) / people;
  const share = measures.mean.map((m, g) => ((measures.weight[g] as number) / people) * (m / mean));
  // An equal group adds nothing even where all of its values are 0 and its own T is undefined.
  const withinOfGroup = share.map((s, g) => (s === 0 ? 0 : s * (measures.theil[g] as number)));
  const parts = measures.mean.map((m, g) => ((measures.weight[g] as number) / people) * theilPart((m - mean) / mean));
  const defined =
    people > 0 && mean > 0 && measures.count.every((n, g) => n === 0 || withinOfGroup[g] === withinOfGroup[g]);
  const within = defined ? compensatedSum(withinOfGroup) : Number.NaN;
  const between = defined ? compensatedSum(parts) : Number.NaN;
  return { total: within + between, within, between, withinOfGroup };
}
