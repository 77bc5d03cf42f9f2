import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pinyinInitialsMatch } from './name-match.ts';
import {
  asCsv,
  asTabbedText,
  type Column,
  filterRows,
  readSort,
  sortRows,
  tableCells,
  writeSort,
} from './table-model.ts';

interface School {
  readonly name: string;
  readonly pupils: number | null;
}
const columns: readonly Column<School>[] = [
  { key: 'name', title: '学校', value: (row) => row.name },
  { key: 'pupils', title: '学生', unit: '人', kind: 'number', value: (row) => row.pupils },
];
const schools: readonly School[] = [
  { name: '实验小学', pupils: 900 },
  { name: '城关中学', pupils: null },
  { name: '第一小学', pupils: 45 },
];

describe('tables', () => {
  it('puts what is not reported last in both directions', () => {
    expect(sortRows(schools, columns[1], false).map((row) => row.pupils)).toEqual([45, 900, null]);
    expect(sortRows(schools, columns[1], true).map((row) => row.pupils)).toEqual([900, 45, null]);
  });

  it('never changes its input and loses no row', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ name: fc.string(), pupils: fc.option(fc.integer()) })),
        fc.boolean(),
        (rows, down) => {
          const before = [...rows];
          const sorted = sortRows(rows, columns[1], down);
          expect(rows).toEqual(before);
          expect(new Set(sorted)).toEqual(new Set(rows));
        },
      ),
    );
  });

  it('finds by part of a name and by pinyin initials', () => {
    expect(filterRows(schools, columns, '小学').length).toBe(2);
    expect(filterRows(schools, columns, 'syxx').map((row) => row.name)).toEqual(['实验小学']);
    expect(filterRows(schools, columns, 'cgzx').map((row) => row.name)).toEqual(['城关中学']);
    expect(pinyinInitialsMatch('第一小学', 'dyxx')).toBe(true);
  });

  it('keeps a sort order in an address', () => {
    for (const text of ['', 'gap', 'gap-']) expect(writeSort(readSort(text))).toBe(text);
  });

  it('copies and exports the same cells as shown, and no text becomes a formula', () => {
    const cells = tableCells([{ name: '=cmd|x', pupils: -0 }], columns);
    expect(asTabbedText(cells)).toBe("学校\t学生 (人)\r\n'=cmd|x\t0");
    expect(asCsv(tableCells([{ name: 'a,"b"', pupils: Number.NaN }], columns))).toBe(
      '\uFEFF学校,学生 (人)\r\n"a,""b""",\r\n',
    );
  });
});
