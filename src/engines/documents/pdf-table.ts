import { breakLines } from './break-lines.ts';
import type { DocumentTable, TableColumn } from './model.ts';
import { page, size } from './page-style.ts';
import type { PdfPen } from './pdf-pen.ts';
import { textWidth } from './text-width.ts';

const padding = 3;

interface Column extends TableColumn {
  readonly x: number;
  readonly width: number;
}

/** Draws a table with hairlines; the head is repeated on every page, a row is never cut. */
export function drawPdfTable(pen: PdfPen, table: DocumentTable): void {
  const columns = placeColumns(table.columns);
  const sizePt = columns.length > 8 ? size.smallFifth : size.fifth;
  const head = table.columns.map(({ header }) => header);
  const draw = (cells: readonly string[], isHead: boolean) => drawRow(pen, columns, cells, sizePt, isHead);
  const headHeight = rowHeight(columns, head, sizePt, true);
  const firstHeight = rowHeight(columns, table.rows[0] ?? [], sizePt, false);
  drawCaption(pen, table.caption, headHeight + firstHeight);
  draw(head, true);
  for (const row of table.rows) {
    if (pen.y + rowHeight(columns, row, sizePt, false) > pen.bottom) {
      pen.newPage();
      draw(head, true);
    }
    draw(row, false);
  }
  if (table.note !== undefined) drawNote(pen, table.note);
  pen.advance(size.fifth);
}

/** The caption goes with at least so much of what follows it. */
export function drawCaption(pen: PdfPen, caption: string, followingHeight: number): void {
  const height = size.smallFourth * 2;
  pen.need(height + followingHeight);
  const width = textWidth(caption, size.smallFourth, 'bold');
  const x = page.leftPt + Math.max(0, (page.textWidthPt - width) / 2);
  pen.text(caption, x, pen.y + size.smallFourth * 1.4, { sizePt: size.smallFourth, weight: 'bold' });
  pen.advance(height);
}

function drawNote(pen: PdfPen, note: string): void {
  const sizePt = size.smallFifth;
  pen.advance(padding);
  for (const line of breakLines(note, page.textWidthPt, (text) => textWidth(text, sizePt))) {
    pen.need(sizePt * 1.5);
    pen.text(line, page.leftPt, pen.y + sizePt, { sizePt });
    pen.advance(sizePt * 1.5);
  }
}

function placeColumns(columns: readonly TableColumn[]): readonly Column[] {
  const whole = columns.reduce((sum, { weight }) => sum + weight, 0);
  let x: number = page.leftPt;
  return columns.map((column) => {
    const width = (column.weight / whole) * page.textWidthPt;
    const placed = { ...column, x, width };
    x += width;
    return placed;
  });
}

function cellLines(column: Column, text: string, sizePt: number, isHead: boolean): readonly string[] {
  return breakLines(text, column.width - 2 * padding, (part) => textWidth(part, sizePt, isHead ? 'bold' : 'regular'));
}

function rowHeight(columns: readonly Column[], cells: readonly string[], sizePt: number, isHead: boolean): number {
  const lines = columns.map((column, index) => cellLines(column, cells[index] ?? '', sizePt, isHead).length);
  return Math.max(1, ...lines) * sizePt * 1.3 + 2 * padding;
}

function drawRow(
  pen: PdfPen,
  columns: readonly Column[],
  cells: readonly string[],
  sizePt: number,
  isHead: boolean,
): void {
  const height = rowHeight(columns, cells, sizePt, isHead);
  const weight = isHead ? 'bold' : 'regular';
  columns.forEach((column, index) => {
    const lines = cellLines(column, cells[index] ?? '', sizePt, isHead);
    const top = pen.y + (height - lines.length * sizePt * 1.3) / 2;
    lines.forEach((line, row) => {
      const room = column.width - 2 * padding - textWidth(line, sizePt, weight);
      const shift = { left: 0, center: 0.5, right: 1 }[isHead ? 'center' : column.align] * room;
      pen.text(line, column.x + padding + shift, top + (row + 1) * sizePt * 1.3 - sizePt * 0.35, { sizePt, weight });
    });
    pen.pdf.lineWidth(0.5).strokeColor('#000000').rect(column.x, pen.y, column.width, height).stroke();
  });
  pen.advance(height);
}
