import fc from 'fast-check';
import { expect, test } from 'vitest';
import { burdenOf, monthsUpTo, timesAMonth } from './burden.ts';
import type { AskedForm } from './model.ts';

const form = (more: Partial<AskedForm>): AskedForm => ({
  id: 'f',
  area: '900121',
  origin: 'registered',
  title: { zh: '表', en: 'form' },
  office: 'education',
  basis: { zh: '', en: '' },
  why: '',
  note: null,
  askedOf: 'schools',
  stages: ['primary'],
  frequency: 'monthly',
  minutes: 60,
  minutesAre: 'declared',
  fields: [],
  state: 'inForce',
  fromOn: '2026-01-15',
  untilOn: '2026-12-31',
  endedOn: null,
  case: null,
  ...more,
});
const schools = [
  { county: '900121', stages: ['primary'], openedOn: null, closedOn: null, count: 3 },
  { county: '900121', stages: ['junior'], openedOn: null, closedOn: '2026-05-31', count: 2 },
];
const of = (forms: readonly AskedForm[], month = '2026-05') =>
  burdenOf({ forms, schools, sheets: [], holdsIn: () => true }, month);

test('hours are schools × times a month × minutes, and hours per school count every school', () => {
  expect(of([form({})])).toMatchObject({
    month: { schools: 5, hours: 3, perSchool: 0.6 },
    rows: [{ schools: 3, fillings: 3, hours: 3 }],
  });
  expect(of([form({ frequency: 'yearly' })]).month.hours).toBeCloseTo(3 / 12, 12);
  // The schools that closed in May are not asked in June.
  expect(of([form({})], '2026-06').month.perSchool).toBe(1);
});

test('a form counts in the months of its term, and after it was ended no more', () => {
  const hours = (more: Partial<AskedForm>) =>
    monthsUpTo('2027-01', 14).map((month) => of([form(more)], month).month.hours > 0);
  expect(hours({})).toEqual([false, ...Array.from({ length: 12 }, () => true), false].slice(0, 14));
  expect(hours({ state: 'ended', endedOn: '2026-03-02' }).filter(Boolean)).toHaveLength(3);
  expect(hours({ state: 'review' }).filter(Boolean)).toHaveLength(0);
  expect(hours({ askedOf: 'inspectors' }).filter(Boolean)).toHaveLength(0);
});

test('asked once costs one filling over the whole term', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 30 }), (first, length) => {
      const until = 12 * 2026 + first - 1 + length;
      const day = `${Math.floor(until / 12)}-${String((until % 12) + 1).padStart(2, '0')}-28`;
      const once = form({ frequency: 'once', fromOn: `2026-${String(first).padStart(2, '0')}-01`, untilOn: day });
      const months = monthsUpTo(day.slice(0, 7), length + 1);
      expect(
        months.reduce(
          (sum, month) => sum + of([once], month).rows.reduce((all, row) => all + row.fillings / row.schools, 0),
          0,
        ),
      ).toBeCloseTo(1, 9);
      expect(timesAMonth(once)).toBeCloseTo(1 / (length + 1), 12);
    }),
  );
});

test('the whole is the sum of the rows, whatever the forms', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          minutes: fc.integer({ min: 1, max: 600 }),
          frequency: fc.constantFrom('weekly', 'monthly', 'quarterly', 'termly', 'yearly'),
        }),
        { maxLength: 8 },
      ),
      (given) => {
        const { month, rows } = of(given.map((more, at) => form({ ...more, id: `f${at}` })));
        expect(rows.reduce((sum, row) => sum + row.hours, 0)).toBeCloseTo(month.hours, 9);
        expect(rows.map((row) => row.hours)).toEqual(
          rows.map((row) => row.hours).toSorted((one, other) => other - one),
        );
      },
    ),
  );
});
