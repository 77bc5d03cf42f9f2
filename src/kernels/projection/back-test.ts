import { addErrors, type Judged, type JudgedLevel, judge, judgedLevels, judgeNaive, noErrors } from './errors.ts';
import { forecastLevels, type LevelForecasts, type Levels } from './levels.ts';
import { repeatLast, repeatLastRate } from './naive.ts';
import type { Settings } from './settings.ts';
import { intervalOf, type Outcomes, type Spread, spreadOf, widen } from './spread.ts';

/** One horizon of one level: sums of distances over sums of pupils, as shares. */
export interface BackTestLine {
  readonly level: JudgedLevel;
  /** Years ahead, from 1. */
  readonly ahead: number;
  readonly error: number;
  readonly lastValueError: number;
  readonly lastRateError: number;
  /** Share of outcomes inside the interval drawn from the other test years; NaN with one test year only. */
  readonly coverage: number;
  /** From how many years a projection was made and checked. */
  readonly origins: number;
  readonly outcomes: number;
}

/** Projections made from earlier years, kept for errors and intervals. */
export interface Rehearsals {
  readonly origins: readonly number[];
  readonly horizons: number;
  readonly forecasts: readonly LevelForecasts[];
}

export function rehearse(levels: Levels, origins: readonly number[], horizons: number, settings: Settings): Rehearsals {
  const forecasts = origins.map((origin) => forecastLevels(levels, origin, horizons, settings));
  return { origins, horizons, forecasts };
}

export type Spreads = Readonly<Record<JudgedLevel, readonly Spread[]>>;

/** The spread of errors at each level and horizon, from all rehearsals but those of `without`; empty where nothing was rehearsed. */
export function spreadsOf(levels: Levels, rehearsals: Rehearsals, share: number, without?: number): Spreads {
  const { horizons } = rehearsals;
  const judged = rehearsals.forecasts.map((forecast) => judge(levels, forecast, horizons));
  const spreads = {} as Record<JudgedLevel, Spread[]>;
  for (const level of judgedLevels) {
    const found: Spread[] = [];
    for (let horizon = 0; horizon < horizons; horizon++) {
      const outcomes: { forecast: number[]; actual: number[] } = { forecast: [], actual: [] };
      rehearsals.origins.forEach((origin, i) => {
        if (origin !== without && isRipe(levels, rehearsals, origin, horizon, without))
          collect((judged[i] as Record<JudgedLevel, Judged>)[level], origin, horizon, horizons, outcomes);
      });
      const before = found[horizon - 1];
      const spread = spreadOf(outcomes, share) ?? (before === undefined ? undefined : widen(before, horizon));
      if (spread === undefined) break;
      found.push(spread);
    }
    spreads[level] = found;
  }
  return spreads;
}

/** Openings and closings are learnt from three years on; earlier rehearsals err more than today's projection and count only where there is no other. */
const ripe = 2;

function isRipe(levels: Levels, { origins }: Rehearsals, origin: number, horizon: number, without?: number): boolean {
  const isTested = (other: number): boolean => other !== without && other + 1 + horizon < levels.schools.years;
  return origin >= ripe || !origins.some((other) => other >= ripe && isTested(other));
}

function collect(
  { rows, years, pupils, forecast }: Judged,
  origin: number,
  horizon: number,
  horizons: number,
  into: { readonly forecast: number[]; readonly actual: number[] },
): Outcomes {
  const year = origin + 1 + horizon;
  if (year >= years) return into;
  for (let row = 0; row < rows; row++) {
    const made = forecast[row * horizons + horizon] as number;
    if (!(made > 0)) continue;
    into.forecast.push(made);
    into.actual.push(pupils[row * years + year] as number);
  }
  return into;
}

/** Errors by level and horizon beside the two naive methods, over all rehearsals. */
export function reportBackTest(levels: Levels, rehearsals: Rehearsals, share: number): readonly BackTestLine[] {
  const { origins, horizons } = rehearsals;
  const ours = rehearsals.forecasts.map((forecast) => judge(levels, forecast, horizons));
  const value = origins.map((origin) => judgeNaive(levels, repeatLast, origin, horizons));
  const rate = origins.map((origin) => judgeNaive(levels, repeatLastRate, origin, horizons));
  const others = origins.map((origin) => spreadsOf(levels, rehearsals, share, origin));
  const isBanded = levels.bands.count > 0;
  return judgedLevels.flatMap((level) => {
    if (!isBanded && level.endsWith('Band')) return [];
    const [own, last, progression] = [ours, value, rate].map((method) => {
      const sums = noErrors(horizons);
      origins.forEach((origin, i) => {
        addErrors(sums, (method[i] as Record<JudgedLevel, Judged>)[level], origin);
      });
      return sums.distance.map((distance, horizon) => distance / (sums.pupils[horizon] as number));
    }) as [Float64Array, Float64Array, Float64Array];
    const years = levels.schools.years;
    return Array.from({ length: horizons }, (_, horizon) => horizon)
      .filter((horizon) => origins.some((origin) => origin + 1 + horizon < years))
      .map((horizon) => {
        const inside = { in: 0, of: 0 };
        origins.forEach((origin, i) => {
          const spread = (others[i] as Spreads)[level][horizon];
          if (spread !== undefined && spread.outcomes > 0) {
            countInside((ours[i] as Record<JudgedLevel, Judged>)[level], origin, horizon, horizons, spread, inside);
          }
        });
        return {
          level,
          ahead: horizon + 1,
          error: own[horizon] as number,
          lastValueError: last[horizon] as number,
          lastRateError: progression[horizon] as number,
          coverage: inside.of > 0 ? inside.in / inside.of : Number.NaN,
          origins: origins.filter((origin) => origin + 1 + horizon < years).length,
          outcomes: inside.of,
        };
      });
  });
}

function countInside(
  judged: Judged,
  origin: number,
  horizon: number,
  horizons: number,
  spread: Spread,
  inside: { in: number; of: number },
): void {
  const { forecast, actual } = collect(judged, origin, horizon, horizons, { forecast: [], actual: [] });
  forecast.forEach((made, i) => {
    const { low, high } = intervalOf(made, spread);
    const came = actual[i] as number;
    inside.of++;
    if (came >= low - 1e-9 && came <= high + 1e-9) inside.in++;
  });
}
