import { expect, it } from 'vitest';
import { placeOnTrack } from './bar-against-limit.tsx';

it('puts every limit at the same place and cuts off what is far outside', () => {
  expect(placeOnTrack(0.5, 0.5)).toBe(placeOnTrack(0.45, 0.45));
  expect(placeOnTrack(0.25, 0.5)).toBeCloseTo(0.3125);
  expect(placeOnTrack(9, 0.5)).toBe(1);
  expect(placeOnTrack(null, 0.5)).toBe(0);
  expect(placeOnTrack(0.5, 0)).toBe(0);
});
