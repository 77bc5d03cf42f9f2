import { expect, test } from 'vitest';
import type { ComparedItemShown } from '#contracts/recognition';
import { keepItems, readFilter, valueText } from './view-model.ts';

const item = (key: string, verdict: ComparedItemShown['verdict'], differs = false): ComparedItemShown => ({
  key,
  kind: 'school',
  indicator: 'R1',
  name: { zh: '甲', en: 'A' },
  stage: 'primary',
  unit: key,
  unitName: key,
  shownIn: { zh: '', en: '' },
  value: 1,
  line: 1,
  verdict,
  found: differs ? [{ level: 'city', value: 2, verdict: 'met', note: '', by: 'x', at: '' }] : [],
  differs,
});
const items = [item('a', 'met'), item('b', 'notMet'), item('c', 'noData'), item('d', 'met', true)];

test('each filter keeps what it says', () => {
  expect(keepItems(items, 'open').map(({ key }) => key)).toEqual(['b', 'c']);
  expect(keepItems(items, 'differing').map(({ key }) => key)).toEqual(['d']);
  expect(keepItems(items, 'checked').map(({ key }) => key)).toEqual(['d']);
  expect(keepItems(items, 'all')).toHaveLength(4);
});

test('differences come first where there are any', () => {
  const counts = { items: 4, notMet: 1, noData: 1, checked: 1, differing: 1 };
  expect(readFilter('', { counts })).toBe('differing');
  expect(readFilter('', { counts: { ...counts, differing: 0 } })).toBe('open');
  expect(readFilter('all', { counts })).toBe('all');
});

test('values are read as people write them', () => {
  const words = { yes: '是', no: '否' };
  const read = (value: ComparedItemShown['value'], unit = '') => valueText(value, words, unit);
  expect([read(0.51523), read(false), read(null)]).toEqual(['0.515', '否', null]);
  expect([read(89.3, '%'), read(4.2, '平方米')]).toEqual(['89.3%', '4.2 平方米']);
});
