import { addForecast, type Forecast, type Series } from './series.ts';

/** What is decided or expected to change; horizon 0 = the first year projected, and everything lasts from then on unless said otherwise. */
export type ProjectionEvent =
  /** An entry year that is larger or smaller once (a moved cut-off date, a dragon year); its children carry the difference upward. */
  | {
      readonly kind: 'entry';
      readonly grade: number;
      readonly horizon: number;
      readonly factor: number;
      readonly district?: number;
    }
  /** A school takes this many pupils of the grade every year, from the others of its district. */
  | {
      readonly kind: 'opens';
      readonly school: number;
      readonly grade: number;
      readonly horizon: number;
      readonly pupils: number;
    }
  /** A school gives the grade up; the others of its district that run it take its pupils. */
  | { readonly kind: 'closes'; readonly school: number; readonly grade: number; readonly horizon: number }
  /** A grade goes to another school whole, as where it changes stage. */
  | {
      readonly kind: 'moves';
      readonly grade: number;
      readonly from: number;
      readonly to: number;
      readonly horizon: number;
    };

/** Yearly factors beside what the history says; 1 = as it says. */
export interface Scenario {
  /** On children entering: 1.02 = 2 % more each year than the year before. */
  readonly entry: number;
  /** On each step from grade to grade. */
  readonly progression: number;
  /** On the pupils whom `arrivals` bring, once. */
  readonly arrivals: number;
}

export const asExpected: Scenario = { entry: 1, progression: 1, arrivals: 1 };

export interface Adjustment {
  readonly events: readonly ProjectionEvent[];
  readonly scenario: Scenario;
  /** Grades that no grade below feeds. */
  readonly entryGrades: readonly number[];
  /** Additional pupils of districts by grade and horizon. */
  readonly arrivals?: Forecast;
}

export interface Adjusted {
  readonly schools: Forecast;
  /** Pupils of districts whom no school running their grade could take, laid out as a forecast of districts. */
  readonly unplaced: Forecast;
}

/**
 * Lays scenario, events and arrivals on a forecast of schools, in this order; no pupil is lost: who finds no school is counted as unplaced.
 *
 * @throws RangeError where an event names a school, grade, district or horizon that is not there
 */
export function adjust(forecast: Forecast, series: Series, horizons: number, adjustment: Adjustment): Adjusted {
  const { events, scenario, entryGrades, arrivals } = adjustment;
  for (const event of events) checkEvent(event, series, horizons);
  const schools = Float64Array.from(forecast);
  const unplaced = new Float64Array(series.groups * series.grades * horizons);
  const shape = { series, horizons, schools, unplaced };
  scaleCohorts(shape, cohortFactors(series, horizons, adjustment));
  if (arrivals !== undefined) place(shape, stockOf(arrivals, series, horizons, entryGrades, scenario.arrivals));
  for (const event of events) if (event.kind !== 'entry') apply(shape, event);
  return { schools, unplaced };
}

interface Shape {
  readonly series: Series;
  readonly horizons: number;
  readonly schools: Forecast;
  readonly unplaced: Forecast;
}

/** A factor for each district, grade and horizon, carried up with its cohort. */
function cohortFactors(
  { groups, grades }: Series,
  horizons: number,
  { events, scenario, entryGrades }: Adjustment,
): Forecast {
  const factors = new Float64Array(groups * grades * horizons).fill(1);
  for (let group = 0; group < groups; group++) {
    for (let grade = 0; grade < grades; grade++) {
      const from = (group * grades + grade) * horizons;
      for (let horizon = 0; horizon < horizons; horizon++) {
        const isEntry = grade === 0 || entryGrades.includes(grade);
        const before = horizon === 0 || isEntry ? 1 : (factors[from - horizons + horizon - 1] as number);
        factors[from + horizon] = isEntry ? scenario.entry ** (horizon + 1) : before * scenario.progression;
        for (const event of events) {
          if (event.kind !== 'entry' || event.grade !== grade || event.horizon !== horizon) continue;
          if (event.district === undefined || event.district === group) {
            factors[from + horizon] = (factors[from + horizon] as number) * event.factor;
          }
        }
      }
    }
  }
  return factors;
}

function scaleCohorts({ series, horizons, schools }: Shape, factors: Forecast): void {
  const size = series.grades * horizons;
  for (let unit = 0; unit < series.units; unit++) {
    const theirs = (series.group[unit] as number) * size;
    for (let i = 0; i < size; i++) {
      schools[unit * size + i] = (schools[unit * size + i] as number) * (factors[theirs + i] as number);
    }
  }
}

/** Arrivals of a year together with those who came earlier and have moved up; who reaches an entry grade of the next stage goes on too. */
function stockOf(
  arrivals: Forecast,
  { groups, grades }: Series,
  horizons: number,
  entryGrades: readonly number[],
  factor: number,
): Forecast {
  const stock = new Float64Array(arrivals.length);
  for (let group = 0; group < groups; group++) {
    for (let grade = 0; grade < grades; grade++) {
      const from = (group * grades + grade) * horizons;
      for (let horizon = 0; horizon < horizons; horizon++) {
        const isFed = grade > 0 && horizon > 0 && !entryGrades.includes(grade);
        const before = isFed ? (stock[from - horizons + horizon - 1] as number) : 0;
        stock[from + horizon] = before + factor * (arrivals[from + horizon] as number);
      }
    }
  }
  return stock;
}

/** Shares pupils out among the schools of a district that run the grade, by their size. */
function place({ series, horizons, schools, unplaced }: Shape, pupils: Forecast): void {
  const sums = addForecast(schools, series, horizons);
  const size = series.grades * horizons;
  for (let unit = 0; unit < series.units; unit++) {
    const theirs = (series.group[unit] as number) * size;
    for (let i = 0; i < size; i++) {
      const sum = sums[theirs + i] as number;
      if (!(sum > 0)) continue;
      const own = schools[unit * size + i] as number;
      schools[unit * size + i] = own * (1 + (pupils[theirs + i] as number) / sum);
    }
  }
  for (let at = 0; at < unplaced.length; at++) {
    if (!((sums[at] as number) > 0)) unplaced[at] = (unplaced[at] as number) + (pupils[at] as number);
  }
}

function apply(shape: Shape, event: Exclude<ProjectionEvent, { kind: 'entry' }>): void {
  const { series, horizons, schools } = shape;
  for (let horizon = event.horizon; horizon < horizons; horizon++) {
    const cellOf = (school: number): number => (school * series.grades + event.grade) * horizons + horizon;
    if (event.kind === 'moves') {
      const from = cellOf(event.from);
      const to = cellOf(event.to);
      schools[to] = (schools[to] as number) + (schools[from] as number);
      if (from !== to) schools[from] = 0;
      continue;
    }
    const cell = cellOf(event.school);
    const wanted = event.kind === 'opens' ? event.pupils : 0;
    const rest = (schools[cell] as number) - wanted;
    schools[cell] = wanted;
    giveToOthers(shape, event.school, event.grade, horizon, rest);
  }
}

/** Adds pupils to the other schools of a district (takes them where negative, never more than there are). */
function giveToOthers(shape: Shape, school: number, grade: number, horizon: number, pupils: number): void {
  const { series, horizons, schools, unplaced } = shape;
  const district = series.group[school] as number;
  const others: number[] = [];
  let sum = 0;
  for (let unit = 0; unit < series.units; unit++) {
    if (unit === school || series.group[unit] !== district) continue;
    const at = (unit * series.grades + grade) * horizons + horizon;
    others.push(at);
    sum += schools[at] as number;
  }
  if (!(sum > 0)) {
    const at = (district * series.grades + grade) * horizons + horizon;
    unplaced[at] = (unplaced[at] as number) + Math.max(0, pupils);
    return;
  }
  const scale = Math.max(0, 1 + pupils / sum);
  for (const at of others) schools[at] = (schools[at] as number) * scale;
}

function checkEvent(event: ProjectionEvent, { units, grades, groups }: Series, horizons: number): void {
  const schools = event.kind === 'moves' ? [event.from, event.to] : event.kind === 'entry' ? [] : [event.school];
  const isWithin = (value: number, end: number): boolean => Number.isInteger(value) && value >= 0 && value < end;
  const isThere =
    schools.every((school) => isWithin(school, units)) &&
    isWithin(event.grade, grades) &&
    isWithin(event.horizon, horizons) &&
    (event.kind !== 'entry' || event.district === undefined || isWithin(event.district, groups));
  if (!isThere) throw new RangeError(`event out of range: ${JSON.stringify(event)}`);
}
