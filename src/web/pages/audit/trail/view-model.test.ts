import { expect, test } from 'vitest';
import { filtersOf } from './view-model.ts';

const reader = (address: string) => {
  const parameters = new URLSearchParams(address);
  return (key: string) => parameters.get(key) ?? '';
};

test('the address states the filters; what is not of its form is left away', () => {
  expect(filtersOf(reader('by=p1&act=balance&from=2026-09-01&to=soon&result=refused'), '341181')).toEqual({
    area: '341181',
    by: 'p1',
    act: 'balance',
    from: '2026-09-01',
    result: 'refused',
  });
  expect(filtersOf(reader('result=maybe'), '')).toEqual({ area: '000000' });
});
