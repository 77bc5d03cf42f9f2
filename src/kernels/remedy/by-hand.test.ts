import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coefficientOf, isWithinLimit, leastAddition, type RemedyProblem, solveRemedy } from './index.ts';

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

/** Schools of one stage with one continuous resource and nothing asked of each: only the coefficient counts. */
function evenOut(
  pupils: readonly number[],
  current: readonly number[],
  cost: readonly number[],
  limit: number,
): RemedyProblem {
  const n = pupils.length;
  return {
    rows: n,
    indicators: 1,
    groups: 1,
    units: n,
    pupils: Float64Array.from(pupils),
    group: new Int32Array(n),
    unit: Int32Array.from({ length: n }, (_, i) => i),
    share: new Float64Array(n).fill(1),
    shared: new Uint8Array(1),
    current: Float64Array.from(current),
    threshold: new Float64Array(n).fill(Number.NaN),
    floor: new Float64Array(n).fill(Number.NaN),
    scale: Float64Array.from([1]),
    allowedBelow: 0,
    inRule: new Uint8Array(n).fill(1),
    inCoefficient: new Uint8Array(n).fill(1),
    limit: Float64Array.from([limit]),
    cost: Float64Array.from(cost),
    grain: Float64Array.from([0]),
    most: new Float64Array(n).fill(Number.POSITIVE_INFINITY),
  };
}

describe('solveRemedy', () => {
  it('raises the poorer of two equal schools until their difference over their sum is the limit', () => {
    // (9 - x) / (9 + x) = 0.5 at x = 3
    const result = solveRemedy(evenOut([100, 100], [100, 900], [7, 7], 0.5));
    if (result.kind !== 'plan') throw new Error(result.kind);
    expect(result.added[0]).toBeCloseTo(200, 4);
    expect(result.added[1]).toBe(0);
    expect(result.cost).toBeCloseTo(1400, 3);
    expect(result.bound).toBeGreaterThan(1400 * (1 - 1e-6));
    expect(result.bound).toBeLessThanOrEqual(1400);
    expect(result.coefficients[0]).toMatchObject({ binds: true, limit: 0.5 });
    expect(result.coefficients[0]?.before).toBeCloseTo(0.8, 12);
    // d/dL of 7 * 900 (1 - L) / (1 + L) at 0.5
    expect(result.coefficients[0]?.shadowPrice).toBeCloseTo((7 * 900 * 2) / 1.5 ** 2, 0);
  });

  it('raises several poor schools of equal cost to one level per pupil', () => {
    const pupils = [100, 300, 50, 200];
    const result = solveRemedy(evenOut(pupils, [50, 300, 10, 2400], [1, 1, 1, 1], 0.4));
    if (result.kind !== 'plan') throw new Error(result.kind);
    const level = pupils.map((p, i) => (result.after[i] as number) / p);
    expect(level[0]).toBeCloseTo(level[1] as number, 4);
    expect(level[2]).toBeCloseTo(level[1] as number, 4);
    expect(result.coefficients[0]?.after).toBeCloseTo(0.4, 6);
  });

  it('raises the cheaper of two like schools more', () => {
    const result = solveRemedy(evenOut([100, 100, 100], [100, 100, 900], [1, 2, 1], 0.4));
    if (result.kind !== 'plan') throw new Error(result.kind);
    expect(result.added[0]).toBeGreaterThan(result.added[1] as number);
    expect(result.gap).toBeLessThan(1e-6);
  });
});
