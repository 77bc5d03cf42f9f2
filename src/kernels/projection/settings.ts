/** How one level is projected. All are chosen by back-testing inside the history; see `chooseSettings`. */
export interface LevelSettings {
  /** How much a unit's rates usually change in a year against the region's, as a share; with its pupils it says how soon old years are forgotten. */
  readonly rateDrift: number;
  /** How much the region's rates usually change in a year. */
  readonly regionDrift: number;
  /** How far the last changes of the region's rates go on: 0 = not, 0.5 = half of it next year, a quarter the year after. */
  readonly trend: number;
  /** Pupils' worth of the group's rate mixed into a unit's own. */
  readonly shrinkage: number;
  /** Pupils' worth of the region's rate mixed into the group's. */
  readonly groupShrinkage: number;
  /** How much the level of a grade usually changes in a year. */
  readonly levelDrift: number;
  /** Weight of the cohort moving up; the rest is the level of the grade. */
  readonly cohort: number;
  /** How far a unit's total is held to its level. */
  readonly total: number;
  /** The same for the unit's total. */
  readonly totalDrift: number;
  /** How far the level of a grade follows the larger unit's forecast of that grade. */
  readonly follow: number;
}

export interface Settings {
  readonly school: LevelSettings;
  readonly district: LevelSettings;
  /** How far schools are scaled to their district's own forecast. */
  readonly reconcile: number;
}

/** Where the search starts, and what is used where a history is too short to test anything. */
export const startingSettings: Settings = {
  school: {
    rateDrift: 0.02,
    regionDrift: 0.01,
    trend: 0,
    shrinkage: 30,
    groupShrinkage: 300,
    levelDrift: 0.15,
    cohort: 0.85,
    total: 0.3,
    totalDrift: 0.15,
    follow: 0.5,
  },
  district: {
    rateDrift: 0.03,
    regionDrift: 0.01,
    trend: 0.5,
    shrinkage: 100,
    groupShrinkage: 0,
    levelDrift: 0.1,
    cohort: 0.85,
    total: 0.3,
    totalDrift: 0.1,
    follow: 0,
  },
  reconcile: 1,
};

/**
 * What a year counts against the year after it: the steady state of a level that drifts by `drift` a year as a share of itself and is counted
 * with the chance error of `pupils` heads. Large units forget at once, small ones keep long.
 *
 * @source A. C. Harvey, Forecasting, Structural Time Series Models and the Kalman Filter, 1989, section 4.1.2
 */
export function memoryOf(drift: number, pupils: number): number {
  const signal = drift * drift * pupils;
  return 1 - (Math.sqrt(signal * signal + 4 * signal) - signal) / 2;
}

/** Horizons on which the pull of past levels is tested; beyond them it halves each year, until cohorts alone speak. */
export const testedHorizons = 3;

/** The weight of the past at a horizon (0 = next year). */
export function pull(weight: number, horizon: number): number {
  return horizon < testedHorizons ? weight : weight * 0.5 ** (horizon - testedHorizons + 1);
}

/** A weight that grows to 1 beyond the tested horizons. */
export function towardOne(weight: number, horizon: number): number {
  return 1 - pull(1 - weight, horizon);
}
