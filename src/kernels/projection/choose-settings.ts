import { addErrors, byGrade, byUnit, type ErrorSums, type Judged, judgeNaive, noErrors } from './errors.ts';
import { foreseeGrades } from './grade-changes.ts';
import { forecastDistricts, forecastSchools, type Levels } from './levels.ts';
import { repeatLast, repeatLastRate } from './naive.ts';
import type { Forecast } from './series.ts';
import { type LevelSettings, type Settings, startingSettings, testedHorizons } from './settings.ts';

/** Values tried for one setting at a time. */
const triedValues: { readonly [K in keyof LevelSettings]: readonly number[] } = {
  regionDrift: [0.003, 0.01, 0.03],
  trend: [0, 0.3, 0.6, 0.8],
  rateDrift: [0.005, 0.01, 0.02, 0.04, 0.08],
  shrinkage: [3, 10, 30, 100, 300, 1000],
  groupShrinkage: [100, 300, 1000, 3000],
  levelDrift: [0.03, 0.07, 0.15, 0.3, 0.6],
  cohort: [0.3, 0.5, 0.7, 0.85, 1],
  total: [0, 0.3, 0.6, 0.8, 1],
  totalDrift: [0.02, 0.05, 0.15, 0.4],
  follow: [0, 0.5, 1],
};
const triedReconcile = [0, 0.25, 0.5, 0.75, 1];

/** A change must lower the error by this share: less is chance. */
const leastGain = 0.003;
const passes = 2;
/** Older years say little about how to project the next. */
const mostOrigins = 10;

/** The years from which a projection can be made and checked inside a history that ends at `last`. */
export function testOrigins(last: number): readonly number[] {
  return Array.from({ length: Math.min(last - 1, mostOrigins) }, (_, back) => last - 1 - back).filter(
    (year) => year >= 1,
  );
}

/**
 * The settings that would have erred least from earlier years of the same history, one setting at a time, districts first.
 *
 * @param last index of the last year that may be looked at
 * @param onStep called before each trial with trials done; `false` stops and returns the best so far
 * @remarks Years after `last` are never read. Cost: about 70 trials of one forecast per test year.
 */
export function chooseSettings(levels: Levels, last: number, onStep: (done: number) => boolean = () => true): Settings {
  const origins = testOrigins(last);
  if (origins.length === 0) return startingSettings;
  const trial = new Trial(cutAfter(levels, last), origins, onStep);
  return blend(startingSettings, trial.run(), origins.length / (origins.length + cautiousOrigins));
}

/** A choice is taken half-way after this many test years, and more with more of them. */
const cautiousOrigins = 2;

function blend(from: Settings, to: Settings, weight: number): Settings {
  const level = (a: LevelSettings, b: LevelSettings): LevelSettings => {
    const mixed = { ...a };
    for (const key of Object.keys(triedValues) as (keyof LevelSettings)[])
      mixed[key] = a[key] + weight * (b[key] - a[key]);
    return mixed;
  };
  return {
    school: level(from.school, to.school),
    district: level(from.district, to.district),
    reconcile: from.reconcile + weight * (to.reconcile - from.reconcile),
  };
}

/** Everything after `last` taken away. */
export function cutAfter(levels: Levels, last: number): Levels {
  const years = last + 1;
  const cut = (series: Levels['schools']): Levels['schools'] => {
    const pupils = new Float64Array(series.units * series.grades * years);
    for (let cell = 0; cell < series.units * series.grades; cell++) {
      pupils.set(series.pupils.subarray(cell * series.years, cell * series.years + years), cell * years);
    }
    return { ...series, years, pupils };
  };
  return { ...levels, schools: cut(levels.schools), districts: cut(levels.districts), region: cut(levels.region) };
}

class Trial {
  readonly #levels: Levels;
  readonly #origins: readonly number[];
  readonly #running: readonly Uint8Array[];
  readonly #naive: Record<'schoolGrade' | 'school' | 'districtGrade' | 'district', Float64Array>;
  readonly #onStep: (done: number) => boolean;
  #direct: readonly Forecast[] = [];
  #done = 0;
  #stopped = false;

  constructor(levels: Levels, origins: readonly number[], onStep: (done: number) => boolean) {
    this.#levels = levels;
    this.#origins = origins;
    this.#onStep = onStep;
    this.#running = origins.map((origin) => foreseeGrades(levels.schools, origin, testedHorizons));
    this.#naive = betterNaive(levels, origins);
  }

  run(): Settings {
    let best = startingSettings;
    const districtCost = (district: LevelSettings) => this.#districtCost({ ...best, district });
    best = { ...best, district: this.#descend(best.district, districtCost, ['follow', 'groupShrinkage']) };
    this.#direct = this.#origins.map((origin) => forecastDistricts(this.#levels, origin, testedHorizons, best));
    for (let pass = 0; pass < passes; pass++) {
      const school = this.#descend(best.school, (settings) => this.#schoolCost({ ...best, school: settings }), [], 1);
      best = { ...best, school };
      best = this.#chooseReconcile(best);
    }
    return best;
  }

  #descend(
    from: LevelSettings,
    cost: (settings: LevelSettings) => number,
    fixed: readonly (keyof LevelSettings)[],
    rounds = passes,
  ): LevelSettings {
    let best = from;
    let least = cost(best);
    for (let round = 0; round < rounds; round++) {
      for (const key of Object.keys(triedValues) as (keyof LevelSettings)[]) {
        if (fixed.includes(key)) continue;
        for (const value of triedValues[key]) {
          if (value === best[key] || !this.#goOn()) continue;
          const next = { ...best, [key]: value };
          const found = cost(next);
          if (found < least * (1 - leastGain)) {
            best = next;
            least = found;
          }
        }
      }
    }
    return best;
  }

  #chooseReconcile(from: Settings): Settings {
    let best = from;
    let least = this.#schoolCost(from);
    for (const value of triedReconcile) {
      if (value === best.reconcile || !this.#goOn()) continue;
      const found = this.#schoolCost({ ...from, reconcile: value });
      if (found < least * (1 - leastGain)) {
        best = { ...from, reconcile: value };
        least = found;
      }
    }
    return best;
  }

  #goOn(): boolean {
    this.#stopped ||= !this.#onStep(this.#done);
    this.#done++;
    return !this.#stopped;
  }

  #districtCost(settings: Settings): number {
    const { districts } = this.#levels;
    const grade = noErrors(testedHorizons);
    const unit = noErrors(testedHorizons);
    for (const origin of this.#origins) {
      const forecast = forecastDistricts(this.#levels, origin, testedHorizons, settings);
      addErrors(grade, byGrade(districts, forecast), origin);
      addErrors(unit, byUnit(districts, forecast, testedHorizons), origin);
    }
    return against(grade, this.#naive.districtGrade) + against(unit, this.#naive.district);
  }

  #schoolCost(settings: Settings): number {
    const sums = {
      schoolGrade: noErrors(testedHorizons),
      school: noErrors(testedHorizons),
      districtGrade: noErrors(testedHorizons),
      district: noErrors(testedHorizons),
    };
    this.#origins.forEach((origin, i) => {
      const direct = this.#direct[i] as Forecast;
      const running = this.#running[i] as Uint8Array;
      const forecast = forecastSchools(this.#levels, direct, origin, testedHorizons, settings, running);
      const { schools, districts } = this.#levels;
      addErrors(sums.schoolGrade, byGrade(schools, forecast.schools), origin);
      addErrors(sums.school, byUnit(schools, forecast.schools, testedHorizons), origin);
      addErrors(sums.districtGrade, byGrade(districts, forecast.districts), origin);
      addErrors(sums.district, byUnit(districts, forecast.districts, testedHorizons), origin);
    });
    return levelsCompared.reduce((all, level) => all + against(sums[level], this.#naive[level]), 0);
  }
}

const levelsCompared = ['schoolGrade', 'school', 'districtGrade', 'district'] as const;

/** The distance of the better naive method, a level and horizon. */
function betterNaive(
  levels: Levels,
  origins: readonly number[],
): Record<(typeof levelsCompared)[number], Float64Array> {
  const sums = [repeatLast, repeatLastRate].map((method) => {
    const of = levelsCompared.map(() => noErrors(testedHorizons));
    for (const origin of origins) {
      const judged: Record<string, Judged> = judgeNaive(levels, method, origin, testedHorizons);
      levelsCompared.forEach((level, i) => {
        addErrors(of[i] as ErrorSums, judged[level] as Judged, origin);
      });
    }
    return of;
  });
  const least = (level: number): Float64Array =>
    Float64Array.from({ length: testedHorizons }, (_, horizon) =>
      Math.min(...sums.map((of) => (of[level] as ErrorSums).distance[horizon] as number)),
    );
  return { schoolGrade: least(0), school: least(1), districtGrade: least(2), district: least(3) };
}

/** Mean over the horizons that could be tested of ours over theirs. */
function against({ distance }: ErrorSums, naive: Float64Array): number {
  let sum = 0;
  let horizons = 0;
  for (let horizon = 0; horizon < testedHorizons; horizon++) {
    const theirs = naive[horizon] as number;
    if (!(theirs > 0)) continue;
    sum += (distance[horizon] as number) / theirs;
    horizons++;
  }
  return horizons > 0 ? sum / horizons : 0;
}
