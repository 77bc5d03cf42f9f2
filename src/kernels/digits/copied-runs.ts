/** Entries `from` to `from + length - 1` are the same in both years. */
export interface CopiedRun {
  readonly from: number;
  readonly length: number;
  /** Different figures in the run: one figure repeated is weaker evidence than many. */
  readonly distinct: number;
}

/**
 * Runs of figures that a later report repeats unchanged from an earlier one.
 *
 * @remarks
 * Entry i of both arrays is the same field (one school's measures in the order of the form, or one measure over the schools).
 * Zeros and NaN neither prove a copy nor break a run: they are not counted in `length` at either end.
 * Cost O(n).
 * @throws RangeError on arrays of different length, or `shortest` below 1.
 * @example findCopiedRuns([12, 34, 56, 7], [12, 34, 56, 8], 3) // [{ from: 0, length: 3, distinct: 3 }]
 */
export function findCopiedRuns(before: ArrayLike<number>, after: ArrayLike<number>, shortest: number): CopiedRun[] {
  if (before.length !== after.length) throw new RangeError(`lengths differ: ${before.length} and ${after.length}`);
  if (!(shortest >= 1)) throw new RangeError(`shortest is ${shortest}: must be >= 1`);
  const runs: CopiedRun[] = [];
  let from = -1;
  let last = -1;
  let telling = 0;
  let figures = new Set<number>();
  const close = () => {
    if (telling >= shortest) runs.push({ from, length: last - from + 1, distinct: figures.size });
    from = -1;
    telling = 0;
    figures = new Set();
  };
  for (let i = 0; i < before.length; i++) {
    const a = before[i] as number;
    const b = after[i] as number;
    const silent = (a === 0 && b === 0) || (a !== a && b !== b);
    if (silent) continue;
    if (a === b) {
      if (from < 0) from = i;
      last = i;
      telling++;
      figures.add(a);
    } else {
      close();
    }
  }
  close();
  return runs;
}
