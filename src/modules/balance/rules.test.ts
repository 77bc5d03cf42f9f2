import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ColumnKey, EvaluationInput } from '#standards';
import { hashInput } from './canonical.ts';
import { columnLetter } from './column-letter.ts';
import { packInput, unpackInput } from './contract.ts';
import { areasBelow } from './drivers.ts';
import { listDifferences } from './list-differences.ts';
import { amountShort, gapWords, resourceOf } from './resource.ts';
import { statusOf } from './status.ts';

test.each([
  ['met', 2.3, 2.3, 'atLeast', 'near'],
  ['met', 2.41, 2.3, 'atLeast', 'near'],
  ['met', 2.42, 2.3, 'atLeast', 'met'],
  ['met', 0.48, 0.5, 'atMost', 'near'],
  ['met', 0.4, 0.5, 'atMost', 'met'],
  ['notMet', 2.2999, 2.3, 'atLeast', 'notMet'],
  ['noData', null, 2.3, 'atLeast', 'noData'],
  ['met', 0, 0, 'atMost', 'met'],
] as const)('%s with %d against %d (%s) is coloured %s', (verdict, value, line, comparison, status) => {
  expect(statusOf(verdict, value, line, comparison)).toBe(status);
});

const rooms = resourceOf('room/100 pupil');
const area = resourceOf('m2/pupil');

test('what is missing comes in whole rooms and in square metres', () => {
  if (rooms === null || area === null) throw new Error('the units were not read');
  expect(rooms).toMatchObject({ isWhole: true, perPupils: 100 });
  const short = amountShort({ resource: rooms, value: (100 * 8) / 420, line: 2.3, comparison: 'atLeast', pupils: 420 });
  expect(short).toBe(2);
  expect(gapWords(rooms, short)).toEqual({ zh: '还差 2 间', en: '2 rooms short' });
  expect(gapWords(rooms, 1)?.en).toBe('1 room short');
  expect(gapWords(rooms, 0)).toBeNull();
  expect(amountShort({ resource: area, value: 4, line: 4.5, comparison: 'atLeast', pupils: 300 })).toBeCloseTo(150, 9);
  expect(resourceOf('share')).toBeNull();
});

test('adding the whole amount short reaches the line, one piece less does not', () => {
  if (rooms === null) throw new Error('the unit was not read');
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5_000 }),
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 1, max: 90 }),
      (pupils, had, tenths) => {
        const line = tenths / 10;
        const value = (count: number) => (100 * count) / pupils;
        const short = amountShort({ resource: rooms, value: value(had), line, comparison: 'atLeast', pupils });
        expect(value(had + short)).toBeGreaterThanOrEqual(line - 1e-9);
        if (short > 0) expect(value(had + short - 1)).toBeLessThan(line);
      },
    ),
  );
});

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
  [-1, ''],
])('column %i is %s', (column, letter) => expect(columnLetter(column)).toBe(letter));

test('the areas below include the area itself and all their descendants', () => {
  expect([...areasBelow(Int32Array.of(-1, 0, 0, 1, 3), 1)]).toEqual([0, 1, 0, 1, 1]);
  expect([...areasBelow(Int32Array.of(-1, 0), -1)]).toEqual([0, 0]);
});

const figure = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(Number.NaN));
const input = fc.integer({ min: 0, max: 6 }).chain((size) =>
  fc.record({
    schoolYear: fc.integer({ min: 2000, max: 2100 }),
    students: fc.array(figure, { minLength: size, maxLength: size }),
    names: fc.array(fc.string({ unit: 'binary' }), { minLength: size, maxLength: size }),
  }),
);

test('an input survives being written as JSON, and equal inputs have equal hashes', () => {
  fc.assert(
    fc.property(input, ({ schoolYear, students, names }) => {
      const made: EvaluationInput = {
        schoolYear,
        units: {
          size: names.length,
          id: names.map((_, row) => String(row)),
          name: names,
          county: new Int32Array(names.length),
          stages: new Uint8Array(names.length).fill(2),
          attributes: { ownership: names.map(() => 'public') },
          columns: new Map<ColumnKey, Float64Array>([
            ['students@primary', Float64Array.from(students, (value) => value + 0)],
          ]),
        },
        areas: { size: 1, code: ['1'], name: ['县'], level: ['county'], parent: Int32Array.of(-1), columns: new Map() },
        attested: [],
      };
      const again = unpackInput(JSON.parse(JSON.stringify(packInput(made))));
      expect(again).toEqual(made);
      expect(hashInput(again)).toBe(hashInput(made));
    }),
  );
});

test('differences are named by their path, up to a limit', () => {
  const stored = { a: [1, 2, { b: null }], c: 'x' };
  expect(listDifferences(stored, structuredClone(stored), 10)).toEqual([]);
  expect(listDifferences(stored, { a: [1, 3, { b: 0 }] }, 10)).toEqual([
    { path: 'a.1', stored: '2', recomputed: '3' },
    { path: 'a.2.b', stored: 'null', recomputed: '0' },
    { path: 'c', stored: '"x"', recomputed: 'undefined' },
  ]);
  expect(listDifferences([1, 2, 3], [4, 5, 6], 2)).toHaveLength(2);
});
