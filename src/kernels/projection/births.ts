/**
 * Children who enter in each year, from births by month: those who are `age` years old by the last day of the cut-off month.
 *
 * @param births births from January of `firstYear` on, a month each; NaN = not known
 * @param age years of age at the cut-off
 * @param entryYears the years asked for, rising and without gaps
 * @param cutOffMonths last month that counts, 1 to 12, one for each entry year; where it moves, that year has more or fewer than twelve months
 * @returns children, one number for each entry year; NaN where a month is not known
 * @example childrenOfEntryYears(births, 2010, 6, [2017, 2018], [8, 8]) // born Sep 2010 to Aug 2011, and the year after
 */
export function childrenOfEntryYears(
  births: ArrayLike<number>,
  firstYear: number,
  age: number,
  entryYears: readonly number[],
  cutOffMonths: readonly number[],
): Float64Array {
  if (entryYears.length !== cutOffMonths.length)
    throw new RangeError('one cut-off month is wanted for each entry year');
  return Float64Array.from(entryYears, (year, i) => {
    const cutOff = cutOffMonths[i] as number;
    const before = i > 0 ? (cutOffMonths[i - 1] as number) : cutOff;
    let children = 0;
    for (let month = monthOf(year - 1, before); month < monthOf(year, cutOff); month++) {
      children += month >= 0 && month < births.length ? (births[month] as number) : Number.NaN;
    }
    return children;
  });

  /** Index of the first month that is too young in that entry year. */
  function monthOf(year: number, cutOff: number): number {
    return (year - age - firstYear) * 12 + cutOff;
  }
}

/** Yearly births spread evenly over their months, where months are not known. */
export function spreadOverMonths(yearly: ArrayLike<number>): Float64Array {
  return Float64Array.from(
    { length: yearly.length * 12 },
    (_, month) => (yearly[Math.floor(month / 12)] as number) / 12,
  );
}
