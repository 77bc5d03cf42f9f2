import type { PlainDate } from './plain-date.ts';

/** What one year's notice says: the days nobody works, and the Saturdays and Sundays on which people do. */
export interface HolidayYear {
  readonly year: number;
  readonly off: ReadonlySet<PlainDate>;
  readonly work: ReadonlySet<PlainDate>;
}

/** A day some working days away, and the years it was counted through without their notice. */
export interface CountedDay {
  readonly day: PlainDate;
  /** Years whose holidays are not known, counted by weekends alone; the day may move when their notice comes. */
  readonly missingYears: readonly number[];
}

/** Which days are working days, as far as the notices are known. */
export interface WorkingCalendar {
  isWorkingDay(day: PlainDate): boolean;
  knowsYear(year: number): boolean;
}

const dayMs = 86_400_000;

/** Puts the years together; a year that is not given has its weekends and no holidays. */
export function workingCalendar(years: readonly HolidayYear[]): WorkingCalendar {
  const known = new Map(years.map((year) => [year.year, year]));
  return {
    knowsYear: (year) => known.has(year),
    isWorkingDay: (day) => {
      const year = known.get(yearOf(day));
      if (year?.work.has(day)) return true;
      return !isWeekend(day) && !year?.off.has(day);
    },
  };
}

/**
 * The working day `count` working days after a day (before it, where `count` is negative); the day itself is not counted.
 * With 0 it is the day itself or, where that is no working day, the next one.
 *
 * @example addWorkingDays(calendar, '2026-09-30', 1) // { day: '2026-10-08', missingYears: [] }
 */
export function addWorkingDays(calendar: WorkingCalendar, from: PlainDate, count: number): CountedDay {
  if (!Number.isInteger(count)) throw new RangeError('working days are whole');
  const step = count < 0 ? -1 : 1;
  const missing = new Set<number>();
  const isWorking = (day: PlainDate): boolean => {
    if (!calendar.knowsYear(yearOf(day))) missing.add(yearOf(day));
    return calendar.isWorkingDay(day);
  };
  let day = from;
  if (count === 0) {
    while (!isWorking(day)) day = nextDay(day, 1);
  }
  for (let left = Math.abs(count); left > 0; ) {
    day = nextDay(day, step);
    if (isWorking(day)) left -= 1;
  }
  return { day, missingYears: [...missing].sort((a, b) => a - b) };
}

/** How many working days lie after `from` up to and including `to`; negative where `to` comes first. */
export function workingDaysBetween(calendar: WorkingCalendar, from: PlainDate, to: PlainDate): number {
  const [first, last, sign] = from <= to ? [from, to, 1] : [to, from, -1];
  let count = 0;
  for (let day = nextDay(first, 1); day <= last; day = nextDay(day, 1)) {
    if (calendar.isWorkingDay(day)) count += sign;
  }
  return count;
}

function nextDay(day: PlainDate, step: 1 | -1): PlainDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + step * dayMs).toISOString().slice(0, 10) as PlainDate;
}

function isWeekend(day: PlainDate): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

function yearOf(day: PlainDate): number {
  return Number(day.slice(0, 4));
}
