import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlainDate } from './plain-date.ts';
import { readHolidays } from './read-holidays.ts';
import { addWorkingDays, workingCalendar, workingDaysBetween } from './working-calendar.ts';

const text = readFileSync('policies/calendar/cn-holidays.yaml', 'utf8');
const { calendar, notices } = readHolidays(text);
const plain = (at: Date) => at.toISOString().slice(0, 10) as PlainDate;
const days = fc
  .date({ min: new Date('2024-01-01T00:00:00Z'), max: new Date('2026-12-31T00:00:00Z'), noInvalidDate: true })
  .map(plain);

// The examples are those of the notices: 国办发明电〔2023〕7号, 〔2024〕12号, 〔2025〕7号.
test.each([
  ['2024-02-09', true],
  ['2024-02-18', true],
  ['2025-01-28', false],
  ['2025-10-08', false],
  ['2025-10-11', true],
  ['2026-01-04', true],
  ['2026-02-23', false],
  ['2026-06-19', false],
  ['2026-09-20', true],
] as const)('%s is a working day: %s', (day, isWorking) => {
  expect(calendar.isWorkingDay(day)).toBe(isWorking);
});

test('the notices carry their documents', () => {
  expect(notices.map(({ year, document }) => [year, document])).toEqual([
    [2024, '国办发明电〔2023〕7号'],
    [2025, '国办发明电〔2024〕12号'],
    [2026, '国办发明电〔2025〕7号'],
  ]);
});

test('a year has its weekends and its statutory holidays off, however they are moved', () => {
  const offDays = (year: number) =>
    Array.from({ length: 366 }, (_, index) => plain(new Date(Date.UTC(year, 0, 1 + index)))).filter(
      (day) => day.startsWith(`${year}`) && !calendar.isWorkingDay(day),
    ).length;
  // 52 weekends and the statutory days (11, from 2025 on 13): days off are moved about, their number stays.
  expect([2024, 2025, 2026].map(offDays)).toEqual([104 + 11, 104 + 13, 104 + 13]);
});

test('counting steps over a holiday and uses the day worked for it', () => {
  expect(addWorkingDays(calendar, '2026-09-30', 1)).toEqual({ day: '2026-10-08', missingYears: [] });
  expect(addWorkingDays(calendar, '2026-10-08', 2)).toEqual({ day: '2026-10-10', missingYears: [] });
  expect(addWorkingDays(calendar, '2026-10-01', 0)).toEqual({ day: '2026-10-08', missingYears: [] });
});

test('a year without its notice is named, not guessed', () => {
  expect(addWorkingDays(calendar, '2026-12-30', 5)).toEqual({ day: '2027-01-06', missingYears: [2027] });
  expect(addWorkingDays(workingCalendar([]), '2026-12-31', 1).missingYears).toEqual([2027]);
});

test('law: the answer is a working day, later days for more, and as many working days away as asked', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 60 }), (day, count) => {
      const counted = addWorkingDays(calendar, day, count).day;
      expect(calendar.isWorkingDay(counted)).toBe(true);
      expect(counted > day).toBe(true);
      expect(workingDaysBetween(calendar, day, counted)).toBe(count);
    }),
  );
});

test('law: adding in two steps is adding at once; going back undoes it', () => {
  fc.assert(
    fc.property(days, fc.nat(30), fc.nat(30), (day, first, second) => {
      const from = addWorkingDays(calendar, day, 0).day;
      const there = addWorkingDays(calendar, from, first).day;
      expect(addWorkingDays(calendar, there, second).day).toBe(addWorkingDays(calendar, from, first + second).day);
      expect(first === 0 ? from : addWorkingDays(calendar, there, -first).day).toBe(from);
    }),
  );
});

test('a file that contradicts itself is refused', () => {
  expect(() => readHolidays(text.replace('work: [2026-01-04', 'work: [2026-01-03'))).toThrow(/both off/);
  expect(() => readHolidays(text.replace('to: 2024-02-17', 'to: 2024-02-01'))).toThrow(/comes after/);
  expect(() => readHolidays(text.replace('from: 2026-10-01', 'from: 2027-10-01'))).toThrow();
  expect(() => readHolidays(text.replace('from: 2026-10-01', 'from: 1 October'))).toThrow();
});
