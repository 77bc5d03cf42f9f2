import { theilSen } from '#kernels/robust';
import type { Direction, Reading, Standing } from './model.ts';

/** Fewer years than this make no trend. */
const leastYears = 3;

export interface AimedAt {
  readonly direction: Direction;
  readonly value: number | null;
  readonly dueYear: number;
}

export interface Progress {
  readonly standing: Standing;
  readonly latest: Reading | null;
  /** What the trend gives for the due year, and the years it rests on; null where there is no trend. */
  readonly expected: number | null;
}

export function reaches(value: number, line: number, direction: Direction): boolean {
  return direction === 'atLeast' ? value >= line : value <= line;
}

/**
 * A lower level may tighten and never loosen: at least as strict a number, no later a year, the same direction.
 *
 * @returns what is looser, or `null` where nothing is
 */
export function loosens(child: AimedAt, parent: AimedAt): 'direction' | 'value' | 'dueYear' | null {
  if (child.direction !== parent.direction) return 'direction';
  if (child.dueYear > parent.dueYear) return 'dueYear';
  if (parent.value === null) return null;
  // Left blank below a number, the number above holds.
  return child.value === null || reaches(child.value, parent.value, parent.direction) ? null : 'value';
}

/** Where a target stands by its readings (oldest first) in a calendar year; a trend warns before the date does. */
export function progressOf(
  { direction, value, dueYear }: AimedAt,
  readings: readonly Reading[],
  thisYear: number,
): Progress {
  const known = readings.filter((one): one is { year: number; value: number } => one.value !== null);
  const latest = known.at(-1) ?? null;
  const line =
    known.length < leastYears
      ? null
      : theilSen(
          known.map((one) => one.year),
          known.map((one) => one.value),
        );
  const expected = line === null ? null : line.intercept + line.slope * dueYear;
  return { standing: standingOf(), latest, expected };

  function standingOf(): Standing {
    if (value === null) return 'blank';
    if (latest === null) return 'noData';
    if (reaches(latest.value, value, direction)) return 'reached';
    if (thisYear > dueYear) return 'missed';
    if (expected === null) return 'noTrend';
    return reaches(expected, value, direction) ? 'onTrack' : 'slipping';
  }
}

/**
 * One milestone a year on the straight way from where a target stands to where it is to be, the last one being the target itself.
 * Without a reading or a number the years stay blank.
 */
export function milestonesOf(
  { value, dueYear }: AimedAt,
  latest: Reading | null,
  fromYear: number,
): readonly Reading[] {
  const years = Array.from({ length: Math.max(0, dueYear - fromYear + 1) }, (_, index) => fromYear + index);
  return years.map((year) => {
    if (year === dueYear || value === null) return { year, value };
    if (latest === null || latest.value === null || latest.year >= year) return { year, value: null };
    const share = (year - latest.year) / (dueYear - latest.year);
    return { year, value: latest.value + share * (value - latest.value) };
  });
}

/** Whether a county is on the way to be recognised in its year: by what it fails today and by how that number has moved. */
export function roadmapStanding(
  entry: { readonly targetYear: number; readonly recognisedOn: string | null },
  failing: readonly Reading[],
  thisYear: number,
): Progress {
  const aimed: AimedAt = { direction: 'atMost', value: 0, dueYear: entry.targetYear };
  const progress = progressOf(aimed, failing, thisYear);
  return entry.recognisedOn === null ? progress : { ...progress, standing: 'reached' };
}
