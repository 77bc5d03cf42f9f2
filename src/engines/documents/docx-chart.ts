import { AlignmentType, ImageRun, Paragraph } from 'docx';
import { docxCaption } from './docx-table.ts';
import type { Drawing } from './drawing.ts';
import { drawingToPng } from './drawing-to-png.ts';
import { page, size, twips } from './page-style.ts';

const pixelsPerPoint = 96 / 72;

/** A caption and the chart as a picture: every version of Word and WPS shows a PNG, few show vectors. */
export function docxChart(caption: string, drawing: Drawing): Paragraph[] {
  const scale = Math.min(1, page.textWidthPt / drawing.widthPt) * pixelsPerPoint;
  return [
    docxCaption(caption),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: twips(size.fifth) },
      children: [
        new ImageRun({
          type: 'png',
          data: drawingToPng(drawing),
          transformation: { width: drawing.widthPt * scale, height: drawing.heightPt * scale },
          altText: { name: caption, title: caption, description: drawing.alternative },
        }),
      ],
    }),
  ];
}
