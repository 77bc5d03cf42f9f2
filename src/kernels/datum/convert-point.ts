import { bd09FromGcj02, gcj02FromBd09 } from './bd09.ts';
import { gcj02FromWgs84, type Point, wgs84FromGcj02 } from './gcj02.ts';

export const datums = ['WGS84', 'GCJ-02', 'BD-09'] as const;
export type Datum = (typeof datums)[number];

/**
 * The same place in another datum.
 *
 * @remarks Degrees in and out. NaN stays NaN. There and back again differs by less than 1e-9 degrees.
 * @source The shift was never published officially; the algorithm is the one known since 2010 and used by open mapping libraries.
 * @example convertPoint({ lng: 121.5272106, lat: 31.1774276 }, 'WGS84', 'GCJ-02') // { lng: 121.531541…, lat: 31.175303… }
 */
export function convertPoint(point: Point, from: Datum, to: Datum): Point {
  if (from === to) return point;
  const gcj02 = from === 'BD-09' ? gcj02FromBd09(point) : from === 'WGS84' ? gcj02FromWgs84(point) : point;
  return to === 'BD-09' ? bd09FromGcj02(gcj02) : to === 'WGS84' ? wgs84FromGcj02(gcj02) : gcj02;
}
