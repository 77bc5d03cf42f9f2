import { probabilityAbove } from '#kernels/projection';
import type { DemandBand } from './demand.ts';
import type { SeatsPolicy } from './policy.ts';

/** One year of one place and stage: how many come, how many can sit. */
export interface GapYear {
  readonly year: number;
  readonly pupils: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly seats: number;
  /** Pupils over seats; negative = seats are free. */
  readonly gap: number | null;
  /** Probability that more come than can sit; null without an interval. */
  readonly probability: number | null;
}

/** Sets coming pupils against the seats of each year. */
export function gapYears(
  coming: DemandBand,
  seatsIn: (year: number) => number,
  firstYear: number,
  share: number,
): readonly GapYear[] {
  return coming.pupils.map((pupils, step) => {
    const year = firstYear + step;
    const low = coming.low[step] ?? null;
    const high = coming.high[step] ?? null;
    const seats = seatsIn(year);
    const probability =
      pupils === null || low === null || high === null ? null : probabilityAbove({ pupils, low, high }, seats, share);
    const round = (value: number | null): number | null => (value === null ? null : Math.round(value));
    return {
      year,
      pupils: round(pupils),
      low: round(low),
      high: round(high),
      seats,
      gap: pupils === null ? null : Math.round(pupils) - seats,
      probability: probability === null ? null : Math.round(probability * 1000) / 1000,
    };
  });
}

export type Alarm = 'short' | 'tight' | 'enough';

/** The first year within reach in which a shortage is likely; `tight` where there is none but the seats are nearly full. */
export function alarmOf(
  years: readonly GapYear[],
  { warning }: Pick<SeatsPolicy, 'warning'>,
): { readonly alarm: Alarm; readonly first: GapYear | null; readonly worst: GapYear | null } {
  const within = years.slice(0, warning.yearsAhead.value);
  const first = within.find(({ probability }) => probability !== null && probability >= warning.probability.value);
  const worst = within.toSorted((a, b) => (b.gap ?? Number.NEGATIVE_INFINITY) - (a.gap ?? Number.NEGATIVE_INFINITY))[0];
  if (first !== undefined) return { alarm: 'short', first, worst: worst ?? null };
  const isTight = within.some(({ pupils, seats }) => pupils !== null && pupils > seats * warning.tight.value);
  return { alarm: isTight ? 'tight' : 'enough', first: null, worst: worst ?? null };
}
