import { ownLevel } from './own-level.ts';
import { progressionRates } from './progression-rates.ts';
import { addGrades, type Forecast, type Series } from './series.ts';
import { type LevelSettings, pull, towardOne } from './settings.ts';

export interface MoveUp {
  readonly series: Series;
  /** Index of the last known year. */
  readonly origin: number;
  readonly horizons: number;
  readonly settings: LevelSettings;
  /** Which grades are run, `[(unit * grades + grade) * horizons + horizon]`. */
  readonly running: Uint8Array;
  /** Pupils that births or housing bring into a grade, laid out as the forecast; NaN = not known. */
  readonly entrants?: Forecast;
  /** The larger units' forecast and their series, for entry grades to follow. */
  readonly larger?: { readonly forecast: Forecast; readonly series: Series };
}

/**
 * Cohorts moved up by their rates; entry grades from entrants, else from their level; both mixed with the level of the grade, and the unit's
 * total held to its own level, as far as the settings say.
 *
 * @remarks Cost: units × grades × (origin + horizons).
 */
export function moveUp(task: MoveUp): Forecast {
  const { series, origin, horizons, settings, running } = task;
  const { units, grades, years, pupils } = series;
  const rates = progressionRates(series, origin, horizons, settings);
  const chain = new Float64Array(units * grades * horizons);
  const mixed = new Float64Array(units * grades * horizons);
  for (let unit = 0; unit < units; unit++) {
    for (let grade = 0; grade < grades; grade++) {
      const cell = unit * grades + grade;
      const level = ownLevel(pupils, cell * years, origin, settings.levelDrift);
      for (let horizon = 0; horizon < horizons; horizon++) {
        const at = cell * horizons + horizon;
        if (running[at] === 0) continue;
        const rate = (rates.region[grade * horizons + horizon] as number) * (rates.relative[cell] as number);
        const below = rate > 0 ? belowOf(task, chain, cell, horizon) : 0;
        const followed = level * followOf(task, cell, horizon);
        const entrants = task.entrants === undefined ? Number.NaN : (task.entrants[at] as number);
        const moved = entrants >= 0 ? entrants : below > 0 ? below * rate : followed;
        chain[at] = moved;
        const weight = level > 0 ? towardOne(settings.cohort, horizon) : 1;
        mixed[at] = weight * moved + (1 - weight) * followed;
      }
    }
  }
  holdTotals(task, mixed);
  return mixed;
}

/** Pupils who stand one grade lower a year before. */
function belowOf({ series, origin, horizons }: MoveUp, chain: Forecast, cell: number, horizon: number): number {
  if (horizon > 0) return chain[(cell - 1) * horizons + horizon - 1] as number;
  return series.pupils[(cell - 1) * series.years + origin] as number;
}

/** How much the larger unit's forecast of the grade stands above its present. */
function followOf({ series, origin, horizons, settings, larger }: MoveUp, cell: number, horizon: number): number {
  if (larger === undefined) return 1;
  const unit = Math.floor(cell / series.grades);
  const theirs = (series.group[unit] as number) * series.grades + (cell - unit * series.grades);
  const now = larger.series.pupils[theirs * series.years + origin] as number;
  const then = larger.forecast[theirs * horizons + horizon] as number;
  return now > 0 && then > 0 ? (then / now) ** towardOne(settings.follow, horizon) : 1;
}

/**
 * Units whose grades stay the same keep to their size, or to its share of the larger unit: places, staff and habit hold it. Not where entrants
 * are known: they say more than habit.
 */
function holdTotals(task: MoveUp, forecast: Forecast): void {
  const { series, origin, horizons, settings, running } = task;
  if (task.entrants !== undefined) return;
  const { units, grades, years, pupils } = series;
  const growth = growthOf(task);
  const totals = addGrades(pupils, units, grades, years);
  for (let unit = 0; unit < units; unit++) {
    const level = ownLevel(totals, unit * years, origin, settings.totalDrift);
    for (let horizon = 0; horizon < horizons; horizon++) {
      let total = 0;
      let isSame = true;
      for (let grade = 0; grade < grades; grade++) {
        const cell = unit * grades + grade;
        const runs = (pupils[cell * years + origin] as number) > 0;
        const ran = origin === 0 || (pupils[cell * years + origin - 1] as number) > 0;
        isSame &&= runs === (running[cell * horizons + horizon] === 1) && (origin === 0 || runs === ran);
        total += forecast[cell * horizons + horizon] as number;
      }
      if (!isSame || !(total > 0) || !(level > 0)) continue;
      const grown = growth === undefined ? 1 : (growth[(series.group[unit] as number) * horizons + horizon] as number);
      const scale = ((level * grown) / total) ** pull(settings.total, horizon);
      for (let grade = 0; grade < grades; grade++) {
        const at = (unit * grades + grade) * horizons + horizon;
        forecast[at] = (forecast[at] as number) * scale;
      }
    }
  }
}

/** The larger units' totals against their present ones, `[unit * horizons + horizon]`. */
function growthOf({ origin, horizons, larger }: MoveUp): Float64Array | undefined {
  if (larger === undefined) return undefined;
  const { units, grades, years, pupils } = larger.series;
  const now = addGrades(pupils, units, grades, years);
  return addGrades(larger.forecast, units, grades, horizons).map((then, at) => {
    const present = now[Math.floor(at / horizons) * years + origin] as number;
    return present > 0 && then > 0 ? then / present : 1;
  });
}
