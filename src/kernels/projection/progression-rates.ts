import type { Series } from './series.ts';
import { type LevelSettings, memoryOf } from './settings.ts';

/** Outside these a grade is not fed by the one below (a nursery class before a first grade, say) and counts as an entry grade. */
const fedFrom = 0.5;
const fedTo = 2;

export interface ProgressionRates {
  /** The region's, with their damped trend: `[grade * horizons + horizon]`; 0 for grades that nothing below feeds. */
  readonly region: Float64Array;
  /** A unit's against the region's: `[unit * grades + grade]`. */
  readonly relative: Float64Array;
}

/**
 * Pupils of a grade over pupils of the grade below a year before, by units that ran both: the region's rate; what came in the group against
 * what the region's rate of each year gave; the same of the unit within its group. Units and groups with few pupils lean on what is above
 * them. Rates above 1 are kept: children move in, or were under-counted.
 *
 * @param origin index of the last known year
 * @remarks Cost: units × grades × origin.
 */
export function progressionRates(
  series: Series,
  origin: number,
  horizons: number,
  settings: LevelSettings,
): ProgressionRates {
  const { units, grades, years, pupils, group, groups } = series;
  const yearly = regionRates(series, origin);
  const region = comingRates(yearly, grades, origin, horizons, settings);
  const own = sumsOf(units * grades);
  const theirs = sumsOf(groups * grades);
  for (let unit = 0; unit < units; unit++) {
    for (let grade = 1; grade < grades; grade++) {
      const cell = unit * grades + grade;
      const memory = memoryOf(settings.rateDrift, series.pupils[(cell - 1) * series.years + origin] as number);
      for (let year = origin, weight = 1; year >= 1; year--, weight *= memory) {
        const before = pupils[(cell - 1) * years + year - 1] as number;
        const after = pupils[cell * years + year] as number;
        if (!(before > 0 && after > 0)) continue;
        const expected = weight * before * (yearly.rates[grade * (origin + 1) + year] as number);
        add(own, cell, weight * after, expected);
        add(theirs, (group[unit] as number) * grades + grade, weight * after, expected);
      }
    }
  }
  const relative = new Float64Array(units * grades).fill(1);
  for (let unit = 0; unit < units; unit++) {
    for (let grade = 1; grade < grades; grade++) {
      const cell = unit * grades + grade;
      const near = lean(theirs, (group[unit] as number) * grades + grade, 1, settings.groupShrinkage);
      relative[cell] = lean(own, cell, near, settings.shrinkage);
    }
  }
  return { region, relative };
}

interface YearlyRates {
  /** `[grade * (origin + 1) + year]`, 0 where nobody moved up. */
  readonly rates: Float64Array;
  /** Pupils below, by the same places. */
  readonly below: Float64Array;
}

function regionRates(series: Series, origin: number): YearlyRates {
  const { units, grades, years: known, pupils } = series;
  const years = origin + 1;
  const below = new Float64Array(grades * years);
  const above = new Float64Array(grades * years);
  for (let unit = 0; unit < units; unit++) {
    for (let grade = 1; grade < grades; grade++) {
      for (let year = 1; year < years; year++) {
        const before = pupils[(unit * grades + grade - 1) * known + year - 1] as number;
        const after = pupils[(unit * grades + grade) * known + year] as number;
        if (!(before > 0 && after > 0)) continue;
        const at = grade * years + year;
        below[at] = (below[at] as number) + before;
        above[at] = (above[at] as number) + after;
      }
    }
  }
  const rates = above.map((came, at) => ((below[at] as number) > 0 ? came / (below[at] as number) : 0));
  return { rates, below };
}

/** How fast the yearly changes of a rate are forgotten. */
const changeMemory = 0.5;

/** A weighted mean of the region's rates, and from it on their trend, which the setting damps with each year. */
function comingRates(
  yearly: YearlyRates,
  grades: number,
  origin: number,
  horizons: number,
  { regionDrift, trend }: LevelSettings,
): Float64Array {
  const coming = new Float64Array(grades * horizons);
  for (let grade = 1; grade < grades; grade++) {
    const level = meanRate(yearly, grade, origin, regionDrift);
    if (!(level >= fedFrom && level <= fedTo)) continue;
    const change = trend > 0 ? meanChange(yearly, grade, origin) : 0;
    let reach = 0;
    for (let horizon = 0; horizon < horizons; horizon++) {
      reach += trend ** (horizon + 1);
      coming[grade * horizons + horizon] = Math.max(level + change * reach, 0);
    }
  }
  return coming;
}

function meanRate({ rates, below }: YearlyRates, grade: number, origin: number, drift: number): number {
  const memory = memoryOf(drift, below[grade * (origin + 1) + origin] as number);
  let above = 0;
  let under = 0;
  for (let year = origin, weight = 1; year >= 1 && (weight > 1e-9 || under === 0); year--, weight *= memory) {
    const at = grade * (origin + 1) + year;
    above += weight * (below[at] as number) * (rates[at] as number);
    under += weight * (below[at] as number);
  }
  return under > 0 ? above / under : 0;
}

function meanChange({ rates }: YearlyRates, grade: number, origin: number): number {
  let changes = 0;
  let weights = 0;
  for (let year = origin, weight = 1; year >= 2; year--, weight *= changeMemory) {
    const now = rates[grade * (origin + 1) + year] as number;
    const before = rates[grade * (origin + 1) + year - 1] as number;
    if (!(now > 0 && before > 0)) continue;
    changes += weight * (now - before);
    weights += weight;
  }
  return weights > 0 ? changes / weights : 0;
}

interface Sums {
  readonly came: Float64Array;
  readonly expected: Float64Array;
}

function sumsOf(length: number): Sums {
  return { came: new Float64Array(length), expected: new Float64Array(length) };
}

function add({ came, expected }: Sums, at: number, more: number, usual: number): void {
  came[at] = (came[at] as number) + more;
  expected[at] = (expected[at] as number) + usual;
}

/** What came over what was expected, as if `weight` more pupils had come at the rate of the `prior`. */
function lean({ came, expected }: Sums, at: number, prior: number, weight: number): number {
  const usual = (expected[at] as number) + weight;
  return usual > 0 ? ((came[at] as number) + weight * prior) / usual : prior;
}
