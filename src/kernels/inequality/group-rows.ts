/** Rows put in order of their group: group g owns rows `start[g]` to `start[g + 1]` (exclusive). */
export interface GroupedRows {
  readonly start: Int32Array;
  readonly value: Float64Array;
  readonly weight: Float64Array;
}

/**
 * Whether a row takes part: its value and weight are reported, and somebody stands behind it.
 *
 * @throws RangeError when the weight is negative or either number is infinite.
 */
export function counts(value: number, weight: number, row: number): boolean {
  if (!(weight > 0) || !(value - value === 0) || weight === Infinity) {
    if (weight < 0 || weight === Infinity) throw new RangeError(`weight[${row}] is ${weight}: must be finite and >= 0`);
    if (value === Infinity || value === -Infinity) throw new RangeError(`value[${row}] is ${value}: must be finite`);
    return false;
  }
  return true;
}

/**
 * Copies the rows that count, in group order, by counting sort; rows of group -1 stay out.
 *
 * @throws RangeError on arrays of different length, or a group outside -1 … groups - 1.
 */
export function groupRows(value: Float64Array, weight: Float64Array, group: Int32Array, groups: number): GroupedRows {
  const rows = value.length;
  checkShape(value, weight, group, groups);
  const start = new Int32Array(groups + 1);
  const next = new Int32Array(groups + 1);
  for (let i = 0; i < rows; i++) {
    const g = group[i] as number;
    if (g >= groups || g < -1) throw new RangeError(`group[${i}] is ${g}: must be -1 to ${groups - 1}`);
    if (counts(value[i] as number, weight[i] as number, i) && g >= 0) next[g + 1] = (next[g + 1] as number) + 1;
  }
  for (let g = 0; g < groups; g++) {
    start[g + 1] = (start[g] as number) + (next[g + 1] as number);
    next[g + 1] = start[g + 1] as number;
  }
  const grouped = {
    start,
    value: new Float64Array(start[groups] as number),
    weight: new Float64Array(start[groups] as number),
  };
  for (let i = 0; i < rows; i++) {
    const g = group[i] as number;
    const v = value[i] as number;
    const w = weight[i] as number;
    if (g < 0 || !(w > 0) || v !== v) continue;
    const at = next[g] as number;
    next[g] = at + 1;
    grouped.value[at] = v;
    grouped.weight[at] = w;
  }
  return grouped;
}

export function checkShape(
  value: ArrayLike<number>,
  weight: ArrayLike<number>,
  group: ArrayLike<number>,
  groups: number,
): void {
  if (weight.length !== value.length || group.length !== value.length) {
    throw new RangeError(
      `value, weight and group differ in length: ${value.length}, ${weight.length}, ${group.length}`,
    );
  }
  if (!Number.isInteger(groups) || groups < 0) throw new RangeError(`groups is ${groups}: must be a whole number >= 0`);
}
