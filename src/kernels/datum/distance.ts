import type { Point } from './gcj02.ts';

/** Mean radius of the Earth, (2a + b) / 3 of WGS84. */
const radiusM = 6_371_008.8;

/**
 * Great-circle distance in metres on a sphere; within 0.6 % of the ellipsoid. Both points in the same datum.
 *
 * @source R. W. Sinnott, Virtues of the haversine, 1984.
 * @example distanceM({ lng: 0, lat: 0 }, { lng: 0, lat: 1 }) // 111195
 */
export function distanceM(a: Point, b: Point): number {
  const radian = Math.PI / 180;
  const north = Math.sin(((b.lat - a.lat) * radian) / 2);
  const east = Math.sin(((b.lng - a.lng) * radian) / 2);
  const h = north * north + Math.cos(a.lat * radian) * Math.cos(b.lat * radian) * east * east;
  return 2 * radiusM * Math.asin(Math.min(1, Math.sqrt(h)));
}
