import { expect, it } from 'vitest';
import { forgetView, keepView, readSavedViews, viewSearch, withViewSearch } from './saved-views.ts';

function shelf(content: string | null = null) {
  let kept = content;
  return {
    getItem: () => kept,
    setItem: (_: string, value: string) => {
      kept = value;
    },
  };
}

it('keeps views by name and forgets them', () => {
  const here = shelf();
  keepView(here, 'balance.schools', { name: '农村薄弱校', search: 's.q=x' });
  keepView(here, 'balance.schools', { name: '农村薄弱校', search: 's.q=y' });
  keepView(here, 'balance.schools', { name: '城区', search: '' });
  expect(readSavedViews(here, 'balance.schools')).toEqual([
    { name: '农村薄弱校', search: 's.q=y' },
    { name: '城区', search: '' },
  ]);
  expect(forgetView(here, 'balance.schools', '城区')).toHaveLength(1);
});

it.each(['', '{', 'null', '[1,{"name":2}]'])('takes a broken note (%s) as none', (note) => {
  expect(readSavedViews(shelf(note), 'x')).toEqual([]);
});

it('holds the list and the filters named, and gives back the same address anywhere', () => {
  const here = new URLSearchParams('year=2026&stage=junior&s.q=%E5%B0%8F&s.in.stage=primary&rule=r1&t.q=z');
  const search = viewSearch(here, 's', ['rule']);
  expect(search).toBe('rule=r1&s.in.stage=primary&s.q=%E5%B0%8F');
  const there = withViewSearch(new URLSearchParams('year=2025&s.sort=name&rule=old&t.q=z'), 's', ['rule'], search);
  expect(Object.fromEntries(there)).toEqual({
    year: '2025',
    't.q': 'z',
    rule: 'r1',
    's.in.stage': 'primary',
    's.q': '小',
  });
});
