import { expect, test } from 'vitest';
import type { AreaChange } from './contract.ts';
import { resolveCode } from './resolve-code.ts';

const change = (from: string, to: string, changedOn: string, kind: AreaChange['kind']): AreaChange => ({
  from,
  to,
  changedOn,
  kind,
  note: '',
});
const changes = [
  change('A', 'B', '2015-01-01', 'recoded'),
  change('B', 'C', '2019-01-01', 'merged'),
  change('D', 'E', '2021-04-09', 'split'),
  change('X', 'Y', '2020-01-01', 'recoded'),
  change('Y', 'X', '2021-01-01', 'recoded'),
];

test.each([
  ['A', '2014-12-31', ['A']],
  ['A', '2015-01-01', ['B']],
  ['A', '2020-01-01', ['C']],
  ['D', '2021-04-08', ['D']],
  ['D', '2021-04-09', ['D', 'E']],
  ['Z', '2021-04-09', ['Z']],
])('%s on %s is %j', (code, on, expected) => {
  expect(resolveCode(code, on, changes)).toEqual(expected);
});

test('a code that was changed and changed back stands for itself again', () => {
  expect(resolveCode('X', '2020-06-01', changes)).toEqual(['Y']);
  expect(resolveCode('X', '2022-01-01', changes)).toEqual(['X']);
});

test('nothing stands for an abolished code', () => {
  expect(resolveCode('P', '2022-01-01', [change('P', 'Q', '2021-01-01', 'abolished')])).toEqual([]);
});
