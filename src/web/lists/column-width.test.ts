import { expect, it } from 'vitest';
import { textWidth } from '#web/ui';
import { columnWidth, fitWidths } from './column-width.ts';
import type { ListColumn } from './list-column.ts';

const column = (part: Partial<ListColumn<string>>): ListColumn<string> => ({
  key: 'k',
  title: '学校',
  value: (row) => row,
  ...part,
});

it('reckons an ideograph about twice as wide as a letter', () => {
  expect(textWidth('小学')).toBeGreaterThan(textWidth('ab') * 1.7);
});

it('lets one name of forty characters break instead of widening the column of all', () => {
  const rows = Array.from({ length: 40 }, (_, n) => (n === 7 ? '某'.repeat(40) : '实验小学'));
  expect(columnWidth(rows, column({}), true)).toBe(columnWidth(['实验小学'], column({}), true));
});

it('is never narrower than the header needs in three lines', () => {
  const title = '每百名学生拥有县级及以上骨干教师数';
  expect(columnWidth(['1'], column({ title }), false)).toBeGreaterThan(textWidth(title) / 3);
  expect(columnWidth(['1'], column({ title: 'Confidentiality of it' }), false)).toBeGreaterThan(
    textWidth('Confidentiality') * 0.9,
  );
});

it('takes the width a column of buttons asks for', () => {
  expect(columnWidth([''], column({ width: 20 }), false)).toBeGreaterThan(20 * 14);
});

it('narrows long texts, and nothing else, until all columns fit or the texts may be no narrower', () => {
  const columns = [column({}), column({ wide: true }), column({ wide: true })];
  expect(fitWidths([200, 380, 260], columns, 900)).toEqual([200, 380, 260]);
  expect(fitWidths([200, 380, 260], columns, 720)).toEqual([200, 290, 230]);
  expect(fitWidths([200, 380, 260], columns, 100)).toEqual([200, 200, 200]);
  expect(fitWidths([300, 300], [column({}), column({})], 100)).toEqual([300, 300]);
});
