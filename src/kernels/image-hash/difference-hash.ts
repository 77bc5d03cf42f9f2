/** Brightness 0–255, row by row. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly brightness: Uint8Array;
}

const columns = 9;
const rows = 8;

/**
 * A 64-bit fingerprint of what a picture shows: whether each of 8 × 9 cells is darker than its right neighbour.
 *
 * @remarks
 * Shrinking, another quality or format, and brighter light change few bits; cropping, turning and mirroring change many. Cells are
 * means of the pixels they cover, weighted by area. Cost: one pass over the pixels.
 * @returns 16 hexadecimal digits, the upper left cell in the highest bit
 * @throws RangeError for a picture without pixels, or with another number of them than its sides say
 * @example differenceHash({ width: 9, height: 8, brightness })
 */
export function differenceHash({ width, height, brightness }: GreyImage): string {
  if (width < 1 || height < 1 || brightness.length !== width * height) {
    throw new RangeError(`a picture of ${width} × ${height} needs as many values, not ${brightness.length}`);
  }
  let bits = 0n;
  for (let row = 0; row < rows; row += 1) {
    let left = cellMean(brightness, width, height, row, 0);
    for (let column = 1; column < columns; column += 1) {
      const right = cellMean(brightness, width, height, row, column);
      bits = (bits << 1n) | (left < right ? 1n : 0n);
      left = right;
    }
  }
  return bits.toString(16).padStart(16, '0');
}

function cellMean(brightness: Uint8Array, width: number, height: number, row: number, column: number): number {
  const fromX = (column * width) / columns;
  const toX = ((column + 1) * width) / columns;
  const fromY = (row * height) / rows;
  const toY = ((row + 1) * height) / rows;
  let sum = 0;
  for (let y = Math.floor(fromY); y < toY; y += 1) {
    const weightY = Math.min(y + 1, toY) - Math.max(y, fromY);
    for (let x = Math.floor(fromX); x < toX; x += 1) {
      const weightX = Math.min(x + 1, toX) - Math.max(x, fromX);
      sum += (brightness[y * width + x] ?? 0) * weightX * weightY;
    }
  }
  return sum / ((toX - fromX) * (toY - fromY));
}
