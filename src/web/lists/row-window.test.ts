import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rowTop, rowWindow } from './row-window.ts';

const heights = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 80 });
const look = fc.record({
  top: fc.integer({ min: 0, max: 3000 }),
  height: fc.integer({ min: 1, max: 500 }),
  margin: fc.integer({ min: 0, max: 200 }),
});

it('leaves the height of the whole as it is, wherever one looks', () => {
  fc.assert(
    fc.property(heights, look, (rows, { top, height, margin }) => {
      const seen = rowWindow(rows.length, (row) => rows[row] ?? 0, top, height, margin);
      const drawn = rows.slice(seen.start, seen.end).reduce((sum, one) => sum + one, 0);
      const all = rows.reduce((sum, one) => sum + one, 0);
      expect(seen.before + drawn + seen.after).toBe(all);
      expect(seen.before).toBe(rowTop(seen.start, (row) => rows[row] ?? 0));
    }),
  );
});

it('draws every row that meets what is seen, and at least one', () => {
  fc.assert(
    fc.property(heights, look, (rows, { top, height, margin }) => {
      const seen = rowWindow(rows.length, (row) => rows[row] ?? 0, top, height, margin);
      expect(seen.end).toBeGreaterThan(seen.start);
      let at = 0;
      for (const [row, one] of rows.entries()) {
        if (at < top + height && at + one > top) {
          expect(row).toBeGreaterThanOrEqual(seen.start);
          expect(row).toBeLessThan(seen.end);
        }
        at += one;
      }
    }),
  );
});

it('draws few of many', () => {
  const seen = rowWindow(10_000, () => 33, 100_000, 600, 600);
  expect(seen.end - seen.start).toBeLessThan(60);
});
