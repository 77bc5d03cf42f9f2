import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Footer,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import { docxChart } from './docx-chart.ts';
import { docxTable } from './docx-table.ts';
import { headingCounter } from './heading-number.ts';
import type { Block, OfficialDocument } from './model.ts';
import { bodySpacingPt, linePt, page, size, twips, typeface } from './page-style.ts';
import { attachmentLines, attachmentMark, dateText } from './phrases.ts';

type Face = Exclude<keyof typeof typeface, 'latin'>;

/**
 * Writes an official document as docx in the style of GB/T 9704, for Word and WPS.
 *
 * @remarks Text stays text: a character that a typeface lacks is shown by the reader's own fonts. Charts are pictures.
 */
export async function writeDocx(document: OfficialDocument): Promise<Buffer> {
  const { language } = document;
  const attachments = document.attachments ?? [];
  const children = [
    ...titleLines(document.title, document.subtitle),
    ...(document.addressee === undefined ? [] : [line(`${document.addressee}${language === 'zh' ? '：' : ':'}`, 0)]),
    ...blocks(document.body, language),
    ...(attachments.length === 0
      ? []
      : [emptyLine(), ...attachmentLines(language, attachments).map((text) => line(text))]),
    ...signatureLines(document),
    ...attachments.flatMap((attachment, index) => [
      line(attachmentMark(language, index, attachments.length), 0, 'first', true),
      ...titleLines(attachment.title),
      ...blocks(attachment.body, language),
    ]),
  ];
  const file = new Document({
    title: document.title,
    creator: 'Junheng 均衡',
    description: document.subtitle ?? '',
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: run(size.third, 'body'), paragraph: { spacing: { after: 0 } } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
            margin: {
              top: convertMillimetersToTwip(37),
              bottom: convertMillimetersToTwip(35),
              left: convertMillimetersToTwip(28),
              right: convertMillimetersToTwip(26),
              footer: convertMillimetersToTwip(35) - twips(page.pageNumberDropPt + size.fourth),
            },
          },
        },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children,
      },
    ],
  });
  return Packer.toBuffer(file);
}

// 28 characters a line by spacing and 22 lines a page by exact lines: Word, WPS and LibreOffice read page grids differently.
function run(sizePt: number, face: Face): IRunOptions {
  return {
    size: sizePt * 2,
    ...(sizePt === size.third ? { characterSpacing: twips(bodySpacingPt) } : {}),
    font: { ascii: typeface.latin, hAnsi: typeface.latin, cs: typeface.latin, eastAsia: typeface[face] },
  };
}

const exactLine = { line: twips(linePt), lineRule: LineRuleType.EXACT } as const;

function titleLines(title: string, subtitle?: string): Paragraph[] {
  const centered = (text: string, sizePt: number, face: Face) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { line: twips(linePt * 1.2), lineRule: LineRuleType.EXACT },
      children: [new TextRun({ text, ...run(sizePt, face) })],
    });
  return [
    centered(title, size.second, 'title'),
    ...(subtitle === undefined ? [] : [centered(subtitle, size.third, 'second')]),
    emptyLine(),
  ];
}

function emptyLine(): Paragraph {
  return new Paragraph({ spacing: exactLine, children: [] });
}

function line(text: string, indentCharacters = 2, face: Face = 'body', startsPage = false): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    spacing: exactLine,
    indent: { firstLine: twips(indentCharacters * (size.third + bodySpacingPt)) },
    pageBreakBefore: startsPage,
    children: [new TextRun({ text, ...run(size.third, face) })],
  });
}

function blocks(list: readonly Block[], language: 'zh' | 'en'): (Paragraph | Table)[] {
  const count = headingCounter(language);
  return list.flatMap((block): (Paragraph | Table)[] => {
    if (block.kind === 'heading') return [heading(`${count(block.level)}${block.text}`, block.level)];
    if (block.kind === 'paragraph') return [line(block.text)];
    return block.kind === 'table' ? docxTable(block) : docxChart(block.caption, block.drawing);
  });
}

function heading(text: string, level: 1 | 2 | 3 | 4): Paragraph {
  const face = ({ 1: 'first', 2: 'second', 3: 'body', 4: 'body' } as const)[level];
  return new Paragraph({
    outlineLevel: level - 1,
    keepNext: true,
    spacing: exactLine,
    indent: { firstLine: twips(2 * (size.third + bodySpacingPt)) },
    children: [new TextRun({ text, ...run(size.third, face) })],
  });
}

function signatureLines({ signature, language }: OfficialDocument): Paragraph[] {
  if (signature === undefined) return [];
  return [
    emptyLine(),
    ...[signature.organization, dateText(language, signature.on)].map(
      (text) =>
        new Paragraph({
          alignment: AlignmentType.RIGHT,
          spacing: exactLine,
          indent: { right: twips(4 * size.third) },
          children: [new TextRun({ text, ...run(size.third, 'body') })],
        }),
    ),
  ];
}

function pageNumber(alignment: 'left' | 'right'): Footer {
  const style = run(size.fourth, 'number');
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: { left: twips(size.fourth), right: twips(size.fourth) },
        children: [new TextRun({ ...style, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}
