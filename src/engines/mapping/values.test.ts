import { describe, expect, test } from 'vitest';
import { parseBoolean } from './parse-boolean.ts';
import { parseDate } from './parse-date.ts';
import { parseNumber } from './parse-number.ts';
import { scale, unitFactor, unitInHeader } from './unit-factor.ts';

test.each([
  ['12', 12],
  ['１２．５', 12.5],
  ['1,234,567.8', 1234567.8],
  ['１，２３４', 1234],
  [' 12 人', 12],
  ['-3', -3],
  ['－3', -3],
  ["'007", 7],
  ['1.5e3', 1500],
])('%s is the number %d', (text, value) => {
  expect(parseNumber(text)).toMatchObject({ kind: 'number', value });
});

test.each([
  ['1,5', 'ambiguous-number'],
  ['1.234,5', 'ambiguous-number'],
  ['约12', 'not-a-number'],
  ['12/13', 'not-a-number'],
  ['无', 'not-a-number'],
  ['十二', 'not-a-number'],
  ['Infinity', 'not-a-number'],
  ['0x10', 'not-a-number'],
  ['1e999', 'not-a-number'],
  ['--1', 'not-a-number'],
])('%s is refused as %s', (text, kind) => {
  expect(parseNumber(text).kind).toBe(kind);
});

test.each([
  ['2025-09-01', '2025-09-01'],
  ['2025/9/1', '2025-09-01'],
  ['２０２５年９月１日', '2025-09-01'],
  ['20250901', '2025-09-01'],
  ['2025.9', '2025-09-01'],
  ['2025-02-29', undefined],
  ['1/9/2025', undefined],
  ['', undefined],
])('%s is the day %s', (text, day) => {
  expect(parseDate(text)).toBe(day);
});

test('yes and no as people write them', () => {
  expect(['是', '有', '√', 'Y', '１'].map(parseBoolean)).toEqual([true, true, true, true, true]);
  expect(['否', '无', '×', 'no', '0'].map(parseBoolean)).toEqual([false, false, false, false, false]);
  expect(parseBoolean('也许')).toBeUndefined();
});

describe('units', () => {
  test('money, area and shares reach the unit in which they are kept', () => {
    expect(scale(12.35, unitFactor('万元', 'yuan') ?? 0)).toBe(123500);
    expect(unitFactor('ha', 'm2')).toBe(10_000);
    expect(unitFactor('㎡', 'm2/room')).toBe(1);
    expect(unitFactor('%', '1')).toBe(0.01);
    expect(unitFactor('万元', 'm2')).toBeUndefined();
  });

  test('a header names its unit', () => {
    expect(unitInHeader('教学仪器设备值（万元）')).toBe('万元');
    expect(unitInHeader('面积(平方米)')).toBe('平方米');
    expect(unitInHeader('学校（园）')).toBeUndefined();
  });
});
