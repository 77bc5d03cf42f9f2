import type { Series } from './series.ts';

/**
 * Which grades a school will run: those it runs now; and where it has just opened its highest grade or closed its lowest, the next one too,
 * if most schools that did so went on a year later (`running[(unit * grades + grade) * horizons + horizon]`).
 *
 * @remarks A grade that has not been seen opening counts as a grade that usually follows only if openings in general do. Cost: units ×
 * grades × origin.
 */
export function foreseeGrades(series: Series, origin: number, horizons: number): Uint8Array {
  const { units, grades } = series;
  const habits = learnHabits(series, origin);
  const running = new Uint8Array(units * grades * horizons);
  for (let unit = 0; unit < units; unit++) {
    let before = spanOf(series, unit, origin - 1);
    let now = spanOf(series, unit, origin);
    const open = Array.from({ length: grades }, (_, grade) => isRun(series, unit, grade, origin));
    for (let horizon = 0; horizon < horizons; horizon++) {
      const next = { ...now };
      if (hasGrown(before, now) && now.highest + 1 < grades && (habits.opens[now.highest + 1] as number) > 0.5) {
        next.highest++;
        open[next.highest] = true;
      }
      if (hasShrunk(before, now) && (habits.closes[now.lowest] as number) > 0.5) {
        open[next.lowest] = false;
        next.lowest++;
      }
      if (next.lowest > next.highest) open.fill(false);
      for (let grade = 0; grade < grades; grade++) {
        running[(unit * grades + grade) * horizons + horizon] = open[grade] === true ? 1 : 0;
      }
      before = now;
      now = next;
    }
  }
  return running;
}

/** A series of sums: what is run now goes on. */
export function keepGrades(series: Series, origin: number, horizons: number): Uint8Array {
  const { units, grades } = series;
  const running = new Uint8Array(units * grades * horizons);
  for (let cell = 0; cell < units * grades; cell++) {
    const now = (series.pupils[cell * series.years + origin] as number) > 0 ? 1 : 0;
    running.fill(now, cell * horizons, (cell + 1) * horizons);
  }
  return running;
}

interface Span {
  lowest: number;
  highest: number;
}

/** Cases seen without telling one grade from another weigh as much as this many of its own. */
const generalWeight = 2;

/** Shares of schools that opened the grade after having opened the one below, and closed it after having closed the one below. */
function learnHabits(series: Series, origin: number): { readonly opens: Float64Array; readonly closes: Float64Array } {
  const { units, grades } = series;
  const opened = { tried: new Float64Array(grades), went: new Float64Array(grades) };
  const closed = { tried: new Float64Array(grades), went: new Float64Array(grades) };
  for (let unit = 0; unit < units; unit++) {
    for (let year = 1; year < origin; year++) {
      const before = spanOf(series, unit, year - 1);
      const now = spanOf(series, unit, year);
      const after = spanOf(series, unit, year + 1);
      if (hasGrown(before, now) && now.highest + 1 < grades) {
        count(opened, now.highest + 1, after.highest > now.highest);
      }
      if (hasShrunk(before, now)) count(closed, now.lowest, !isRun(series, unit, now.lowest, year + 1));
    }
  }
  return { opens: shares(opened), closes: shares(closed) };
}

interface Cases {
  readonly tried: Float64Array;
  readonly went: Float64Array;
}

function count({ tried, went }: Cases, grade: number, did: boolean): void {
  tried[grade] = (tried[grade] as number) + 1;
  if (did) went[grade] = (went[grade] as number) + 1;
}

function shares({ tried, went }: Cases): Float64Array {
  const all = sum(tried);
  const general = all > 0 ? sum(went) / all : 0;
  return tried.map((times, grade) => ((went[grade] as number) + generalWeight * general) / (times + generalWeight));
}

function sum(values: Float64Array): number {
  return values.reduce((a, b) => a + b, 0);
}

/** Its highest grade is new, whether the school is or not. */
function hasGrown(before: Span, now: Span): boolean {
  return now.highest >= 0 && now.highest > before.highest;
}

/** Its lowest grade is gone, and the one above is now the lowest. */
function hasShrunk(before: Span, now: Span): boolean {
  return before.highest >= 0 && now.highest >= 0 && now.lowest > before.lowest;
}

function spanOf(series: Series, unit: number, year: number): Span {
  const span = { lowest: series.grades, highest: -1 };
  if (year < 0) return span;
  for (let grade = 0; grade < series.grades; grade++) {
    if (!isRun(series, unit, grade, year)) continue;
    if (span.highest < 0) span.lowest = grade;
    span.highest = grade;
  }
  return span;
}

function isRun(series: Series, unit: number, grade: number, year: number): boolean {
  return (series.pupils[(unit * series.grades + grade) * series.years + year] as number) > 0;
}
