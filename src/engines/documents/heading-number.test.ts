import { expect, test } from 'vitest';
import { headingCounter } from './heading-number.ts';

test('Chinese numbers run 一、（一）1.（1） and begin again below a higher heading', () => {
  const count = headingCounter('zh');
  expect(([1, 2, 2, 3, 4, 4, 3, 1, 2] as const).map((level) => count(level))).toEqual([
    '一、',
    '（一）',
    '（二）',
    '1. ',
    '（1）',
    '（2）',
    '2. ',
    '二、',
    '（一）',
  ]);
});

test('ten, eleven, twenty, twenty-one', () => {
  const count = headingCounter('zh');
  const numbers = Array.from({ length: 21 }, () => count(1));
  expect([10, 11, 20, 21].map((at) => numbers[at - 1])).toEqual(['十、', '十一、', '二十、', '二十一、']);
});

test('English numbers show the whole path', () => {
  const count = headingCounter('en');
  expect(([1, 2, 3, 1] as const).map((level) => count(level))).toEqual(['1 ', '1.1 ', '1.1.1 ', '2 ']);
});
