import { counts } from './group-rows.ts';

/** Points of a curve from (0, 0) to (1, 1); `row[k]` is the input row that ends at point k + 1. */
export interface LorenzCurve {
  /** Share of the people, poorest first. */
  readonly people: Float64Array;
  /** Share of the amount (weight × value) that they hold. */
  readonly amount: Float64Array;
  readonly row: Int32Array;
}

/**
 * Points of the Lorenz curve, one after each row that counts, in order of value (ties in order of row).
 *
 * @remarks Without rows, or with a total amount that is not positive, only the two end points remain. Cost O(n log n).
 * @throws RangeError as `measureGroups`, and on a negative value, for which the curve has no meaning.
 * @example lorenzCurve([1, 3], [1, 1]).amount // [0, 0.25, 1]
 */
export function lorenzCurve(value: ArrayLike<number>, weight: ArrayLike<number>): LorenzCurve {
  const rows: number[] = [];
  for (let i = 0; i < value.length; i++) {
    if (!counts(value[i] as number, weight[i] as number, i)) continue;
    if ((value[i] as number) < 0) throw new RangeError(`value[${i}] is ${value[i]}: must be >= 0`);
    rows.push(i);
  }
  rows.sort((a, b) => (value[a] as number) - (value[b] as number) || a - b);
  const people = new Float64Array(rows.length + 1);
  const amount = new Float64Array(rows.length + 1);
  rows.forEach((row, k) => {
    people[k + 1] = (people[k] as number) + (weight[row] as number);
    amount[k + 1] = (amount[k] as number) + (weight[row] as number) * (value[row] as number);
  });
  const allPeople = people[rows.length] as number;
  const allAmount = amount[rows.length] as number;
  if (!(allAmount > 0)) {
    return { people: Float64Array.of(0, 1), amount: Float64Array.of(0, 1), row: new Int32Array(0) };
  }
  return {
    people: people.map((p) => p / allPeople),
    amount: amount.map((a) => a / allAmount),
    row: Int32Array.from(rows),
  };
}
