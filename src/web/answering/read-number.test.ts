import { expect, test } from 'vitest';
import { readNumber } from './read-number.ts';

test('numbers are read as people type them', () => {
  expect([' 12 ', '１２．５', '-3', '1e3', '十二', ''].map(readNumber)).toEqual([12, 12.5, -3, null, null, null]);
});
