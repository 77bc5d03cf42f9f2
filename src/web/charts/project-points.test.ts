import fc from 'fast-check';
import { expect, it } from 'vitest';
import { projectPoints } from './project-points.ts';

const point = fc.record({
  lng: fc.double({ min: 73, max: 135, noNaN: true }),
  lat: fc.double({ min: 18, max: 54, noNaN: true }),
});

it('keeps every point inside the frame, with north up', () => {
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 50 }), (points) => {
      const { places } = projectPoints(points, 400, 320, 16);
      expect(places.length).toBe(points.length);
      for (const { x, y } of places) {
        expect(x).toBeGreaterThanOrEqual(15.9);
        expect(x).toBeLessThanOrEqual(384.1);
        expect(y).toBeGreaterThanOrEqual(15.9);
        expect(y).toBeLessThanOrEqual(304.1);
      }
    }),
  );
  const [north, south] = projectPoints(
    [
      { lng: 120, lat: 31 },
      { lng: 120, lat: 30 },
    ],
    400,
    320,
    16,
  ).places;
  expect(north?.y).toBeLessThan(south?.y ?? 0);
});

it('draws nothing from nothing, and one school in the middle', () => {
  expect(projectPoints([], 400, 320, 16).places).toEqual([]);
  expect(projectPoints([{ lng: 120, lat: 30 }], 400, 320, 16).places).toEqual([{ index: 0, x: 200, y: 160 }]);
  expect(projectPoints([{ lng: Number.NaN, lat: 30 }], 400, 320, 16).places).toEqual([]);
});
