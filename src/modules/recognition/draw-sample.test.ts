import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawSample } from './draw-sample.ts';

const lists = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { maxLength: 60 })
  .chain((ids) =>
    fc
      .array(fc.constantFrom('junior', 'nine-year', 'primary'), { minLength: ids.length, maxLength: ids.length })
      .map((groups) => ids.map((unit, index) => ({ unit, group: groups[index] ?? 'primary' }))),
  );

test('as many as asked for, nobody twice, each group within one of its share', () => {
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: 70 }), fc.string(), (schools, size, seed) => {
      const drawn = drawSample(schools, size, seed);
      expect(drawn).toHaveLength(Math.min(size, schools.length));
      expect(new Set(drawn.map(({ unit }) => unit)).size).toBe(drawn.length);
      for (const [group, members] of Map.groupBy(schools, (one) => one.group)) {
        const exact = (drawn.length * members.length) / schools.length;
        expect(Math.abs(drawn.filter((one) => one.group === group).length - exact)).toBeLessThan(1);
      }
    }),
  );
});

test('the order of the list does not matter, the seed does', () => {
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: 20 }), fc.string(), (schools, size, seed) => {
      expect(drawSample(schools.toReversed(), size, seed)).toEqual(drawSample(schools, size, seed));
    }),
  );
  const schools = Array.from({ length: 40 }, (_, index) => ({ unit: `s${index}`, group: 'primary' }));
  expect(drawSample(schools, 5, 'one')).not.toEqual(drawSample(schools, 5, 'two'));
});

test('a published draw comes out again', () => {
  const schools = ['2134020001', '2134020002', '2134020003', '2134020004'].map((unit) => ({ unit, group: 'primary' }));
  // `printf '2026-11-21\n2134020004' | sha256sum` begins with 08c5, …0001 with 1241, …0002 with 667a, …0003 with ceb5.
  expect(drawSample(schools, 2, '2026-11-21').map(({ unit }) => unit)).toEqual(['2134020004', '2134020001']);
});
