import type { Drawing, Shape } from './drawing.ts';
import { page, size } from './page-style.ts';
import type { PdfPen } from './pdf-pen.ts';
import { drawCaption } from './pdf-table.ts';
import { textWidth } from './text-width.ts';

/** Draws a figure as vectors, its caption above it, never wider than the type area. */
export function drawPdfChart(pen: PdfPen, caption: string, drawing: Drawing): void {
  const scale = Math.min(1, page.textWidthPt / drawing.widthPt, (page.textHeightPt - 30) / drawing.heightPt);
  const height = drawing.heightPt * scale;
  drawCaption(pen, caption, height);
  const left = page.leftPt + (page.textWidthPt - drawing.widthPt * scale) / 2;
  for (const shape of drawing.shapes) drawShape(pen, shape, left, pen.y, scale);
  pen.advance(height + size.fifth);
}

function drawShape(pen: PdfPen, shape: Shape, left: number, top: number, scale: number): void {
  if (shape.kind === 'rectangle') {
    const { x, y, width, height, fill } = shape;
    pen.pdf.rect(left + x * scale, top + y * scale, width * scale, height * scale).fill(fill);
  } else if (shape.kind === 'line') {
    pen.pdf
      .moveTo(left + shape.from[0] * scale, top + shape.from[1] * scale)
      .lineTo(left + shape.to[0] * scale, top + shape.to[1] * scale)
      .lineWidth(shape.widthPt * scale)
      .strokeColor(shape.color)
      .stroke();
  } else {
    const sizePt = shape.sizePt * scale;
    const shift = { start: 0, middle: 0.5, end: 1 }[shape.anchor] * textWidth(shape.text, sizePt);
    const x = left + shape.at[0] * scale - shift;
    pen.text(shape.text, x, top + shape.at[1] * scale, { sizePt, color: shape.color });
  }
}
