import { parse } from 'yaml';
import { z } from 'zod';
import { isPlainDate, type PlainDate } from './plain-date.ts';
import { type HolidayYear, type WorkingCalendar, workingCalendar } from './working-calendar.ts';

const day = z.custom<PlainDate>((value) => typeof value === 'string' && isPlainDate(value), 'a day, YYYY-MM-DD');
const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const shape = z.strictObject({
  calendar: z.string(),
  words,
  area: z.string(),
  years: z.array(
    z.strictObject({
      year: z.number().int(),
      source: z.strictObject({ document: z.string().min(1), issuer: z.string().min(1), issuedOn: day }),
      confidence: z.enum(['verified', 'secondary', 'memory', 'own']),
      off: z.array(z.strictObject({ from: day, to: day, words })),
      work: z.array(day),
    }),
  ),
});

/** The notice behind a year of the calendar, as a page names it. */
export interface HolidayNotice {
  readonly year: number;
  readonly document: string;
  readonly issuer: string;
  readonly issuedOn: PlainDate;
  readonly confidence: 'verified' | 'secondary' | 'memory' | 'own';
}

export interface Holidays {
  readonly calendar: WorkingCalendar;
  readonly notices: readonly HolidayNotice[];
}

/**
 * Reads `policies/calendar/cn-holidays.yaml`.
 *
 * @throws ZodError where the file does not have its shape, Error where a day lies outside its year or is both off and worked
 */
export function readHolidays(text: string): Holidays {
  const { years } = shape.parse(parse(text));
  return {
    calendar: workingCalendar(years.map(holidayYear)),
    notices: years.map(({ year, source, confidence }) => ({ year, ...source, confidence })),
  };
}

function holidayYear({ year, off, work }: z.output<typeof shape>['years'][number]): HolidayYear {
  const days = off.flatMap(({ from, to }) => daysFrom(from, to));
  for (const each of [...days, ...work]) {
    if (!each.startsWith(`${year}-`)) throw new Error(`${each} is not in ${year}`);
  }
  const both = work.find((each) => days.includes(each));
  if (both !== undefined) throw new Error(`${both} is both off and a working day`);
  return { year, off: new Set(days), work: new Set(work) };
}

function daysFrom(from: PlainDate, to: PlainDate): PlainDate[] {
  const first = Date.parse(`${from}T00:00:00Z`);
  const count = (Date.parse(`${to}T00:00:00Z`) - first) / 86_400_000 + 1;
  if (count < 1) throw new Error(`${from} comes after ${to}`);
  return Array.from(
    { length: count },
    (_, index) => new Date(first + index * 86_400_000).toISOString().slice(0, 10) as PlainDate,
  );
}
