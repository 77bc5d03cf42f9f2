import { expect, test } from 'vitest';
import { readSearch } from './unit-search.ts';

const finds = (typed: string, key: string) => new RegExp(readSearch(typed).pinyinPattern ?? '(?!)').test(key);

test.each([
  ['tcs', 'tian chang shi', true],
  ['cs', 'tian chang shi', true],
  ['ts', 'tian chang shi', false],
  ['tianchang', 'tian chang shi', true],
  ['tian chang', 'tian chang shi', true],
  ['TIANCH', 'tian chang shi', true],
  ['ianchang', 'tian chang shi', false],
  ['xian', 'xi an shi', true],
  ['天长', 'tian chang shi', false],
])('%s in %s: %s', (typed, key, expected) => {
  expect(finds(typed, key)).toBe(expected);
});

test('digits look for identifiers, wildcards lose their force', () => {
  expect(readSearch('21340').identifierPattern).toBe('21340%');
  expect(readSearch('第1小学').identifierPattern).toBeNull();
  expect(readSearch('50%_').namePattern).toBe('%50\\%\\_%');
  expect(readSearch('x219').identifierPattern).toBe('X219%');
  expect(readSearch('xx').identifierPattern).toBeNull();
});

test('words parted by a space may stand apart in the name', () => {
  expect(readSearch(' 清桥  小学 ').namePattern).toBe('%清桥%小学%');
});
