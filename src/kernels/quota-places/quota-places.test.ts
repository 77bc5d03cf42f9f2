import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion, leastShare } from './index.ts';

const first = (count: number) => Array.from({ length: count }, (_, k) => k);

describe('largest remainders', () => {
  // The usual textbook example: 100,000 votes, 10 seats.
  it('share out ten seats', () => {
    const votes = [47_000, 16_000, 15_800, 12_000, 6_100, 3_100];
    expect([...apportion(10, votes, votes, first(6))]).toEqual([5, 2, 1, 1, 1, 0]);
  });

  // Balinski and Young: one seat more costs a receiver one. The method is known for it; a school is told so.
  it('have the Alabama paradox', () => {
    const pupils = [6, 6, 2];
    expect([...apportion(10, pupils, pupils, first(3))]).toEqual([4, 4, 2]);
    expect([...apportion(11, pupils, [9, 9, 9], first(3))]).toEqual([5, 5, 1]);
  });

  it('a rural factor counts in hundredths', () => {
    expect([...apportion(9, [100 * 100, 100 * 125], [99, 99], [0, 1])]).toEqual([4, 5]);
    expect([...apportion(9, [100 * 100, 100 * 100], [99, 99], [0, 1])]).toEqual([5, 4]);
    expect([...apportion(9, [100 * 100, 100 * 100], [99, 99], [1, 0])]).toEqual([4, 5]);
  });

  const cases = fc.integer({ min: 1, max: 12 }).chain((count) =>
    fc.record({
      places: fc.nat(500),
      weight: fc.array(fc.nat(1000), { minLength: count, maxLength: count }),
      most: fc.array(fc.nat(120), { minLength: count, maxLength: count }),
      rank: fc.shuffledSubarray(first(count), { minLength: count }),
    }),
  );

  it('without ceilings give each the whole part of its share or one more, all places in all', () => {
    fc.assert(
      fc.property(cases, ({ places, weight, rank }) => {
        const total = weight.reduce((sum, own) => sum + own, 0);
        fc.pre(total > 0);
        const given = apportion(
          places,
          weight,
          weight.map(() => 1000),
          rank,
        );
        expect(given.reduce((sum, own) => sum + own, 0)).toBe(places);
        given.forEach((own, k) => {
          const share = (places * (weight[k] as number)) / total;
          expect(own).toBeGreaterThanOrEqual(Math.floor(share));
          expect(own).toBeLessThanOrEqual(Math.ceil(share));
        });
      }),
    );
  });

  it('come nearer to the shares than any other whole numbers, by trying all', () => {
    const few = fc.record({
      places: fc.nat(6),
      weight: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 }),
    });
    fc.assert(
      fc.property(few, ({ places, weight }) => {
        const total = weight.reduce((sum, own) => sum + own, 0);
        const farness = (given: ArrayLike<number>) =>
          weight.reduce((sum, own, k) => sum + Math.abs((given[k] as number) - (places * own) / total), 0);
        const found = farness(apportion(places, weight, [9, 9, 9], [0, 1, 2]));
        for (let a = 0; a <= places; a++) {
          for (let b = 0; a + b <= places; b++)
            expect(farness([a, b, places - a - b])).toBeGreaterThanOrEqual(found - 1e-9);
        }
      }),
    );
  });

  it('with ceilings give what can be given', () => {
    fc.assert(
      fc.property(cases, ({ places, weight, most, rank }) => {
        const given = apportion(places, weight, most, rank);
        const can = weight.reduce((sum, own, k) => sum + (own === 0 ? 0 : (most[k] as number)), 0);
        expect(given.reduce((sum, own) => sum + own, 0)).toBe(Math.min(places, can));
        given.forEach((own, k) => expect(own).toBeLessThanOrEqual(most[k] as number));
      }),
    );
  });

  it.each([
    [-1, [1], [1], [0]],
    [1, [1.5], [1], [0]],
    [1, [1], [1, 2], [0]],
    [2 ** 30, [2 ** 30], [1], [0]],
  ])('refuses %d places with %j, %j, %j', (places, weight, most, rank) => {
    expect(() => apportion(places, weight, most, rank)).toThrow(RangeError);
  });
});

it.each([
  [100, 50, 50],
  [101, 50, 51],
  [7, 65, 5],
])('of %i planned, %i % are at least %i', (planned, percent, places) => {
  expect(leastShare(planned, percent)).toBe(places);
});
