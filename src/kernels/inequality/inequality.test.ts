import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as inequality from './index.ts';

const pupils = [45, 37, 89, 76, 55];
const perPupil = [279, 137, 935, 160, 402].map((amount, i) => amount / (pupils[i] as number));

const row = fc.record({
  value: fc.double({ min: 0.01, max: 100, noNaN: true }),
  weight: fc.integer({ min: 1, max: 2000 }),
  group: fc.integer({ min: 0, max: 3 }),
});
const rows = fc.array(row, { minLength: 1, maxLength: 60 });
const expectClose = (actual: number, expected: number, tolerance = 1e-11) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(expected)));

function columns(list: readonly { value: number; weight: number; group: number }[]) {
  return {
    value: Float64Array.from(list, (r) => r.value),
    weight: Float64Array.from(list, (r) => r.weight),
    group: Int32Array.from(list, (r) => r.group),
  };
}

describe('the published five-school example', () => {
  it('weighs by pupils', () => {
    const measures = inequality.measurePopulation(perPupil, pupils);
    expectClose(measures.mean, 6.334437, 1e-6);
    expectClose(measures.standardDeviation, 3.263861, 1e-6);
    expectClose(measures.coefficientOfVariation, 0.515257, 1e-6);
    expectClose(inequality.coefficientOfVariation(perPupil, pupils), measures.coefficientOfVariation, 1e-14);
  });
  it('differs from the unweighted figure', () => {
    expectClose(inequality.coefficientOfVariation(perPupil, [1, 1, 1, 1, 1]), 0.4888, 1e-4);
  });
});

describe('by brute force', () => {
  it('is half the mean absolute difference, and the plain formulas', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const { value, weight } = columns(list);
        const total = weight.reduce((a, b) => a + b, 0);
        const mean = list.reduce((a, r) => a + r.weight * r.value, 0) / total;
        let difference = 0;
        for (const a of list) for (const b of list) difference += a.weight * b.weight * Math.abs(a.value - b.value);
        const sum = (part: (v: number) => number) => list.reduce((a, r) => a + r.weight * part(r.value), 0) / total;
        const m = inequality.measurePopulation(value, weight);
        expectClose(m.gini, difference / (2 * total * total * mean));
        expectClose(
          m.theil,
          sum((v) => (v / mean) * Math.log(v / mean)),
        );
        expectClose(
          m.meanLogDeviation,
          sum((v) => Math.log(mean / v)),
        );
        expectClose(m.standardDeviation, Math.sqrt(sum((v) => (v - mean) ** 2)));
        const people = list.flatMap((r) => Array.from({ length: r.weight }, () => r.value)).sort((a, b) => a - b);
        const median = people[Math.ceil(people.length / 2) - 1] as number;
        expect(m.median).toBe(median);
        const lower = people.filter((v) => v <= median);
        expectClose(m.mcloone, lower.reduce((a, b) => a + b, 0) / lower.length / median);
      }),
      { numRuns: 60 },
    );
  });
  it('measures each group as it measures that group alone', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const { value, weight, group } = columns(list);
        const all = inequality.measureGroups(value, weight, group, 4);
        const moments = inequality.measureMoments(value, weight, group, 4);
        for (let g = 0; g < 4; g++) {
          const own = columns(list.filter((r) => r.group === g));
          const alone = inequality.measurePopulation(own.value, own.weight);
          for (const key of Object.keys(alone) as (keyof typeof alone)[]) expect(all[key][g]).toBe(alone[key]);
          if (alone.count > 0) expectClose(moments.coefficientOfVariation[g] as number, alone.coefficientOfVariation);
          else expect(moments.mean[g]).toBeNaN();
        }
      }),
    );
  });
});

describe('laws', () => {
  it('does not change when all values are scaled, or every row is split in two', () => {
    fc.assert(
      fc.property(rows, fc.double({ min: 0.001, max: 1000, noNaN: true }), (list, factor) => {
        const { value, weight } = columns(list);
        const one = inequality.measurePopulation(value, weight);
        const scaled = inequality.measurePopulation(
          value.map((v) => v * factor),
          weight,
        );
        const split = inequality.measurePopulation([...value, ...value], [...weight, ...weight]);
        for (const key of ['gini', 'theil', 'meanLogDeviation', 'coefficientOfVariation', 'mcloone'] as const) {
          expectClose(scaled[key], one[key], 1e-10);
          expectClose(split[key], one[key], 1e-10);
        }
      }),
    );
  });
  it('splits into within and between exactly', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const { value, weight, group } = columns(list);
        const parts = inequality.decomposeTheil(value, weight, group, 4);
        expectClose(parts.total, inequality.theil(value, weight));
        expect(parts.between).toBeGreaterThanOrEqual(0);
        expectClose(inequality.compensatedSum(parts.withinOfGroup), parts.within);
      }),
    );
  });
  it('shares out the squared coefficient completely', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const { value, weight } = columns(list);
        const sum = inequality.compensatedSum(inequality.contributions(value, weight));
        if (sum !== 0) expectClose(sum, 1, 1e-14);
      }),
    );
  });
  it('draws a convex curve whose area is the Gini coefficient', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const { value, weight } = columns(list);
        const { people, amount } = inequality.lorenzCurve(value, weight);
        let area = 0;
        for (let k = 1; k < people.length; k++) {
          area +=
            ((people[k] as number) - (people[k - 1] as number)) * ((amount[k] as number) + (amount[k - 1] as number));
          expect(amount[k]).toBeLessThanOrEqual((people[k] as number) + 1e-12);
        }
        expectClose(1 - area, inequality.gini(value, weight), 1e-10);
      }),
    );
  });
});

describe('precision', () => {
  it('keeps twelve digits where values hardly differ', () => {
    // d = 1e-6: CV = d, Gini = d / 2, T = d² / 2 + O(d⁴) for two halves at 1 - d and 1 + d
    const d = 2 ** -20;
    const m = inequality.measurePopulation([1 - d, 1 + d], [1, 1]);
    expect(Math.abs(m.coefficientOfVariation / d - 1)).toBeLessThan(1e-12);
    expect(Math.abs(m.gini / (d / 2) - 1)).toBeLessThan(1e-12);
    expect(Math.abs(m.theil / (d * d * (0.5 + (d * d) / 12)) - 1)).toBeLessThan(1e-12);
  });
  it('keeps twelve digits over a long, lopsided sum', () => {
    const size = 200_000;
    const value = new Float64Array(size).fill(0.1);
    value[0] = 1e9;
    const m = inequality.measurePopulation(value, new Float64Array(size).fill(1));
    const mean = (1e9 + 0.1 * (size - 1)) / size;
    expect(Math.abs(m.mean / mean - 1)).toBeLessThan(1e-14);
  });
});

describe('what does not count', () => {
  it('leaves out what was not reported and where nobody is', () => {
    const m = inequality.measurePopulation([1, Number.NaN, 3, 9], [10, 10, Number.NaN, 0]);
    expect(m).toMatchObject({
      count: 1,
      weight: 10,
      mean: 1,
      coefficientOfVariation: 0,
      gini: 0,
      theil: 0,
      mcloone: 1,
    });
    expect(inequality.contributions([1, Number.NaN, 3], [1, 1, 1])[1]).toBeNaN();
  });
  it('has no measure for nobody, and keeps an empty group empty', () => {
    const m = inequality.measureGroups(Float64Array.of(1, 2), Float64Array.of(1, 1), Int32Array.of(1, -1), 2);
    expect([...m.count]).toEqual([0, 1]);
    expect(m.mean[0]).toBeNaN();
    expect(m.gini[0]).toBeNaN();
    expect(inequality.lorenzCurve([], []).people).toEqual(Float64Array.of(0, 1));
  });
  it('has no relative measure of a mean that is not positive', () => {
    const zero = inequality.measurePopulation([0, 0], [1, 1]);
    expect(zero).toMatchObject({ mean: 0, standardDeviation: 0 });
    expect([zero.coefficientOfVariation, zero.gini, zero.theil, zero.mcloone].every(Number.isNaN)).toBe(true);
    const mixed = inequality.measurePopulation([-1, 3], [1, 1]);
    expect(mixed.theil).toBeNaN();
    expect(mixed.coefficientOfVariation).toBe(2);
    expect(inequality.measurePopulation([0, 2], [1, 1])).toMatchObject({ meanLogDeviation: Number.POSITIVE_INFINITY });
  });
  it('refuses what cannot be', () => {
    expect(() => inequality.gini([1], [-1])).toThrow('weight[0]');
    expect(() => inequality.gini([Number.POSITIVE_INFINITY], [1])).toThrow('value[0]');
    expect(() => inequality.gini([1, 2], [1])).toThrow('differ in length');
    expect(() => inequality.measureGroups(Float64Array.of(1), Float64Array.of(1), Int32Array.of(2), 2)).toThrow(
      'group[0]',
    );
    expect(() => inequality.lorenzCurve([-1], [1])).toThrow('value[0]');
  });
  it('never changes its input', () => {
    const value = Object.freeze([3, 1, 2]);
    const typed = Float64Array.of(3, 1, 2);
    inequality.measurePopulation(value, value);
    inequality.measureGroups(typed, typed, new Int32Array(3), 1);
    expect([...typed]).toEqual([3, 1, 2]);
  });
});
