import Pdf from 'pdfkit';
import { loadFont, type Weight } from './fonts.ts';
import type { CharacterCheck } from './missing-characters.ts';
import { linePt, page, size } from './page-style.ts';
import { textWidth } from './text-width.ts';

export interface TextStyle {
  readonly sizePt: number;
  readonly weight?: Weight;
  readonly color?: string;
  /** Added after every character. */
  readonly spacingPt?: number;
}

/** Where the next line goes, on pages that number themselves. */
export class PdfPen {
  readonly pdf: PDFKit.PDFDocument;
  readonly #check: CharacterCheck;
  #y = 0;
  #pages = 0;

  constructor(about: { title: string; language: string; writtenAt: Date }, check: CharacterCheck) {
    this.pdf = new Pdf({
      autoFirstPage: false,
      size: [page.widthPt, page.heightPt],
      margin: 0,
      lang: about.language,
      displayTitle: true,
      info: { Title: about.title, Creator: 'Junheng 均衡', CreationDate: about.writtenAt, ModDate: about.writtenAt },
    });
    for (const weight of ['regular', 'bold'] as const) this.pdf.registerFont(weight, loadFont(weight).bytes);
    this.#check = check;
    this.newPage();
  }

  get y(): number {
    return this.#y;
  }

  get isAtTop(): boolean {
    return this.#y === page.topPt;
  }

  /** The lowest point of the type area. */
  get bottom(): number {
    return page.topPt + page.textHeightPt;
  }

  advance(height: number): void {
    this.#y += height;
  }

  /** Starts a page unless so much height is left on this one. */
  need(height: number): void {
    if (this.#y + height > this.bottom + 0.01) this.newPage();
  }

  newPage(): void {
    this.pdf.addPage();
    this.#pages += 1;
    this.#y = page.topPt;
    this.#numberPage();
  }

  /** Draws one line whose baseline stands at `baseline`; nothing is broken here. */
  text(text: string, x: number, baseline: number, style: TextStyle): void {
    if (text === '') return;
    this.pdf
      .font(style.weight ?? 'regular')
      .fontSize(style.sizePt)
      .fillColor(style.color ?? '#000000')
      .text(this.#check.drawable(text), x, baseline, {
        lineBreak: false,
        baseline: 'alphabetic',
        characterSpacing: style.spacingPt ?? 0,
      });
  }

  /** Draws one line on the grid of 22 lines and goes on to the next. */
  gridLine(text: string, x: number, style: TextStyle): void {
    this.need(linePt);
    this.text(text, x, this.#y + linePt / 2 + style.sizePt * 0.36, style);
    this.advance(linePt);
  }

  /** Size 4, between dashes; at the right on odd pages and at the left on even ones, one character in. */
  #numberPage(): void {
    const text = `— ${this.#pages} —`;
    const right = page.leftPt + page.textWidthPt - size.fourth - textWidth(text, size.fourth);
    const x = this.#pages % 2 === 1 ? right : page.leftPt + size.fourth;
    this.text(text, x, this.bottom + page.pageNumberDropPt + size.fourth * 0.36, { sizePt: size.fourth });
  }
}
