/** A place in degrees: east longitude, north latitude. */
export interface Point {
  readonly lng: number;
  readonly lat: number;
}

/** Krasovsky 1940, on which the shift was built. */
const semiMajorM = 6_378_245;
const eccentricitySquared = 0.006693421622965943;

/** Whether the shift applies: inside the rectangle of the published algorithm, which is coarser than any border. */
export function isShifted({ lng, lat }: Point): boolean {
  return lng >= 72.004 && lng <= 137.8347 && lat >= 0.8293 && lat <= 55.8271;
}

/** WGS84 to GCJ-02; unchanged outside the rectangle. */
export function gcj02FromWgs84(point: Point): Point {
  return isShifted(point) ? shift(point) : point;
}

/** GCJ-02 to WGS84 by fixed-point iteration, to 1e-9 degrees; unchanged outside the rectangle. */
export function wgs84FromGcj02(point: Point): Point {
  return isShifted(point) ? invert(shift, point) : point;
}

/** Solves `forward(x) = target` for a map that moves points little and evenly. */
export function invert(forward: (point: Point) => Point, target: Point): Point {
  let guess = target;
  for (let round = 0; round < 30; round++) {
    const image = forward(guess);
    const lng = target.lng - image.lng;
    const lat = target.lat - image.lat;
    guess = { lng: guess.lng + lng, lat: guess.lat + lat };
    if (Math.abs(lng) < 1e-11 && Math.abs(lat) < 1e-11) break;
  }
  return guess;
}

function shift({ lng, lat }: Point): Point {
  const x = lng - 105;
  const y = lat - 35;
  const latitude = (lat * Math.PI) / 180;
  const magic = 1 - eccentricitySquared * Math.sin(latitude) ** 2;
  const root = Math.sqrt(magic);
  const northM = ((semiMajorM * (1 - eccentricitySquared)) / (magic * root)) * Math.PI;
  const eastM = (semiMajorM / root) * Math.cos(latitude) * Math.PI;
  return { lng: lng + (shiftEast(x, y) * 180) / eastM, lat: lat + (shiftNorth(x, y) * 180) / northM };
}

function shiftNorth(x: number, y: number): number {
  const smooth = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
  return smooth + ripple(x) + wave(y, 20, 1, 40, 3) + wave(y, 160, 12, 320, 30);
}

function shiftEast(x: number, y: number): number {
  const smooth = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
  return smooth + ripple(x) + wave(x, 20, 1, 40, 3) + wave(x, 150, 12, 300, 30);
}

function ripple(x: number): number {
  return wave(x, 20, 1 / 6, 20, 1 / 2);
}

function wave(t: number, first: number, firstPeriod: number, second: number, secondPeriod: number): number {
  return ((first * Math.sin((t * Math.PI) / firstPeriod) + second * Math.sin((t * Math.PI) / secondPeriod)) * 2) / 3;
}
