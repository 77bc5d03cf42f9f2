import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AimedAt, loosens, milestonesOf, progressOf, reaches, roadmapStanding } from './rules.ts';

const year = fc.integer({ min: 2023, max: 2035 });
const number = fc.double({ min: 0, max: 1000, noNaN: true });
const aimedAt = fc.record({
  direction: fc.constantFrom('atLeast' as const, 'atMost' as const),
  value: fc.option(number, { nil: null }),
  dueYear: year,
});

const publicShare: AimedAt = { direction: 'atLeast', value: 0.6, dueYear: 2027 };

test('a lower plan keeps the number and the year, or is stricter', () => {
  expect(loosens({ ...publicShare, value: 0.65, dueYear: 2026 }, publicShare)).toBeNull();
  expect(loosens(publicShare, publicShare)).toBeNull();
  expect(loosens({ ...publicShare, value: 0.59 }, publicShare)).toBe('value');
  expect(loosens({ ...publicShare, dueYear: 2028 }, publicShare)).toBe('dueYear');
  expect(loosens({ ...publicShare, direction: 'atMost' }, publicShare)).toBe('direction');
});

test('a number left blank above binds nobody; one left blank below leaves the number above in force', () => {
  expect(loosens(publicShare, { ...publicShare, value: null })).toBeNull();
  expect(loosens({ ...publicShare, value: null }, publicShare)).toBeNull();
});

test('tightening is an order: what tightens a tightened target tightens the first', () => {
  fc.assert(
    fc.property(aimedAt, aimedAt, aimedAt, (top, middle, low) => {
      fc.pre(middle.value !== null || top.value === null);
      if (loosens(middle, top) === null && loosens(low, middle) === null) expect(loosens(low, top)).toBeNull();
    }),
  );
});

test('whoever reaches a tighter target reaches the one above', () => {
  fc.assert(
    fc.property(aimedAt, aimedAt, number, (above, below, value) => {
      fc.pre(above.value !== null && below.value !== null && loosens(below, above) === null);
      if (reaches(value, below.value, below.direction)) {
        expect(reaches(value, above.value, above.direction)).toBe(true);
      }
    }),
  );
});

const rising = [
  { year: 2024, value: 0.5 },
  { year: 2025, value: 0.53 },
  { year: 2026, value: 0.56 },
];

test.each([
  ['reached', publicShare, [{ year: 2026, value: 0.6 }]],
  ['blank', { ...publicShare, value: null }, rising],
  ['noData', publicShare, [{ year: 2026, value: null }]],
  ['noTrend', publicShare, rising.slice(1)],
  ['slipping', publicShare, rising],
  ['onTrack', { ...publicShare, dueYear: 2028 }, rising],
  ['missed', { ...publicShare, dueYear: 2025 }, rising],
] as const)('%s', (standing, aimed, readings) => {
  expect(progressOf(aimed, readings, 2026).standing).toBe(standing);
});

test('the trend warns years before the date: 0.03 a year from 0.56 makes 0.59 in 2027', () => {
  expect(progressOf(publicShare, rising, 2026).expected).toBeCloseTo(0.59, 12);
});

test('one wild year does not turn the trend', () => {
  const steady = [2022, 2023, 2024, 2025, 2026].map((each) => ({ year: each, value: (each - 2020) / 10 }));
  const wild = steady.map((one) => (one.year === 2024 ? { ...one, value: 9 } : one));
  const aimed: AimedAt = { direction: 'atLeast', value: 0.8, dueYear: 2028 };
  expect(progressOf(aimed, wild, 2026).standing).toBe('onTrack');
});

test('milestones lead from where one stands to the target, without a step back', () => {
  expect(milestonesOf(publicShare, { year: 2025, value: 0.5 }, 2026)).toEqual([
    { year: 2026, value: 0.55 },
    { year: 2027, value: 0.6 },
  ]);
  fc.assert(
    fc.property(number, number, year, year, (from, to, latestYear, dueYear) => {
      const steps = milestonesOf(
        { direction: 'atLeast', value: to, dueYear },
        { year: latestYear, value: from },
        latestYear + 1,
      );
      expect(steps.length).toBe(Math.max(0, dueYear - latestYear));
      const values = [from, ...steps.map(({ value }) => value as number)];
      for (let i = 1; i < values.length; i += 1) {
        const step = (values[i] as number) - (values[i - 1] as number);
        expect(from <= to ? step >= -1e-9 : step <= 1e-9).toBe(true);
      }
      if (steps.length > 0) expect(steps.at(-1)).toEqual({ year: dueYear, value: to });
    }),
  );
});

test('a blank target has blank milestones', () => {
  expect(milestonesOf({ ...publicShare, value: null }, { year: 2025, value: 0.5 }, 2026)).toEqual([
    { year: 2026, value: null },
    { year: 2027, value: null },
  ]);
});

test('a county is on the way when what it fails shrinks fast enough', () => {
  const failing = [12, 9, 6, 3].map((value, index) => ({ year: 2023 + index, value }));
  expect(roadmapStanding({ targetYear: 2027, recognisedOn: null }, failing, 2026).standing).toBe('onTrack');
  expect(roadmapStanding({ targetYear: 2026, recognisedOn: null }, failing, 2026).standing).toBe('slipping');
  expect(roadmapStanding({ targetYear: 2026, recognisedOn: '2026-05-01' }, failing, 2026).standing).toBe('reached');
});
