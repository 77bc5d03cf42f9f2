import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustedFences, medcouple, median, medianAbsoluteDeviation, robustScores, theilSen } from './index.ts';

// Differences of subnormal numbers round to nothing: no figure is that small, and the order of pairs would be chance.
const double = fc.double({ min: -5, max: 5, noNaN: true }).map((value) => (Math.abs(value) < 1e-200 ? 0 : value));
const values = fc.array(fc.oneof(fc.integer({ min: -20, max: 20 }), double), { minLength: 1, maxLength: 40 });

function medcoupleByPairs(list: readonly number[]): number {
  const sorted = list.toSorted((a, b) => b - a);
  const centre = median(list);
  const above = sorted.filter((v) => v >= centre).map((v) => v - centre);
  const below = sorted.filter((v) => v <= centre).map((v) => v - centre);
  const pairs = above.flatMap((a, i) =>
    below.map((b, j) => (a === b ? Math.sign(above.length - 1 - i - j) : (a + b) / (a - b))),
  );
  return pairs.sort((a, b) => b - a)[Math.floor(pairs.length / 2)] as number;
}

describe('median and deviation', () => {
  it('ignores what was not reported', () => {
    expect(median([3, Number.NaN, 1])).toBe(2);
    expect(median([])).toBeNaN();
    expect(medianAbsoluteDeviation([1, 1, 2, 2, 4, 6, 9])).toBeCloseTo(1.482602, 6);
  });
  it('is not moved by one wild value', () => {
    const scores = robustScores([21, 22, 20, 23, 22, 21, 220]);
    expect(Math.max(...scores.subarray(0, 6).map(Math.abs))).toBeLessThan(3.5);
    expect(scores[6]).toBeGreaterThan(100);
  });
  it('falls back where most values are equal, and flags nothing where all are', () => {
    const scores = robustScores([5, 5, 5, 5, 9]);
    expect(scores[4]).toBeCloseTo(4 / (1.2533141373155003 * 0.8), 12);
    expect([...robustScores([5, 5, 5])]).toEqual([0, 0, 0]);
    expect(robustScores([1, Number.NaN, 3])[1]).toBeNaN();
  });
});

describe('medcouple', () => {
  it('gives the published values', () => {
    expect(medcouple([1, 2, 7, 9, 10])).toBeCloseTo(-1 / 3, 12);
    expect(medcouple([1, 2, 3, 4, 5])).toBe(0);
    expect(medcouple([])).toBeNaN();
  });
  it('equals the median over all pairs', () => {
    fc.assert(
      fc.property(values, (list) => {
        expect(medcouple(list)).toBeCloseTo(medcoupleByPairs(list), 9);
      }),
      { numRuns: 400 },
    );
  });
  it('ends on a long list with many ties', () => {
    expect(medcouple(Float64Array.from({ length: 50_001 }, (_, i) => (i * i) % 97))).toBeTypeOf('number');
  });
});

describe('fences', () => {
  it('are the ordinary ones where there is no skew', () => {
    expect(adjustedFences([1, 2, 3, 4, 5])).toEqual({ lower: -1, upper: 7, medcouple: 0 });
  });
  it('reach further on the side of the long tail', () => {
    const skewed = Array.from({ length: 199 }, (_, i) => Math.exp((i - 99) / 50));
    const { lower, upper } = adjustedFences(skewed);
    expect(upper - median(skewed)).toBeGreaterThan(median(skewed) - lower);
    expect(skewed.filter((v) => v < lower || v > upper).length).toBeLessThan(8);
  });
});

describe('Theil–Sen line', () => {
  const points = fc.uniqueArray(
    fc.record({ x: fc.integer({ min: -50, max: 50 }), y: fc.integer({ min: -50, max: 50 }) }),
    {
      selector: ({ x }) => x,
      minLength: 2,
      maxLength: 12,
    },
  );

  it('gives the published estimate', () => {
    // Sen (1968), section 5: t = 1, 2, 3, 4, 10, 12, 18 and y = 9, 15, 19, 20, 45, 55, 78 give the slope 4.
    const line = theilSen([1, 2, 3, 4, 10, 12, 18], [9, 15, 19, 20, 45, 55, 78]);
    expect(line?.slope).toBe(4);
  });
  it('finds a line that all points lie on, in any order', () => {
    fc.assert(
      fc.property(
        points,
        fc.integer({ min: -9, max: 9 }),
        fc.integer({ min: -9, max: 9 }),
        (list, slope, intercept) => {
          const line = theilSen(
            list.map(({ x }) => x),
            list.map(({ x }) => slope * x + intercept),
          );
          expect(line?.slope).toBeCloseTo(slope, 9);
          expect(line?.intercept).toBeCloseTo(intercept, 9);
        },
      ),
    );
  });
  it('moves with its points', () => {
    fc.assert(
      fc.property(points, fc.integer({ min: -9, max: 9 }), (list, lift) => {
        const x = list.map((one) => one.x);
        const low = theilSen(
          x,
          list.map((one) => one.y),
        );
        const high = theilSen(
          x,
          list.map((one) => one.y + lift),
        );
        expect(high?.slope).toBeCloseTo(low?.slope as number, 9);
        expect((high?.intercept as number) - (low?.intercept as number)).toBeCloseTo(lift, 9);
      }),
    );
  });
  it('has nothing to say of a single position', () => {
    expect(theilSen([2026], [1])).toBeNull();
    expect(theilSen([2026, 2026], [1, 2])).toBeNull();
  });
});
