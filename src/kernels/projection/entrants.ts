import type { Forecast, Series } from './series.ts';
import { type LevelSettings, memoryOf } from './settings.ts';

/**
 * Children who reach the age of a grade, from births or registers of residents: `children[district * steps + step]`, step 0 = the first year of
 * the history, steps beyond the history = coming years; NaN = not known.
 */
export interface EntryCohort {
  readonly grade: number;
  readonly steps: number;
  readonly children: Float64Array;
  /** For how many years ahead they are known when a projection is made; a back-test looks no further. */
  readonly knownAhead: number;
}

/**
 * Pupils whom each cohort brings into its grade: children times the share that came in earlier years, which may exceed 1 where births or
 * registers count too few. A district's share leans on the region's.
 *
 * @returns laid out as a forecast of the districts, NaN where nothing is known; `undefined` without cohorts
 */
export function entrantsOf(
  cohorts: readonly EntryCohort[],
  districts: Series,
  origin: number,
  horizons: number,
  settings: LevelSettings,
): Forecast | undefined {
  if (cohorts.length === 0) return undefined;
  const entrants = new Float64Array(districts.units * districts.grades * horizons).fill(Number.NaN);
  for (const cohort of cohorts) {
    const shares = entryShares(cohort, districts, origin, settings);
    for (let unit = 0; unit < districts.units; unit++) {
      for (let horizon = 0; horizon < Math.min(horizons, cohort.knownAhead); horizon++) {
        const step = origin + 1 + horizon;
        if (step >= cohort.steps) break;
        const children = cohort.children[unit * cohort.steps + step] as number;
        entrants[(unit * districts.grades + cohort.grade) * horizons + horizon] = children * (shares[unit] as number);
      }
    }
  }
  return entrants;
}

function entryShares(
  { grade, steps, children }: EntryCohort,
  { units, grades, years, pupils }: Series,
  origin: number,
  { rateDrift, shrinkage }: LevelSettings,
): Float64Array {
  const came = new Float64Array(units);
  const born = new Float64Array(units);
  for (let unit = 0; unit < units; unit++) {
    for (let year = 0; year <= Math.min(origin, steps - 1); year++) {
      const entered = pupils[(unit * grades + grade) * years + year] as number;
      const of = children[unit * steps + year] as number;
      if (!(entered > 0 && of > 0)) continue;
      const weight = memoryOf(rateDrift, of) ** (origin - year);
      came[unit] = (came[unit] as number) + weight * entered;
      born[unit] = (born[unit] as number) + weight * of;
    }
  }
  const allBorn = born.reduce((a, b) => a + b, 0);
  const region = allBorn > 0 ? came.reduce((a, b) => a + b, 0) / allBorn : Number.NaN;
  return came.map((entered, unit) => (entered + shrinkage * region) / ((born[unit] as number) + shrinkage));
}
