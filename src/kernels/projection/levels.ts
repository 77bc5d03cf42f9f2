import { type EntryCohort, entrantsOf } from './entrants.ts';
import { foreseeGrades, keepGrades } from './grade-changes.ts';
import { moveUp } from './move-up.ts';
import { reconcile } from './reconcile.ts';
import { addForecast, addUp, type Forecast, type GradeBands, type Series } from './series.ts';
import type { Settings } from './settings.ts';

/** The same pupils at three levels. */
export interface Levels {
  readonly schools: Series;
  readonly districts: Series;
  readonly region: Series;
  readonly cohorts: readonly EntryCohort[];
  /** Grades to be judged together besides all of them; none by default. */
  readonly bands: GradeBands;
}

export interface LevelForecasts {
  readonly schools: Forecast;
  readonly districts: Forecast;
  readonly region: Forecast;
}

export function levelsOf(schools: Series, cohorts: readonly EntryCohort[], bands?: GradeBands): Levels {
  const districts = addUp(schools);
  return { schools, districts, region: addUp(districts), cohorts, bands: bands ?? noBands(schools.grades) };
}

function noBands(grades: number): GradeBands {
  return { count: 0, of: new Int32Array(grades).fill(-1) };
}

/** The districts' own forecast, before schools are looked at. */
export function forecastDistricts(
  { districts, cohorts }: Levels,
  origin: number,
  horizons: number,
  { district }: Settings,
): Forecast {
  const entrants = entrantsOf(cohorts, districts, origin, horizons, district);
  return moveUp({
    series: districts,
    origin,
    horizons,
    settings: district,
    running: keepGrades(districts, origin, horizons),
    ...(entrants === undefined ? {} : { entrants }),
  });
}

/**
 * Schools moved up, then scaled toward the districts' own forecast. A district is the mean of its own forecast and of its schools' sum, in the
 * same proportion; the region is the sum of its districts.
 *
 * @remarks Cost: schools × grades × (origin + horizons).
 */
export function forecastLevels(levels: Levels, origin: number, horizons: number, settings: Settings): LevelForecasts {
  const direct = forecastDistricts(levels, origin, horizons, settings);
  return forecastSchools(levels, direct, origin, horizons, settings);
}

/** The second half of `forecastLevels`, from a districts' forecast made already. */
export function forecastSchools(
  { schools: series, districts: larger }: Levels,
  direct: Forecast,
  origin: number,
  horizons: number,
  settings: Settings,
  running = foreseeGrades(series, origin, horizons),
): LevelForecasts {
  const moved = moveUp({
    series,
    origin,
    horizons,
    settings: settings.school,
    running,
    larger: { forecast: direct, series: larger },
  });
  const schools = reconcile(moved, series, direct, horizons, settings.reconcile);
  const districts = addForecast(schools, series, horizons);
  return { schools, districts, region: addForecast(districts, larger, horizons) };
}
