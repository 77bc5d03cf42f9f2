import { expect, test } from 'vitest';
import { shortfallOf } from './shortfall.ts';

const at = { comparison: 'atLeast', pupils: 420 } as const;

test.each([
  ['rooms per 100 pupils', { ...at, unit: 'room/100 pupil', value: 1.9, line: 2.3 }, 2, '间'],
  ['m² per pupil', { ...at, unit: 'm2/pupil', value: 4, line: 4.5 }, 210, '平方米'],
  ['rooms', { ...at, unit: 'room', value: 1, line: 3 }, 2, '间'],
  ['staff against a formula', { ...at, unit: 'staff', value: 31, line: 31.2 }, 1, '名教职工'],
  ['a share in percentage points', { ...at, unit: 'share', value: 0.95, line: 1 }, 5, '个百分点'],
  [
    'pupils too many in a class',
    { ...at, unit: 'pupil', comparison: 'atMost' as const, value: 51, line: 45 },
    6,
    '名学生',
  ],
  ['danger area', { ...at, unit: 'm2', comparison: 'atMost' as const, value: 120.5, line: 0 }, 120.5, '平方米'],
  [
    'teachers, of pupils per teacher',
    { ...at, unit: 'pupil/teacher', comparison: 'atMost' as const, value: 21, line: 15 },
    8,
    '名教师',
  ],
])('%s', (_, gap, amount, zh) => {
  const found = shortfallOf(gap);
  expect(found.amount).toBeCloseTo(amount, 9);
  expect(found.words.zh).toBe(zh);
});
