import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { DocumentTable } from './model.ts';
import { page, size, twips, typeface } from './page-style.ts';

const border = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const borders = { top: border, bottom: border, left: border, right: border };
const tightLine = (sizePt: number) => ({ line: twips(sizePt * 1.3), lineRule: LineRuleType.EXACT }) as const;
const font = { ascii: typeface.latin, hAnsi: typeface.latin, eastAsia: typeface.number };
const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };

/** A caption, a table with a repeated head, and its note. */
export function docxTable(table: DocumentTable): (Paragraph | Table)[] {
  const sizePt = table.columns.length > 8 ? size.smallFifth : size.fifth;
  const whole = table.columns.reduce((sum, { weight }) => sum + weight, 0);
  const widths = table.columns.map(({ weight }) => Math.floor((weight / whole) * twips(page.textWidthPt)));
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: table.columns.map(
        (column, index) =>
          new TableCell({
            borders,
            width: { size: widths[index] ?? 0, type: WidthType.DXA },
            margins: { left: 60, right: 60, top: 40, bottom: 40 },
            verticalAlign: VerticalAlign.CENTER,
            children: [
              new Paragraph({
                alignment: isHead ? AlignmentType.CENTER : alignments[column.align],
                spacing: tightLine(sizePt),
                children: [smallRun(cells[index] ?? '', sizePt, isHead)],
              }),
            ],
          }),
      ),
    });
  const head = row(
    table.columns.map(({ header }) => header),
    true,
  );
  return [
    docxCaption(table.caption),
    new Table({
      layout: TableLayoutType.FIXED,
      columnWidths: widths,
      width: { size: twips(page.textWidthPt), type: WidthType.DXA },
      rows: [head, ...table.rows.map((cells) => row(cells, false))],
    }),
    new Paragraph({
      spacing: { ...tightLine(size.smallFifth), before: twips(3), after: twips(size.fifth) },
      children: [smallRun(table.note ?? '', size.smallFifth, false)],
    }),
  ];
}

/** The line above a table or a chart, kept with it. */
export function docxCaption(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { ...tightLine(size.smallFourth), before: twips(size.fifth), after: twips(size.smallFifth / 2) },
    children: [smallRun(text, size.smallFourth, true)],
  });
}

function smallRun(text: string, sizePt: number, bold: boolean): TextRun {
  return new TextRun({ text, size: sizePt * 2, characterSpacing: 0, bold, font });
}
