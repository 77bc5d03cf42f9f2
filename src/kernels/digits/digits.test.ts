import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquareTail, findCopiedRuns, testFirstDigits, testHeaping, testLastDigits } from './index.ts';

describe('chi-square tail', () => {
  it('gives the tabulated critical values', () => {
    const table = [
      [3.841458820694124, 1, 0.05],
      [6.634896601021213, 1, 0.01],
      [15.50731305586545, 8, 0.05],
      [16.918977604620448, 9, 0.05],
      [27.877164871256568, 9, 0.001],
      [124.34211340400407, 100, 0.05],
    ] as const;
    for (const [x, df, tail] of table) expect(Math.abs(chiSquareTail(x, df) / tail - 1)).toBeLessThan(1e-10);
  });
  it('is exp(-x/2) for two degrees of freedom', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 500, noNaN: true }), (x) => {
        expect(Math.abs(chiSquareTail(x, 2) - Math.exp(-x / 2))).toBeLessThan(1e-13);
      }),
    );
  });
  it('refuses what has no tail', () => {
    expect(() => chiSquareTail(-1, 2)).toThrow('x is -1');
    expect(() => chiSquareTail(1, 0)).toThrow('degreesOfFreedom');
  });
});

describe('digits', () => {
  it("finds the known first digits of the powers of two, which follow Benford's law", () => {
    const powers = Float64Array.from({ length: 1000 }, (_, n) => 2 ** n);
    const fit = testFirstDigits(powers);
    expect([...fit.observed]).toEqual([301, 176, 125, 97, 79, 69, 56, 52, 45]);
    expect(fit.tail).toBeGreaterThan(0.999);
    expect(fit.meanAbsoluteDeviation).toBeLessThan(0.001);
  });
  it('tells uniform first digits from them', () => {
    expect(testFirstDigits(Float64Array.from({ length: 900 }, (_, n) => n + 100)).tail).toBeLessThan(1e-10);
  });
  it('finds equal last digits in plain counting, and the guessed figures', () => {
    const counted = Float64Array.from({ length: 500 }, (_, n) => n + 10);
    expect(testLastDigits(counted)).toMatchObject({ figures: 500, chiSquare: 0, tail: 1 });
    expect(testHeaping(counted)).toMatchObject({ chiSquare: 0, tail: 1 });
    const guessed = counted.map((v, i) => (i % 3 === 0 ? v - (v % 5) : v));
    expect(testHeaping(guessed).tail).toBeLessThan(1e-6);
  });
  it('has nothing to say without figures', () => {
    expect(testLastDigits([3, 4.5, Number.NaN, -20])).toMatchObject({ figures: 0, tail: Number.NaN });
    expect(() => testLastDigits([1], 1)).toThrow('smallest');
  });
});

describe('copied runs', () => {
  it('finds the run with its place, through zeros and gaps', () => {
    const before = [5, 12, 0, Number.NaN, 34, 56, 7, 9];
    const after = [6, 12, 0, Number.NaN, 34, 56, 8, 9];
    expect(findCopiedRuns(before, after, 3)).toEqual([{ from: 1, length: 5, distinct: 3 }]);
    expect(findCopiedRuns(before, after, 4)).toEqual([]);
    expect(() => findCopiedRuns([1], [], 1)).toThrow('lengths differ');
  });
  it('finds one run over everything when the whole report is sent again', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 1 }), (report) => {
        const runs = findCopiedRuns(report, [...report], 1);
        expect(runs).toEqual([{ from: 0, length: report.length, distinct: new Set(report).size }]);
      }),
    );
  });
});
