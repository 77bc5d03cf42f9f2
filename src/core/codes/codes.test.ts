import { expect, test } from 'vitest';
import { ancestorCodes, parseAreaCode } from './area-code.ts';
import { identifierFits, parseSchoolIdentifier } from './school-identifier.ts';

test.each([
  ['000000', 'nation', null],
  ['340000', 'province', '000000'],
  ['341100', 'city', '340000'],
  ['341181', 'county', '341100'],
  ['341181001', 'township', '341181'],
  ['341181001002', 'township', '341181'],
  ['341181000000', 'county', '341100'],
  ['441900003', 'township', '441900'],
])('%s is a %s below %s', (text, level, parent) => {
  expect(parseAreaCode(text)).toMatchObject({ level, parent });
});

test.each(['', '34118', '990000', '3411810011', 'ABCDEF', '341181001a'])('%s is no area code', (text) => {
  expect(parseAreaCode(text)).toBeUndefined();
});

test('the areas above, nearest first', () => {
  expect(ancestorCodes('341181001')).toEqual(['341181', '341100', '340000', '000000']);
  expect(ancestorCodes('x')).toEqual([]);
});

test('a school identifier names its category and province', () => {
  expect(parseSchoolIdentifier('2134000123')).toEqual({ identifier: '2134000123', kind: 'primary', province: '34' });
  expect(['2034000123', '21340001', '2199000123', '213400012x'].map(parseSchoolIdentifier)).toEqual(
    Array.from({ length: 4 }),
  );
});

test('a nine-year school carries a junior identifier and no primary one', () => {
  const [junior, primary] = ['3134000001', '2134000001'].map(parseSchoolIdentifier);
  expect(junior && identifierFits(junior, 'nine-year')).toBe(true);
  expect(primary && identifierFits(primary, 'nine-year')).toBe(false);
});
