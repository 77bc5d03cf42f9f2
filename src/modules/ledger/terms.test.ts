import { expect, test } from 'vitest';
import { lightArea } from './light-area.ts';
import { termOf, termsOf } from './terms.ts';

test.each([
  ['2026-09', '2026-autumn'],
  ['2026-12', '2026-autumn'],
  ['2027-01', '2026-autumn'],
  ['2027-02', '2027-spring'],
  ['2027-08', '2027-spring'],
])('%s is in %s', (month, term) => {
  expect(termOf(month)).toBe(term);
});

test('terms carry the open lines over', () => {
  const nothing = { opened: 0, closed: 0, reopened: 0, lapsed: 0, accepted: 0 };
  const months = [
    { ...nothing, month: '2027-03', closed: 2, lapsed: 1 },
    { ...nothing, month: '2026-11', opened: 9 },
    { ...nothing, month: '2027-01', opened: 1, reopened: 1, closed: 1 },
  ];
  expect(termsOf(months)).toEqual([
    { term: '2026-autumn', opened: 10, closed: 1, reopened: 1, openAtEnd: 10 },
    { term: '2027-spring', opened: 0, closed: 2, reopened: 0, openAtEnd: 7 },
  ]);
});

const counts = {
  lines: 12,
  open: 10,
  closed: 2,
  lapsed: 0,
  unplanned: 3,
  overdue: 0,
  bottomLineOpen: 1,
  bottomLineOverdue: 0,
  reopened: 0,
  openCostFen: 0,
  withoutCost: 0,
};
const rules = [
  { light: 'red', figure: 'bottomLineOverdue', above: 0, words: { zh: '底线', en: 'bottom' } },
  { light: 'red', figure: 'overdueShare', above: 0.2, words: { zh: '两成', en: 'fifth' } },
  { light: 'yellow', figure: 'projectsLate', above: 0, words: { zh: '节点', en: 'late' } },
  { light: 'green', words: { zh: '按期', en: 'on time' } },
] as const;

test.each([
  ['nothing is late', counts, 0, 'green', null],
  ['a fifth exactly is not more than a fifth', { ...counts, overdue: 2 }, 0, 'green', null],
  ['more than a fifth is overdue', { ...counts, overdue: 3 }, 0, 'red', 'overdueShare'],
  ['the bottom line comes first', { ...counts, overdue: 3, bottomLineOverdue: 1 }, 2, 'red', 'bottomLineOverdue'],
  ['a project is late', counts, 1, 'yellow', 'projectsLate'],
  ['no line at all', { ...counts, lines: 0, open: 0, overdue: 0 }, 0, 'green', null],
] as const)('%s', (_, given, late, light, figure) => {
  expect(lightArea(rules, given, late)).toMatchObject({ light, figure });
});
