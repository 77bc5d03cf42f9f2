import type { Glyph } from 'fontkit';

/** A grid in which outlines gather signed area; each cell ends as the share of it that is covered. */
export class Raster {
  readonly width: number;
  readonly height: number;
  readonly #area: Float32Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.#area = new Float32Array(width * height + 2);
  }

  /** Adds one edge of a closed outline, in pixels with y downwards. */
  edge(x0: number, y0: number, x1: number, y1: number): void {
    if (y0 === y1) return;
    const direction = y0 < y1 ? 1 : -1;
    const [topX, topY, bottomX, bottomY] = y0 < y1 ? [x0, y0, x1, y1] : [x1, y1, x0, y0];
    const slope = (bottomX - topX) / (bottomY - topY);
    let x = topY < 0 ? topX - topY * slope : topX;
    const last = Math.min(this.height, Math.ceil(bottomY));
    for (let row = Math.max(0, Math.floor(topY)); row < last; row++) {
      const dy = Math.min(row + 1, bottomY) - Math.max(row, topY);
      const nextX = x + slope * dy;
      this.#span(row, direction * dy, Math.min(x, nextX), Math.max(x, nextX));
      x = nextX;
    }
  }

  /** Shares of the signed area that a stretch of an edge casts on the cells of one row. */
  #span(row: number, amount: number, from: number, to: number): void {
    const left = Math.max(0, Math.min(this.width - 1, from));
    const right = Math.max(left, Math.min(this.width - 1, to));
    const base = row * this.width;
    const first = Math.floor(left);
    const last = Math.max(first + 1, Math.ceil(right));
    if (last === first + 1) {
      const middle = (left + right) / 2 - first;
      this.#add(base + first, amount * (1 - middle));
      this.#add(base + first + 1, amount * middle);
      return;
    }
    const perCell = amount / (right - left);
    const covered = (cell: number) => Math.max(0, Math.min(right, cell + 1) - Math.max(left, cell));
    for (let cell = first; cell < last; cell++) {
      const share = covered(cell) * perCell;
      const middle = (Math.max(left, cell) + Math.min(right, cell + 1)) / 2 - cell;
      this.#add(base + cell, share * (1 - middle));
      this.#add(base + cell + 1, share * middle);
    }
  }

  #add(cell: number, amount: number): void {
    this.#area[cell] = (this.#area[cell] ?? 0) + amount;
  }

  /** Calls `paint` for every cell that is covered at all, with the share covered, and empties the grid. */
  drain(paint: (cell: number, share: number) => void): void {
    for (let row = 0; row < this.height; row++) {
      let sum = 0;
      for (let cell = row * this.width; cell < (row + 1) * this.width; cell++) {
        sum += this.#area[cell] ?? 0;
        const share = Math.min(1, Math.abs(sum));
        if (share > 0.004) paint(cell, share);
      }
    }
    this.#area.fill(0);
  }
}

/** Adds a glyph's outline; `x` and `y` are its origin on the baseline in pixels. */
export function addGlyph(raster: Raster, glyph: Glyph, x: number, y: number, scale: number): void {
  let [startX, startY, atX, atY] = [0, 0, 0, 0];
  const lineTo = (toX: number, toY: number) => {
    raster.edge(x + atX * scale, y - atY * scale, x + toX * scale, y - toY * scale);
    [atX, atY] = [toX, toY];
  };
  for (const { command, args } of glyph.path.commands) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args;
    if (command === 'moveTo') {
      if (atX !== startX || atY !== startY) lineTo(startX, startY);
      [startX, startY, atX, atY] = [a, b, a, b];
    } else if (command === 'lineTo') lineTo(a, b);
    else if (command === 'quadraticCurveTo') flatten(atX, atY, a, b, a, b, c, d, true, lineTo);
    else if (command === 'bezierCurveTo') flatten(atX, atY, a, b, c, d, e, f, false, lineTo);
    else lineTo(startX, startY);
  }
  if (atX !== startX || atY !== startY) lineTo(startX, startY);
}

/** A curve as eight straight lines; glyphs here are a few dozen pixels high. */
function flatten(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  x3: number,
  y3: number,
  isQuadratic: boolean,
  lineTo: (x: number, y: number) => void,
): void {
  const steps = 8;
  for (let step = 1; step <= steps; step++) {
    const t = step / steps;
    const s = 1 - t;
    const [w0, w1, w2, w3] = isQuadratic
      ? [s * s, 2 * s * t, 0, t * t]
      : [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
    lineTo(w0 * x0 + w1 * x1 + w2 * x2 + w3 * x3, w0 * y0 + w1 * y1 + w2 * y2 + w3 * y3);
  }
}
