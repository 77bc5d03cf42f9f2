import { invert, isShifted, type Point } from './gcj02.ts';

const angle = (Math.PI * 3000) / 180;

/** GCJ-02 to BD-09; unchanged outside the rectangle of the shift. */
export function bd09FromGcj02(point: Point): Point {
  return isShifted(point) ? twist(point) : point;
}

/** BD-09 to GCJ-02 by fixed-point iteration, to 1e-9 degrees; unchanged outside the rectangle of the shift. */
export function gcj02FromBd09(point: Point): Point {
  return isShifted(point) ? invert(twist, point) : point;
}

function twist({ lng, lat }: Point): Point {
  const radius = Math.hypot(lng, lat) + 0.00002 * Math.sin(lat * angle);
  const theta = Math.atan2(lat, lng) + 0.000003 * Math.cos(lng * angle);
  return { lng: radius * Math.cos(theta) + 0.0065, lat: radius * Math.sin(theta) + 0.006 };
}
