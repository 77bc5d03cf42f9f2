import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertPoint, datums, distanceM, isShifted } from './index.ts';

const inside = fc.record({
  lng: fc.double({ min: 73, max: 137, noNaN: true }),
  lat: fc.double({ min: 2, max: 55, noNaN: true }),
});

describe('published points', () => {
  it.each([
    [31.1774276, 121.5272106, 31.17530398364597, 121.531541859215],
    [22.543847, 113.912316, 22.540796131694766, 113.9171764808363],
    [39.911954, 116.377817, 39.91334545536069, 116.38404722455657],
  ])('shifts %f, %f', (lat, lng, shiftedLat, shiftedLng) => {
    const gcj02 = convertPoint({ lng, lat }, 'WGS84', 'GCJ-02');
    expect(Math.abs(gcj02.lat - shiftedLat)).toBeLessThan(1e-6);
    expect(Math.abs(gcj02.lng - shiftedLng)).toBeLessThan(1e-6);
    const back = convertPoint({ lng: shiftedLng, lat: shiftedLat }, 'GCJ-02', 'WGS84');
    expect(Math.abs(back.lat - lat)).toBeLessThan(1e-6);
    expect(Math.abs(back.lng - lng)).toBeLessThan(1e-6);
  });
  it('agrees with the published figures of one place in all three datums', () => {
    const place = { lng: 116.404, lat: 39.915 };
    const published = [
      ['WGS84', 'GCJ-02', 116.41024449916938, 39.91640428150164],
      ['WGS84', 'BD-09', 116.41662724378733, 39.922699552216216],
      ['GCJ-02', 'BD-09', 116.41036949371029, 39.92133699351022],
    ] as const;
    for (const [from, to, lng, lat] of published) {
      const converted = convertPoint(place, from, to);
      expect(Math.abs(converted.lng - lng)).toBeLessThan(1e-9);
      expect(Math.abs(converted.lat - lat)).toBeLessThan(1e-9);
    }
  });
});

describe('there and back', () => {
  it('returns to the same place between any two datums', () => {
    fc.assert(
      fc.property(inside, fc.constantFrom(...datums), fc.constantFrom(...datums), (point, from, to) => {
        const back = convertPoint(convertPoint(point, from, to), to, from);
        expect(Math.abs(back.lng - point.lng)).toBeLessThan(1e-8);
        expect(Math.abs(back.lat - point.lat)).toBeLessThan(1e-8);
      }),
    );
  });
  it('leaves the rest of the world alone', () => {
    for (const point of [
      { lng: -104.9903, lat: 39.7392 },
      { lng: 153.0251, lat: -27.4698 },
    ]) {
      expect(isShifted(point)).toBe(false);
      expect(convertPoint(point, 'WGS84', 'BD-09')).toEqual(point);
      expect(convertPoint(point, 'BD-09', 'WGS84')).toEqual(point);
    }
  });
  it('keeps an unknown place unknown', () => {
    expect(convertPoint({ lng: Number.NaN, lat: 30 }, 'GCJ-02', 'WGS84').lng).toBeNaN();
  });
});

describe('distance', () => {
  it('is known between two cities and along a meridian', () => {
    expect(distanceM({ lng: 0, lat: 0 }, { lng: 0, lat: 1 })).toBeCloseTo(111_195.08, 1);
    const far = distanceM(
      { lng: 121.531541859215, lat: 31.17530398364597 },
      { lng: 116.38404722455657, lat: 39.91334545536069 },
    );
    expect(Math.abs(far / 1_078_164 - 1)).toBeLessThan(0.002);
  });
  it('is symmetric and zero only at home', () => {
    fc.assert(
      fc.property(inside, inside, (a, b) => {
        expect(distanceM(a, b)).toBe(distanceM(b, a));
        expect(distanceM(a, a)).toBe(0);
      }),
    );
  });
});
