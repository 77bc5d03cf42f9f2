import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilsonInterval } from './index.ts';

const counts = fc
  .integer({ min: 1, max: 5000 })
  .chain((total) => fc.tuple(fc.integer({ min: 0, max: total }), fc.constant(total)));

describe('the score interval of a share', () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i', (positive, total, from, to) => {
    const found = wilsonInterval(positive, total);
    expect(found.from).toBeCloseTo(from, 4);
    expect(found.to).toBeCloseTo(to, 4);
  });

  it('holds the observed share and stays within 0 and 1', () => {
    fc.assert(
      fc.property(counts, ([positive, total]) => {
        const { from, to } = wilsonInterval(positive, total);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(1);
        expect(from).toBeLessThanOrEqual(positive / total + 1e-12);
        expect(to).toBeGreaterThanOrEqual(positive / total - 1e-12);
      }),
    );
  });

  it('is the mirror of the interval of the others', () => {
    fc.assert(
      fc.property(counts, ([positive, total]) => {
        const one = wilsonInterval(positive, total);
        const other = wilsonInterval(total - positive, total);
        expect(one.from).toBeCloseTo(1 - other.to, 12);
        expect(one.to).toBeCloseTo(1 - other.from, 12);
      }),
    );
  });

  it('bounds the shares that the observation does not reject, by search', () => {
    fc.assert(
      fc.property(counts, fc.double({ min: 0.001, max: 0.999, noNaN: true }), ([positive, total], truth) => {
        const z = 1.959963984540054;
        const { from, to } = wilsonInterval(positive, total);
        const far = Math.abs(positive / total - truth) / Math.sqrt((truth * (1 - truth)) / total);
        if (Math.abs(far - z) > 1e-9) expect(far < z).toBe(truth > from && truth < to);
      }),
    );
  });

  it.each([
    [1, 0],
    [-1, 3],
    [4, 3],
    [1.5, 3],
  ])('%d of %d is refused', (positive, total) => {
    expect(() => wilsonInterval(positive, total)).toThrow(RangeError);
  });
});
