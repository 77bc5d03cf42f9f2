import type { PlainDate } from './plain-date.ts';

/** The month in which a school year begins; its statistics are taken on the first day of it. */
const firstMonth = 9;

/**
 * The school year a day belongs to, as the calendar year in which it begins.
 *
 * @example schoolYearOf('2027-08-31') // 2026
 */
export function schoolYearOf(day: PlainDate): number {
  const year = Number(day.slice(0, 4));
  return Number(day.slice(5, 7)) >= firstMonth ? year : year - 1;
}

/** The day at which the official statistics of a school year are taken. */
export function statisticsDateOf(schoolYear: number): PlainDate {
  return `${schoolYear}-09-01` as PlainDate;
}

/** @example schoolYearLabel(2026) // '2026—2027' */
export function schoolYearLabel(schoolYear: number): string {
  return `${schoolYear}—${schoolYear + 1}`;
}

/** Reads `2026`, `2026-2027`, `2026—2027学年`, `2026/27`; `undefined` for anything else. */
export function parseSchoolYear(text: string): number | undefined {
  const match = /^\s*((?:19|20|21)\d{2})(?:\s*[-—–~～/至]+\s*((?:19|20|21)?\d{2}))?\s*(?:学年度?)?\s*$/.exec(text);
  if (match?.[1] === undefined) {
    return undefined;
  }
  const first = Number(match[1]);
  return match[2] === undefined || Number(match[2]) % 100 === (first + 1) % 100 ? first : undefined;
}
