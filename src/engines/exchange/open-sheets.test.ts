import { expect, test } from 'vitest';
import type { Upload } from './model.ts';
import { OpenSheets } from './open-sheets.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const csv = (rows: number, columns: number) =>
  bytesOf(
    Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (__, column) => `${row + 1}-${column}`).join(','),
    ).join('\n'),
  );

function openOver(files: Readonly<Record<string, Upload>>) {
  const loaded: string[] = [];
  const sheets = new OpenSheets(async (_, batch) => {
    loaded.push(batch);
    const file = files[batch];
    if (file === undefined) throw new Error(`no ${batch}`);
    return file;
  });
  return { sheets, loaded };
}

test('a sheet keeps its own row numbers, and empty rows leave no trace but theirs', async () => {
  const { sheets } = openOver({ a: { name: '甲.csv', bytes: bytesOf('学校,学生\n\n实验小学,800,\n') } });
  expect(await sheets.shapes('341181', 'a')).toEqual([{ index: 0, name: '甲', hidden: false, lastRow: 3, columns: 2 }]);
  expect(await sheets.rows('341181', 'a', 0, new Set([2, 3, 4]))).toEqual([{ number: 3, cells: ['实验小学', '800'] }]);
});

test('a sheet too large to keep answers the same as one that is kept', async () => {
  const { sheets } = openOver({
    large: { name: 'l.csv', bytes: csv(7000, 50) },
    small: { name: 's.csv', bytes: csv(700, 50) },
  });
  const numbers = new Set([1, 350, 700, 6999, 9000]);
  const kept = await sheets.rows('1', 'small', 0, numbers);
  const read = await sheets.rows('1', 'large', 0, numbers);
  expect(kept.map(({ number }) => number)).toEqual([1, 350, 700]);
  expect(read.map(({ number }) => number)).toEqual([1, 350, 700, 6999]);
  expect(read.slice(0, 3)).toEqual(kept);
});

test('the files looked at last stay open, and one that failed is asked for again', async () => {
  const file = { name: 'a.csv', bytes: csv(2, 2) };
  const { sheets, loaded } = openOver({ a: file, b: file, c: file });
  for (const batch of ['a', 'b', 'a', 'c', 'a', 'b']) await sheets.shapes('1', batch);
  expect(loaded).toEqual(['a', 'b', 'c', 'b']);
  await expect(sheets.shapes('1', 'x')).rejects.toThrow('no x');
  await expect(sheets.shapes('1', 'x')).rejects.toThrow('no x');
  expect(loaded.filter((batch) => batch === 'x')).toHaveLength(2);
});
