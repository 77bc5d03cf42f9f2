import type { Drawing, Shape } from './drawing.ts';
import { loadFont } from './fonts.ts';
import { encodePng } from './png.ts';
import { addGlyph, Raster } from './raster.ts';
import { textWidth } from './text-width.ts';

/** Draws a figure as a PNG of `scale` pixels a point on white; for writers that cannot hold vectors. */
export function drawingToPng(drawing: Drawing, scale = 3): Buffer {
  const width = Math.ceil(drawing.widthPt * scale);
  const height = Math.ceil(drawing.heightPt * scale);
  const pixels = new Uint8Array(width * height * 3).fill(255);
  const raster = new Raster(width, height);
  for (const shape of drawing.shapes) {
    const color = addShape(raster, shape, scale);
    raster.drain((cell, share) => {
      for (let channel = 0; channel < 3; channel++) {
        const at = cell * 3 + channel;
        pixels[at] = Math.round((pixels[at] ?? 0) * (1 - share) + (color[channel] ?? 0) * share);
      }
    });
  }
  return encodePng(width, height, pixels);
}

function addShape(raster: Raster, shape: Shape, scale: number): readonly number[] {
  if (shape.kind === 'rectangle') {
    const { x, y, width, height } = shape;
    addPolygon(raster, scale, [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
    ]);
    return rgb(shape.fill);
  }
  if (shape.kind === 'line') {
    const [fromX, fromY] = shape.from;
    const [toX, toY] = shape.to;
    const length = Math.hypot(toX - fromX, toY - fromY);
    const sideX = ((toY - fromY) / length) * (shape.widthPt / 2);
    const sideY = (-(toX - fromX) / length) * (shape.widthPt / 2);
    addPolygon(raster, scale, [
      [fromX + sideX, fromY + sideY],
      [toX + sideX, toY + sideY],
      [toX - sideX, toY - sideY],
      [fromX - sideX, fromY - sideY],
    ]);
    return rgb(shape.color);
  }
  const { font } = loadFont('regular');
  const share = { start: 0, middle: 0.5, end: 1 }[shape.anchor];
  let x = (shape.at[0] - textWidth(shape.text, shape.sizePt) * share) * scale;
  const unit = (shape.sizePt / font.unitsPerEm) * scale;
  for (const character of shape.text) {
    const glyph = font.glyphForCodePoint(character.codePointAt(0) ?? 0);
    addGlyph(raster, glyph, x, shape.at[1] * scale, unit);
    x += glyph.advanceWidth * unit;
  }
  return rgb(shape.color);
}

function addPolygon(raster: Raster, scale: number, corners: readonly (readonly [number, number])[]): void {
  corners.forEach(([x, y], index) => {
    const [nextX, nextY] = corners[(index + 1) % corners.length] ?? [x, y];
    raster.edge(x * scale, y * scale, nextX * scale, nextY * scale);
  });
}

/** `#rrggbb` as three numbers. */
function rgb(color: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}
