interface LngLat {
  readonly lng: number;
  readonly lat: number;
}

interface Place {
  readonly index: number;
  readonly x: number;
  readonly y: number;
}

export interface Projected {
  readonly places: readonly Place[];
  /** A round distance and its length on the drawing; 0 where there is nothing to measure. */
  readonly scaleMetres: number;
  readonly scaleWidth: number;
}

const metresPerDegree = 111_320;

function roundDown(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(metres));
  return (metres >= 5 * power ? 5 : metres >= 2 * power ? 2 : 1) * power;
}

/** Points fitted into a frame with north up and true proportions; good for a county, not for a continent. */
export function projectPoints(points: readonly LngLat[], width: number, height: number, margin: number): Projected {
  const sound = points
    .map((point, index) => ({ ...point, index }))
    .filter((point) => Number.isFinite(point.lng) && Number.isFinite(point.lat));
  if (sound.length === 0) return { places: [], scaleMetres: 0, scaleWidth: 0 };
  const west = Math.min(...sound.map((point) => point.lng));
  const east = Math.max(...sound.map((point) => point.lng));
  const south = Math.min(...sound.map((point) => point.lat));
  const north = Math.max(...sound.map((point) => point.lat));
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const spanX = (east - west) * shrink;
  const spanY = north - south;
  const scale = Math.min((width - 2 * margin) / (spanX || 1e-9), (height - 2 * margin) / (spanY || 1e-9));
  const single = spanX === 0 && spanY === 0;
  const places = sound.map(({ index, lng, lat }) => ({
    index,
    x: single ? width / 2 : width / 2 + (lng - (west + east) / 2) * shrink * scale,
    y: single ? height / 2 : height / 2 - (lat - (south + north) / 2) * scale,
  }));
  if (single) return { places, scaleMetres: 0, scaleWidth: 0 };
  const metres = roundDown(((width / 4) * metresPerDegree) / scale);
  return { places, scaleMetres: metres, scaleWidth: (metres / metresPerDegree) * scale };
}
