import { expect, it } from 'vitest';
import { rowAfterKey } from './key-move.ts';

it('goes from row to row and stays in the list', () => {
  expect(rowAfterKey('ArrowDown', null, 9)).toBe(0);
  expect(rowAfterKey('ArrowDown', 8, 9)).toBe(8);
  expect(rowAfterKey('ArrowUp', 0, 9)).toBe(0);
  expect(rowAfterKey('PageDown', 2, 40)).toBe(14);
  expect(rowAfterKey('PageUp', 2, 40)).toBe(0);
  expect(rowAfterKey('Home', 7, 9)).toBe(0);
  expect(rowAfterKey('End', 0, 9)).toBe(8);
});

it('leaves other keys, and an empty list, alone', () => {
  expect(rowAfterKey('a', 1, 9)).toBeNull();
  expect(rowAfterKey('ArrowDown', null, 0)).toBeNull();
});
