import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chanceWithin, findNearPairs } from './index.ts';

const any64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
/** Some fingerprints and relatives of them, a few bits away: by themselves random ones are never near. */
const families = fc
  .array(fc.tuple(any64, fc.array(fc.uniqueArray(fc.nat(63), { maxLength: 13 }), { maxLength: 5 })), { maxLength: 12 })
  .map((given) =>
    BigUint64Array.from(
      given.flatMap(([first, flips]) => [
        first,
        ...flips.map((places) => places.reduce((bits, place) => bits ^ (1n << BigInt(place)), first)),
      ]),
    ),
  );

function differing(one: bigint, other: bigint): number {
  return (one ^ other).toString(2).replaceAll('0', '').length;
}

test('exactly the near pairs that comparing every two finds, each once', () => {
  fc.assert(
    fc.property(families, fc.nat(11), (fingerprints, within) => {
      const { left, right, distance } = findNearPairs(fingerprints, within);
      const firstOf = new Map<bigint, number>();
      fingerprints.forEach((bits, row) => firstOf.has(bits) || firstOf.set(bits, row));
      const firsts = [...firstOf];
      const expected = firsts.flatMap(([one, row], at) =>
        firsts.slice(at + 1).flatMap(([other, otherRow]) => {
          const bits = differing(one, other);
          return bits <= within ? [`${Math.min(row, otherRow)} ${Math.max(row, otherRow)} ${bits}`] : [];
        }),
      );
      const found = [...left].map((row, at) => `${row} ${right[at]} ${distance[at]}`);
      expect(found.filter((one) => !one.endsWith(' 0')).sort()).toEqual(expected.sort());
      // Equal ones hang together by one pair less than there are of them.
      const equal = [...left].flatMap((row, at) => (distance[at] === 0 ? [[row, right[at] as number] as const] : []));
      expect(equal).toHaveLength(fingerprints.length - firsts.length);
      for (const [row, other] of equal) expect(fingerprints[row]).toBe(fingerprints[other]);
      expect(new Set(equal.map(([, other]) => other)).size).toBe(equal.length);
    }),
    { numRuns: 60 },
  );
});

test('nobody is near in nothing, and a reach that is none is refused', () => {
  expect(findNearPairs(new BigUint64Array(0), 6).left).toHaveLength(0);
  expect(() => findNearPairs(new BigUint64Array(1), 12)).toThrow(RangeError);
  expect(() => findNearPairs(new BigUint64Array(1), 1.5)).toThrow(RangeError);
});

test('the probability by chance is the cumulative binomial of 64 fair bits', () => {
  expect(chanceWithin(0)).toBe(2 ** -64);
  expect(chanceWithin(1)).toBeCloseTo(65 * 2 ** -64, 30);
  expect(chanceWithin(31) + chanceWithin(32)).toBeCloseTo(1, 12);
  expect(chanceWithin(64)).toBeCloseTo(1, 12);
  expect(() => chanceWithin(65)).toThrow(RangeError);
});
