import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scale, unitFactor } from './unit-factor.ts';
import { hasFractionOfFen, wholeFen } from './whole-fen.ts';

test('every whole number of fen is kept as it was written, in yuan and in 万元', () => {
  const inWan = unitFactor('万元', 'yuan') ?? Number.NaN;
  fc.assert(
    fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), (fen) => {
      const yuan = Number(`${fen}e-2`);
      expect(wholeFen(yuan)).toBe(yuan === 0 ? 0 : yuan);
      expect(wholeFen(scale(Number(`${fen}e-6`), inWan))).toBe(yuan === 0 ? 0 : yuan);
      expect(hasFractionOfFen(scale(Number(`${fen}e-6`), inWan))).toBe(false);
    }),
  );
});

test('the tail of adding is no fraction of a fen; a tenth of a fen is one', () => {
  expect([wholeFen(0.1 + 0.2), hasFractionOfFen(0.1 + 0.2)]).toEqual([0.3, false]);
  expect([wholeFen(1.005), hasFractionOfFen(1.005)]).toEqual([1, true]);
  expect(hasFractionOfFen(123_456_789.001)).toBe(true);
});
