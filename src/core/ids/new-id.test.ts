import { expect, test } from 'vitest';
import { newId } from './new-id.ts';

test('identifiers have 26 characters, differ, and sort by time', () => {
  const at = (ms: number) => newId(new Date(ms));
  const made = Array.from({ length: 200 }, (_, index) => at(1_700_000_000_000 + index));
  expect(new Set(made).size).toBe(made.length);
  expect(made.toSorted()).toEqual(made);
  expect(made.every((id) => /^[0-9a-hjkmnp-tv-z]{26}$/.test(id))).toBe(true);
});

test('time and chance are arguments', () => {
  expect(newId(new Date(0), new Uint8Array(10))).toBe('0'.repeat(26));
  expect(newId(new Date(31), new Uint8Array(10).fill(255))).toBe(`000000000z${'z'.repeat(16)}`);
});
