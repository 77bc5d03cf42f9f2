import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coefficientOf, isWithinLimit, leastAddition } from './index.ts';

describe('coefficientOf', () => {
  it('reproduces the published five schools', () => {
    expect(coefficientOf([279, 137, 935, 160, 402], [45, 37, 89, 76, 55])).toBeCloseTo(0.515257, 6);
  });
});

describe('isWithinLimit', () => {
  it('agrees with the published five schools on either side of the line', () => {
    const [amounts, weights] = [
      [279, 137, 935, 160, 402],
      [45, 37, 89, 76, 55],
    ];
    expect(isWithinLimit(amounts, weights, 0.5152)).toBe(false);
    expect(isWithinLimit(amounts, weights, 0.5153)).toBe(true);
  });

  it('decides ties exactly', () => {
    // two equal schools at 1 and 3: mean 2, deviation 1, coefficient exactly 0.5
    expect(isWithinLimit([7, 21], [7, 7], 0.5)).toBe(true);
    expect(isWithinLimit([7, 21], [7, 7], 0.5 - 2 ** -54)).toBe(false);
    expect(isWithinLimit([7, 21 + 2 ** -48], [7, 7], 0.5)).toBe(false);
  });

  it('takes an even spread within any limit, and every spread without one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 40 }), (weights) => {
        expect(
          isWithinLimit(
            weights.map((w) => 3 * w),
            weights,
            0,
          ),
        ).toBe(true);
        expect(
          isWithinLimit(
            weights.map((_, i) => i),
            weights,
            Number.POSITIVE_INFINITY,
          ),
        ).toBe(true);
      }),
    );
  });
});

describe('leastAddition', () => {
  it('reaches a decimal line that the quotient meets exactly', () => {
    expect(leastAddition(36, 1, 1000, 100, 4.2, 1)).toBe(6);
    expect(leastAddition(42, 1, 1000, 100, 4.2, 1)).toBe(0);
    expect(leastAddition(50, 1, 1000, 100, 4.2, 1)).toBe(-8);
  });

  it('reaches the line and one step less does not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        fc.double({ min: 0.1, max: 20, noNaN: true }),
        (current, pupils, share, line) => {
          const value = (y: number) => (100 * (current + share * y)) / pupils;
          const whole = leastAddition(current, share, pupils, 100, line, 1);
          expect(value(whole)).toBeGreaterThanOrEqual(line);
          expect(value(whole - 1)).toBeLessThan(line);
          const any = leastAddition(current, share, pupils, 100, line, 0);
          expect(value(any)).toBeGreaterThanOrEqual(line);
          expect(any).toBeLessThanOrEqual(whole + 1e-9 * (1 + Math.abs(whole)));
        },
      ),
    );
  });
});
