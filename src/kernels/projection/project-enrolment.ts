import { type Adjusted, adjust, asExpected, type ProjectionEvent, type Scenario } from './adjust.ts';
import { type BackTestLine, rehearse, reportBackTest, type Spreads, spreadsOf } from './back-test.ts';
import { chooseSettings, testOrigins } from './choose-settings.ts';
import type { EntryCohort } from './entrants.ts';
import { forecastLevels, type Levels, levelsOf } from './levels.ts';
import { addBands, addForecast, addGrades, type Forecast, type GradeBands, type Series } from './series.ts';
import type { Settings } from './settings.ts';
import { fewestOutcomes, intervalOf, type Spread, widen } from './spread.ts';

/**
 * Pupils by school, grade and year, and what is known of coming ones.
 *
 * @remarks Years are consecutive; grades are in the order in which children pass them, entry grades of a next stage included.
 */
export interface EnrolmentHistory {
  readonly schools: number;
  readonly districts: number;
  readonly grades: number;
  readonly years: number;
  /** `[(school * grades + grade) * years + year]`; 0 or NaN = the grade is not run. */
  readonly pupils: Float64Array;
  /** The district of each school. */
  readonly district: Int32Array;
  /** Children reaching the age of a grade, from births or registers. */
  readonly cohorts?: readonly EntryCohort[];
  /** Pupils whom housing or migration adds to a district: `[(district * grades + grade) * horizons + horizon]`; see `housingArrivals`. */
  readonly arrivals?: Forecast;
  readonly events?: readonly ProjectionEvent[];
  /** Grades wanted together with an interval of their own, such as those of a stage. */
  readonly bands?: GradeBands;
}

export interface ProjectionOptions {
  /** Years to project. */
  readonly horizons: number;
  /** Share of outcomes an interval is to hold; 0.8 by default. */
  readonly share?: number;
  readonly scenario?: Scenario;
  /** Chosen by back-testing where not given. */
  readonly settings?: Settings;
  /** Schools with fewer pupils get no line of their own; 30 by default. */
  readonly fewestPupils?: number;
  /** Nor do schools with fewer years; 3 by default. */
  readonly fewestYears?: number;
  /** Called between trials with how many are done; `false` stops the search for settings and projects with the best so far. */
  readonly onProgress?: (trials: number) => boolean;
}

/** Expected pupils with an interval; NaN where nothing can be said. */
export interface Band {
  readonly pupils: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

export interface LevelProjection {
  /** `[(unit * grades + grade) * horizons + horizon]` */
  readonly grades: Band;
  /** `[(unit * bands + band) * horizons + horizon]`; empty without bands. */
  readonly bands: Band;
  /** `[unit * horizons + horizon]` */
  readonly total: Band;
}

/** Whether a school gets a line: `closed` has no pupils in the last year. */
export type Verdict = 'projected' | 'tooNew' | 'tooSmall' | 'closed';

export interface EnrolmentProjection {
  readonly horizons: number;
  readonly settings: Settings;
  readonly verdicts: readonly Verdict[];
  readonly schools: LevelProjection;
  readonly districts: LevelProjection;
  readonly region: LevelProjection;
  /** Pupils of districts whom no school running their grade could take. */
  readonly unplaced: Forecast;
  /** Empty with fewer than three years: then there are no intervals either. */
  readonly backTest: readonly BackTestLine[];
}

/**
 * Projects enrolment by school, district and region.
 *
 * @remarks
 * Cohorts move up by rates of progression that lean from school to district to region; grades without a feeding grade come from births or
 * registers, else from their level; openings and closings go on as they usually do; schools are reconciled with their district's own forecast.
 * How much of each is chosen by projecting from earlier years of the same history (`chooseSettings`). Intervals are the quantiles of the errors
 * made there, by size of forecast; years ahead that could not be tested widen as the square root of time.
 * Schools too small or too new get no line, yet count in their district.
 * Cost: about 100 forecasts per test year; 1,600 schools × 14 grades × 7 years take about 3 s.
 * @throws RangeError on arrays of wrong length, negative or infinite pupils, districts or events out of range
 */
export function projectEnrolment(history: EnrolmentHistory, options: ProjectionOptions): EnrolmentProjection {
  const { horizons, share = 0.8, scenario = asExpected } = options;
  const levels = levelsOf(seriesOf(history, horizons), history.cohorts ?? [], history.bands);
  const last = history.years - 1;
  const origins = testOrigins(last);
  const settings = options.settings ?? chooseSettings(levels, last, options.onProgress);
  const ahead = Math.min(horizons, Math.max(last - 1, 0));
  const rehearsals = rehearse(levels, origins, ahead, settings);
  const spreads = spreadsOf(levels, rehearsals, share);
  const adjusted = adjust(forecastLevels(levels, last, horizons, settings).schools, levels.schools, horizons, {
    events: history.events ?? [],
    scenario,
    entryGrades: (history.cohorts ?? []).map(({ grade }) => grade),
    ...(history.arrivals === undefined ? {} : { arrivals: history.arrivals }),
  });
  const verdicts = judgeSchools(levels.schools, options);
  return {
    horizons,
    settings,
    verdicts,
    ...drawLevels(levels, adjusted, horizons, spreads, verdicts),
    unplaced: adjusted.unplaced,
    backTest: reportBackTest(levels, rehearsals, share),
  };
}

function drawLevels(
  { schools, districts, region, bands }: Levels,
  adjusted: Adjusted,
  horizons: number,
  spreads: Spreads,
  verdicts: readonly Verdict[],
): Pick<EnrolmentProjection, 'schools' | 'districts' | 'region'> {
  const placed = addForecast(adjusted.schools, schools, horizons);
  const byDistrict = placed.map((pupils, at) => pupils + (adjusted.unplaced[at] as number));
  const byRegion = addForecast(byDistrict, districts, horizons);
  const isDrawn = (unit: number): boolean => verdicts[unit] === 'projected';
  const all = (): boolean => true;
  const draw = (level: 'school' | 'district' | 'region', series: Series, forecast: Forecast): LevelProjection => {
    const { units, grades } = series;
    const drawn = level === 'school' ? isDrawn : all;
    const inBands = addBands(forecast, units, bands, horizons);
    return {
      grades: bandOf(forecast, grades, horizons, spreads[`${level}Grade`], drawn),
      bands: bandOf(inBands, bands.count, horizons, spreads[`${level}Band`], drawn),
      total: bandOf(addGrades(forecast, units, grades, horizons), 1, horizons, spreads[level], drawn),
    };
  };
  const drawnDistricts = draw('district', districts, byDistrict);
  const drawnRegion = draw('region', region, byRegion);
  return {
    schools: draw('school', schools, adjusted.schools),
    districts: drawnDistricts,
    region: {
      grades: holdWithin(drawnRegion.grades, drawnDistricts.grades, horizons, spreads.regionGrade),
      bands: holdWithin(drawnRegion.bands, drawnDistricts.bands, horizons, spreads.regionBand),
      total: holdWithin(drawnRegion.total, drawnDistricts.total, horizons, spreads.region),
    },
  };
}

/** A region whose interval rests on few outcomes is never less certain than if all its districts erred together. */
function holdWithin(region: Band, districts: Band, horizons: number, spreads: readonly Spread[]): Band {
  const size = region.pupils.length;
  const together = (values: Float64Array, at: number): number => {
    let sum = 0;
    for (let from = at; from < values.length; from += size) sum += values[from] as number;
    return sum;
  };
  const isThin = (at: number): boolean => (spreads[at % horizons]?.outcomes ?? 0) < fewestOutcomes;
  return {
    pupils: region.pupils,
    low: region.low.map((low, at) => (isThin(at) ? Math.max(low, together(districts.low, at)) : low)),
    high: region.high.map((high, at) => (isThin(at) ? Math.min(high, together(districts.high, at)) : high)),
  };
}

function bandOf(
  forecast: Forecast,
  rowsPerUnit: number,
  horizons: number,
  spreads: readonly Spread[],
  isDrawn: (unit: number) => boolean,
): Band {
  const reach = extend(spreads, horizons);
  const pupils = new Float64Array(forecast.length).fill(Number.NaN);
  const low = pupils.slice();
  const high = pupils.slice();
  for (let at = 0; at < forecast.length; at++) {
    if (!isDrawn(Math.floor(at / horizons / rowsPerUnit))) continue;
    const expected = forecast[at] as number;
    pupils[at] = expected;
    const spread = reach[at % horizons];
    if (spread === undefined) continue;
    const interval = expected > 0 ? intervalOf(expected, spread) : { low: 0, high: 0 };
    low[at] = interval.low;
    high[at] = interval.high;
  }
  return { pupils, low, high };
}

/** Horizons that could not be tested, from the last one that could. */
function extend(spreads: readonly Spread[], horizons: number): readonly Spread[] {
  const reach = [...spreads];
  for (let horizon = reach.length; horizon < horizons; horizon++) {
    const before = reach[horizon - 1];
    if (before === undefined) break;
    reach.push(widen(before, horizon));
  }
  return reach;
}

function judgeSchools(series: Series, { fewestPupils = 30, fewestYears = 3 }: ProjectionOptions): readonly Verdict[] {
  const { units, grades, years, pupils } = series;
  const totals = addGrades(pupils, units, grades, years);
  return Array.from({ length: units }, (_, unit) => {
    const own = totals.subarray(unit * years, (unit + 1) * years);
    const now = own[years - 1] as number;
    if (!(now > 0)) return 'closed';
    if (own.filter((year) => year > 0).length < fewestYears) return 'tooNew';
    return now < fewestPupils ? 'tooSmall' : 'projected';
  });
}

function seriesOf(history: EnrolmentHistory, horizons: number): Series {
  const { schools, districts, grades, years, pupils, district, arrivals } = history;
  if (!(years >= 1 && grades >= 1 && Number.isInteger(horizons) && horizons >= 1)) {
    throw new RangeError('a projection needs at least one year, one grade and one year ahead');
  }
  if (pupils.length !== schools * grades * years || district.length !== schools) {
    throw new RangeError(`pupils must hold ${schools * grades * years} numbers and district ${schools}`);
  }
  if (arrivals !== undefined && arrivals.length !== districts * grades * horizons) {
    throw new RangeError(`arrivals must hold ${districts * grades * horizons} numbers`);
  }
  district.forEach((at, school) => {
    if (at < 0 || at >= districts) throw new RangeError(`district[${school}] is ${at}: must be 0 to ${districts - 1}`);
  });
  const run = pupils.map((value, at) => {
    if (value < 0 || value === Number.POSITIVE_INFINITY) throw new RangeError(`pupils[${at}] is ${value}`);
    return value > 0 ? value : 0;
  });
  return { units: schools, grades, years, pupils: run, group: district, groups: districts };
}
