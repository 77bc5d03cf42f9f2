/** Forecasts once made and what came of them. */
export interface Outcomes {
  readonly forecast: readonly number[];
  readonly actual: readonly number[];
}

/** How far what came lay below and above forecasts of some size, in square roots of the forecast. */
export interface Spread {
  /** Mean sizes of the forecasts of each class, rising. */
  readonly size: readonly number[];
  readonly below: readonly number[];
  readonly above: readonly number[];
  /** How many outcomes it rests on. */
  readonly outcomes: number;
}

const classSize = 60;
const mostClasses = 8;
/** How many settings were in effect chosen on the same outcomes: with few outcomes their errors flatter. */
const chosen = 7;
/** With fewer outcomes than this quantiles are taken from their standard deviation. */
export const fewestOutcomes = 20;

/**
 * Empirical quantiles of past errors, by size of forecast.
 *
 * @param share of outcomes to lie inside, such as 0.8
 * @returns `undefined` without outcomes
 * @source Errors of settings chosen on the same outcomes are widened as by H. Akaike's final prediction error, Ann. Inst. Stat. Math. 21 (1969).
 * Order statistics as in split conformal prediction: V. Vovk et al., Algorithmic Learning in a Random World, 2005
 */
export function spreadOf({ forecast, actual }: Outcomes, share: number): Spread | undefined {
  const rows = forecast
    .map((size, i) => ({ size, error: ((actual[i] as number) - size) / Math.sqrt(Math.max(size, 1)) }))
    .sort((a, b) => a.size - b.size);
  if (rows.length === 0) return undefined;
  const classes = Math.min(Math.max(Math.floor(rows.length / classSize), 1), mostClasses);
  const candour = Math.sqrt((rows.length + chosen) / Math.max(rows.length - chosen, rows.length / 2));
  const spread = { size: [] as number[], below: [] as number[], above: [] as number[], outcomes: rows.length };
  for (let c = 0; c < classes; c++) {
    const own = rows.slice(Math.floor((c * rows.length) / classes), Math.floor(((c + 1) * rows.length) / classes));
    const { below, above } = edges(
      own.map(({ error }) => error).sort((a, b) => a - b),
      share,
    );
    spread.size.push(own.reduce((sum, { size }) => sum + size, 0) / own.length);
    spread.below.push(below * candour);
    spread.above.push(above * candour);
  }
  return spread;
}

/** The spread one year further where nothing could be tested: errors of independent years add up as their squares do. */
export function widen({ size, below, above }: Spread, horizon: number): Spread {
  const scale = Math.sqrt((horizon + 1) / horizon);
  return { size, below: below.map((x) => x * scale), above: above.map((x) => x * scale), outcomes: 0 };
}

/** The interval of a forecast; never below 0, nor on one side of the forecast only. */
export function intervalOf(forecast: number, spread: Spread): { readonly low: number; readonly high: number } {
  const unit = Math.sqrt(Math.max(forecast, 1));
  return {
    low: Math.max(0, forecast + Math.min(0, between(spread.size, spread.below, forecast)) * unit),
    high: forecast + Math.max(0, between(spread.size, spread.above, forecast)) * unit,
  };
}

function edges(errors: readonly number[], share: number): { readonly below: number; readonly above: number } {
  const n = errors.length;
  const tail = (1 - share) / 2;
  if (n < fewestOutcomes) {
    const deviation = Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / n);
    const reach = normalReach(share) * deviation;
    return { below: -reach, above: reach };
  }
  const low = Math.max(1, Math.floor((n + 1) * tail + 1e-9));
  return { below: errors[low - 1] as number, above: errors[n - low] as number };
}

/** Straight lines between the classes on the logarithm of size; flat beyond the first and the last. */
function between(sizes: readonly number[], values: readonly number[], size: number): number {
  const last = sizes.length - 1;
  if (size <= (sizes[0] as number)) return values[0] as number;
  if (size >= (sizes[last] as number)) return values[last] as number;
  let to = 1;
  while ((sizes[to] as number) < size) to++;
  const from = Math.log(sizes[to - 1] as number);
  const span = Math.log(sizes[to] as number) - from;
  const part = span > 0 ? (Math.log(size) - from) / span : 0;
  return (values[to - 1] as number) * (1 - part) + (values[to] as number) * part;
}

/**
 * Probability that more than `limit` come, from an expected number and its interval: half a normal variable on each side.
 *
 * @param share what the interval is to hold, as it was asked for
 * @returns NaN without an interval
 * @example probabilityAbove({ pupils: 100, low: 90, high: 110 }, 110, 0.8) // 0.1
 */
export function probabilityAbove(
  { pupils, low, high }: { readonly pupils: number; readonly low: number; readonly high: number },
  limit: number,
  share: number,
): number {
  if (Number.isNaN(pupils + low + high)) return Number.NaN;
  const reach = limit >= pupils ? high - pupils : pupils - low;
  const distance = limit - pupils;
  if (!(reach > 0)) return distance >= 0 ? 0 : 1;
  const within = normalWithin((Math.abs(distance) / reach) * normalReach(share));
  return distance >= 0 ? (1 - within) / 2 : (1 + within) / 2;
}

/** z for which a normal variable lies within ± z with probability `share`, by bisection of the error function. */
export function normalReach(share: number): number {
  let low = 0;
  let high = 10;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (normalWithin(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Probability of a normal variable within ± z.
 *
 * @source M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions, 7.1.26; absolute error 1.5e-7
 */
export function normalWithin(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return 1 - series * Math.exp(-x * x);
}
