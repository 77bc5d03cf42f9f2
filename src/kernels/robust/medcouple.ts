import { quantileOfSorted, sortReported } from './median.ts';

/**
 * Medcouple: a measure of skewness from -1 (long tail below) to 1 (long tail above) that a quarter of the values cannot spoil.
 *
 * @remarks
 * The median of h(a, b) = (a + b) / (a - b) over all pairs of a value at or above and one at or below the median, both taken from
 * the median. With an even number of pairs it is the smaller of the two in the middle. NaN values are left out; NaN without values.
 * Cost O(n log n): each round discards a part of the sorted matrix of pairs without writing it down.
 * @source G. Brys, M. Hubert and A. Struyf, A robust measure of skewness, 2004; D. B. Johnson and T. Mizoguchi, Selecting the
 * K-th element in X + Y, 1978.
 * @example medcouple([1, 2, 7, 9, 10]) // -1/3
 */
export function medcouple(values: ArrayLike<number>): number {
  const sorted = sortReported(values).reverse();
  const centre = quantileOfSorted(sorted, 0.5);
  const above = sorted.filter((v) => v >= centre).map((v) => v - centre);
  const below = sorted.filter((v) => v <= centre).map((v) => v - centre);
  const rows = above.length;
  const columns = below.length;
  if (rows === 0) return Number.NaN;
  const pair = (i: number, j: number): number => {
    const a = above[i] as number;
    const b = below[j] as number;
    return a === b ? Math.sign(rows - 1 - i - j) : (a + b) / (a - b);
  };

  let left = new Int32Array(rows);
  let right = new Int32Array(rows).fill(columns - 1);
  let leftTotal = 0;
  let rightTotal = rows * columns;
  const rank = Math.floor(rightTotal / 2);
  while (rightTotal - leftTotal > rows) {
    const trial = weightedMiddle(left, right, pair);
    const greater = lastGreater(trial, rows, columns, pair);
    const less = firstLess(trial, rows, columns, pair);
    const greaterTotal = greater.reduce((sum, j) => sum + j + 1, 0);
    const notLessTotal = less.reduce((sum, j) => sum + j, 0);
    if (rank < greaterTotal && greaterTotal < rightTotal) {
      right = greater;
      rightTotal = greaterTotal;
    } else if (rank >= notLessTotal && notLessTotal > leftTotal) {
      left = less;
      leftTotal = notLessTotal;
    } else {
      return trial;
    }
  }
  const remaining: number[] = [];
  for (let i = 0; i < rows; i++) {
    for (let j = left[i] as number; j <= (right[i] as number); j++) remaining.push(pair(i, j));
  }
  return remaining.sort((a, b) => b - a)[rank - leftTotal] ?? Number.NaN;
}

type Pair = (i: number, j: number) => number;

function weightedMiddle(left: Int32Array, right: Int32Array, pair: Pair): number {
  const middles: { value: number; weight: number }[] = [];
  let total = 0;
  for (let i = 0; i < left.length; i++) {
    const from = left[i] as number;
    const to = right[i] as number;
    if (from > to) continue;
    middles.push({ value: pair(i, (from + to) >> 1), weight: to - from + 1 });
    total += to - from + 1;
  }
  middles.sort((a, b) => a.value - b.value);
  let reached = 0;
  for (const { value, weight } of middles) {
    reached += weight;
    if (2 * reached >= total) return value;
  }
  return Number.NaN;
}

function lastGreater(trial: number, rows: number, columns: number, pair: Pair): Int32Array<ArrayBuffer> {
  const last = new Int32Array(rows);
  let j = 0;
  for (let i = rows - 1; i >= 0; i--) {
    while (j < columns && pair(i, j) > trial) j++;
    last[i] = j - 1;
  }
  return last;
}

function firstLess(trial: number, rows: number, columns: number, pair: Pair): Int32Array<ArrayBuffer> {
  const first = new Int32Array(rows);
  let j = columns - 1;
  for (let i = 0; i < rows; i++) {
    while (j >= 0 && pair(i, j) < trial) j--;
    first[i] = j + 1;
  }
  return first;
}
