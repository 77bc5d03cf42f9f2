import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListColumn } from './list-column.ts';
import {
  columnsOfView,
  facetValues,
  type ListView,
  plainView,
  readListView,
  rowsOfView,
  writeListView,
} from './list-view.ts';

interface School {
  readonly name: string;
  readonly stage: string;
  readonly pupils: number | null;
}
const columns: readonly ListColumn<School>[] = [
  { key: 'name', title: '学校', value: (row) => row.name },
  {
    key: 'stage',
    title: '学段',
    facet: (row) => row.stage,
    value: (row) => (row.stage === 'primary' ? '小学' : '初中'),
  },
  { key: 'pupils', title: '学生', kind: 'number', value: (row) => row.pupils },
  { key: 'note', title: '备注', extra: true, value: () => '' },
];
const schools: readonly School[] = [
  { name: '实验小学', stage: 'primary', pupils: 900 },
  { name: '城关中学', stage: 'junior', pupils: null },
  { name: '第一小学', stage: 'primary', pupils: 45 },
];
const names = (view: Partial<ListView>) =>
  rowsOfView(schools, columns, { ...plainView, ...view }).map((row) => row.name);

const anyView: fc.Arbitrary<ListView> = fc.record({
  query: fc.string(),
  sort: fc.option(fc.record({ key: fc.constantFrom('name', 'pupils', 'R1-primary'), descending: fc.boolean() })),
  columns: fc.option(fc.uniqueArray(fc.constantFrom('stage', 'pupils', 'note'), { minLength: 1 })),
  facets: fc.dictionary(fc.constantFrom('stage', 'state'), fc.uniqueArray(fc.string(), { minLength: 1 })),
});

describe('the view of a list', () => {
  it('is read from an address as it was written, and leaves the rest of the address alone', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const written = writeListView(new URLSearchParams('year=2026&t.q=x&s.q=old&s.in.stage=old'), 's', view);
        const again = new URLSearchParams(written.toString());
        expect(readListView(again, 's')).toEqual(view);
        expect(again.get('year')).toBe('2026');
        expect(again.get('t.q')).toBe('x');
      }),
    );
  });

  it('filters by a key that is the same in every language', () => {
    expect(names({ facets: { stage: ['primary'] } })).toEqual(['实验小学', '第一小学']);
    expect(names({ facets: { stage: ['primary', 'junior'] } })).toHaveLength(3);
    expect(names({ facets: { gone: ['x'] } })).toHaveLength(3);
    expect(facetValues(schools, columns[1] as ListColumn<School>)).toEqual([
      { key: 'primary', label: '小学', count: 2 },
      { key: 'junior', label: '初中', count: 1 },
    ]);
  });

  it('searches, filters and sorts together', () => {
    const sort = { key: 'pupils', descending: false };
    expect(names({ query: '小学', sort })).toEqual(['第一小学', '实验小学']);
    expect(names({ query: 'syxx' })).toEqual(['实验小学']);
    expect(names({ query: '小学', facets: { stage: ['junior'] } })).toEqual([]);
  });

  it('shows the usual columns, or those chosen, and always the one that names the row', () => {
    const keys = (chosen: readonly string[] | null) => columnsOfView(columns, chosen).map(({ key }) => key);
    expect(keys(null)).toEqual(['name', 'stage', 'pupils']);
    expect(keys(['note', 'gone', 'stage'])).toEqual(['name', 'note', 'stage']);
    expect(keys([])).toEqual(['name']);
  });
});
