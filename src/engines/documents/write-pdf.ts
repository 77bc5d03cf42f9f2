import { breakLines } from './break-lines.ts';
import { headingCounter } from './heading-number.ts';
import { CharacterCheck, geta, nameCharacters } from './missing-characters.ts';
import type { Attachment, Block, OfficialDocument, Signature } from './model.ts';
import { bodySpacingPt, linePt, page, size } from './page-style.ts';
import { drawPdfChart } from './pdf-drawing.ts';
import { PdfPen, type TextStyle } from './pdf-pen.ts';
import { drawPdfTable } from './pdf-table.ts';
import { attachmentLines, attachmentMark, dateText } from './phrases.ts';
import { textWidth } from './text-width.ts';

export interface WrittenPdf {
  readonly bytes: Buffer;
  /** The characters the font lacks; each stands as 〓 in the pages, and a note on the last page names them. */
  readonly missing: readonly string[];
}

const body: TextStyle = { sizePt: size.third, spacingPt: bodySpacingPt };
const strong: TextStyle = { sizePt: size.third, weight: 'bold', spacingPt: bodySpacingPt };
const right = page.leftPt + page.textWidthPt;

/**
 * Writes an official document as a PDF in the style of GB/T 9704, its fonts inside.
 *
 * @param writtenAt The instant stamped into the file; the same document and instant give the same pages.
 * @returns The file and the characters that its font lacks.
 */
export async function writePdf(document: OfficialDocument, writtenAt: Date): Promise<WrittenPdf> {
  const check = new CharacterCheck();
  const language = document.language === 'zh' ? 'zh-CN' : 'en';
  const pen = new PdfPen({ title: document.title, language, writtenAt }, check);
  const bytes = collect(pen.pdf);
  drawTitle(pen, document.title, document.subtitle);
  if (document.addressee !== undefined)
    drawText(pen, `${document.addressee}${document.language === 'zh' ? '：' : ':'}`, body, 0);
  drawBlocks(pen, document.body, document.language);
  const attachments = document.attachments ?? [];
  drawAttachmentList(pen, document, attachments);
  if (document.signature !== undefined) drawSignature(pen, document.signature, document.language);
  attachments.forEach((attachment, index) => {
    pen.newPage();
    pen.gridLine(attachmentMark(document.language, index, attachments.length), page.leftPt, strong);
    drawTitle(pen, attachment.title);
    drawBlocks(pen, attachment.body, document.language);
  });
  if (check.missing.length > 0) drawMissing(pen, check.missing, document.language);
  pen.pdf.end();
  return { bytes: await bytes, missing: check.missing };
}

function drawTitle(pen: PdfPen, title: string, subtitle?: string): void {
  if (!pen.isAtTop) pen.advance(linePt / 2);
  const style: TextStyle = { sizePt: size.second, weight: 'bold' };
  for (const line of breakLines(title, page.textWidthPt, (text) => textWidth(text, size.second, 'bold'))) {
    pen.need(linePt * 1.2);
    drawCentered(pen, line, style);
    pen.advance(linePt * 0.2);
  }
  for (const line of subtitle === undefined
    ? []
    : breakLines(subtitle, page.textWidthPt, (text) => textWidth(text, size.third))) {
    drawCentered(pen, line, { sizePt: size.third });
  }
  pen.advance(linePt * 0.8);
}

function drawCentered(pen: PdfPen, text: string, style: TextStyle): void {
  const width = textWidth(text, style.sizePt, style.weight);
  pen.gridLine(text, page.leftPt + Math.max(0, (page.textWidthPt - width) / 2), style);
}

function drawBlocks(pen: PdfPen, blocks: readonly Block[], language: 'zh' | 'en'): void {
  const count = headingCounter(language);
  for (const block of blocks) {
    if (block.kind === 'heading') {
      pen.need(2 * linePt);
      drawText(pen, `${count(block.level)}${block.text}`, block.level <= 2 ? strong : body, 2);
    } else if (block.kind === 'paragraph') drawText(pen, block.text, body, 2);
    else if (block.kind === 'table') drawPdfTable(pen, block);
    else drawPdfChart(pen, block.caption, block.drawing);
  }
}

/** Text on the grid, the first line set in by so many characters, full lines stretched to the margin. */
function drawText(pen: PdfPen, text: string, style: TextStyle, indentCharacters: number): void {
  const spacing = style.spacingPt ?? 0;
  const widthOf = (part: string) => textWidth(part, style.sizePt, style.weight) + spacing * [...part].length;
  const indent = indentCharacters * (style.sizePt + spacing);
  const lines = breakLines(text, page.textWidthPt + 0.01, widthOf, indent);
  lines.forEach((line, index) => {
    const start = index === 0 ? indent : 0;
    const slack = page.textWidthPt - start - widthOf(line);
    const gaps = [...line].length - 1;
    const isFull = index < lines.length - 1 && gaps > 0 && slack < 4 * style.sizePt;
    pen.gridLine(line, page.leftPt + start, { ...style, spacingPt: spacing + (isFull ? slack / gaps : 0) });
  });
}

/** 附件：1. … below the text after an empty line, set in by two characters. */
function drawAttachmentList(pen: PdfPen, document: OfficialDocument, attachments: readonly Attachment[]): void {
  if (attachments.length === 0) return;
  pen.advance(linePt);
  for (const line of attachmentLines(document.language, attachments)) drawText(pen, line, body, 2);
}

/** The organisation above its date; the date ends four characters from the margin, the name is centred on it. */
function drawSignature(pen: PdfPen, signature: Signature, language: 'zh' | 'en'): void {
  pen.need(3 * linePt);
  pen.advance(linePt);
  const date = dateText(language, signature.on);
  const dateWidth = textWidth(date, size.third);
  const nameWidth = textWidth(signature.organization, size.third);
  const middle = right - 4 * size.third - Math.max(dateWidth, nameWidth - 4 * size.third) / 2;
  pen.gridLine(signature.organization, middle - nameWidth / 2, { sizePt: size.third });
  pen.gridLine(date, middle - dateWidth / 2, { sizePt: size.third });
}

function drawMissing(pen: PdfPen, missing: readonly string[], language: 'zh' | 'en'): void {
  pen.advance(linePt / 2);
  const names = nameCharacters(missing);
  const text =
    language === 'zh'
      ? `注：文中“${geta}”为字库所缺的字，统一码依次为 ${names}。`
      : `Note: ${geta} stands for characters that the font lacks: ${names}.`;
  drawText(pen, text, { sizePt: size.smallFourth }, 2);
}

function collect(pdf: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.once('end', () => resolve(Buffer.concat(chunks)));
    pdf.once('error', reject);
  });
}
