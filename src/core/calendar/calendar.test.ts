import { expect, test } from 'vitest';
import { chinaDate, parsePlainDate } from './plain-date.ts';
import { parseSchoolYear, schoolYearLabel, schoolYearOf, statisticsDateOf } from './school-year.ts';

test.each(['2026-02-29', '2026-13-01', '2026-1-1', '', '2026-00-10'])('%s is no day', (text) => {
  expect(parsePlainDate(text)).toBeUndefined();
});

test('a leap day is a day', () => {
  expect(parsePlainDate('2028-02-29')).toBe('2028-02-29');
});

test('the day in China begins eight hours before the day in UTC', () => {
  expect(chinaDate(new Date('2026-08-31T15:59:59Z'))).toBe('2026-08-31');
  expect(chinaDate(new Date('2026-08-31T16:00:00Z'))).toBe('2026-09-01');
});

test('a school year runs from September to August', () => {
  expect(schoolYearOf('2026-09-01')).toBe(2026);
  expect(schoolYearOf('2026-08-31')).toBe(2025);
  expect(schoolYearOf(statisticsDateOf(2026))).toBe(2026);
  expect(schoolYearLabel(2026)).toBe('2026—2027');
});

test.each([
  ['2026', 2026],
  ['2026—2027学年', 2026],
  ['2026-2027', 2026],
  ['2026/27', 2026],
  ['1999-2000学年度', 1999],
  ['2026-2028', undefined],
  ['26-27', undefined],
])('%s reads as %s', (text, year) => {
  expect(parseSchoolYear(text)).toBe(year);
});
