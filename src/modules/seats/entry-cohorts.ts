import { childrenOfEntryYears, type EntryCohort } from '#kernels/projection';
import { entryGrades } from './grades.ts';

/** Births of a calendar year or of one of its months in one district. */
export interface BirthCount {
  readonly district: number;
  readonly year: number;
  /** 1 to 12, or null for the whole year. */
  readonly month: number | null;
  readonly births: number;
}

/** Children are of age who were born by the end of August. @source Compulsory Education Law, article 11; entry in September */
const cutOffMonth = 8;

/**
 * Births as cohorts that reach the first year of kindergarten at three and grade 1 at six.
 *
 * @param steps years of the history and of the projection together
 * @returns none where nothing was born in time for any of them
 */
export function entryCohorts(
  births: readonly BirthCount[],
  districts: number,
  firstYear: number,
  steps: number,
): readonly EntryCohort[] {
  if (births.length === 0) return [];
  const from = Math.min(...births.map(({ year }) => year));
  const to = Math.max(...births.map(({ year }) => year));
  const months = (to - from + 1) * 12;
  const byMonth = Array.from({ length: districts }, () => new Float64Array(months).fill(Number.NaN));
  for (const { district, year, month, births: born } of births) {
    const own = byMonth[district];
    if (own === undefined) continue;
    const start = (year - from) * 12;
    if (month === null) own.fill(born / 12, start, start + 12);
    else own[start + month - 1] = born;
  }
  const years = Array.from({ length: steps }, (_, step) => firstYear + step);
  const cutOffs = years.map(() => cutOffMonth);
  return entryGrades.map(({ grade, age }) => {
    const children = new Float64Array(districts * steps);
    byMonth.forEach((own, district) => {
      children.set(childrenOfEntryYears(own, from, age, years, cutOffs), district * steps);
    });
    return { grade, steps, children, knownAhead: age };
  });
}
