import { expect, it } from 'vitest';
import { columnWidths } from './sheet-widths.ts';

const rows = (...cells: string[][]) => cells.map((row, place) => ({ number: place + 1, cells: row }));

it('gives a column what its cells need, its header three lines, and neither more than a quarter of a screen', () => {
  const [id = 0, pupils = 0, note = 0, empty = 0] = columnWidths(
    rows(['标识码', '就近划片入学的新生数（人）', '备注'], ['2134000001', '12', '很长的说明'.repeat(30)]),
    4,
    1,
    1,
  );
  expect(id).toBeGreaterThan(pupils * 0.6);
  expect(pupils).toBeGreaterThan((13 * 14) / 3);
  expect(note).toBe(220);
  expect(empty).toBeLessThan(80);
});

it('grows with large text', () => {
  const [normal = 0] = columnWidths(rows(['实验小学']), 1, 0, 1);
  expect(columnWidths(rows(['实验小学']), 1, 0, 1.25)[0]).toBe(Math.round(normal * 1.25));
});
