import { expect, test } from 'vitest';
import { chinaTime } from './china-time.ts';

test('a deadline reads alike everywhere', () => {
  expect(chinaTime('2026-06-20T09:00:00.000Z')).toBe('2026-06-20 17:00');
  expect(chinaTime('2026-12-31T16:30:00+00:00')).toBe('2027-01-01 00:30');
});
