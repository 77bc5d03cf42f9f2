import { writeDocx, writePdf, writeWorkbook } from '#engines/documents';
import type { ReportFormat } from './contract.ts';
import { buildReportDocument } from './report-document.ts';
import type { ReportSource } from './report-source.ts';
import type { ReportLanguage } from './report-words.ts';
import { buildReportWorkbook } from './report-workbook.ts';

export interface WrittenReport {
  readonly bytes: Buffer;
  readonly fileName: string;
  readonly mediaType: string;
  /** Characters that the PDF's font lacks; the file itself names them too. Always empty for docx and xlsx. */
  readonly missing: readonly string[];
}

const mediaTypes: Readonly<Record<ReportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Writes the self-evaluation report of an area in one of the three formats, from the answers that the screens show. */
export async function writeReport(
  source: ReportSource,
  format: ReportFormat,
  language: ReportLanguage,
  writtenAt: Date,
): Promise<WrittenReport> {
  const { area, schoolYear, standard } = source.overview;
  const about = { fileName: `${area.name}-${standard.id}-${schoolYear}.${format}`, mediaType: mediaTypes[format] };
  if (format === 'xlsx') {
    return { ...about, bytes: await writeWorkbook(buildReportWorkbook(source, language), writtenAt), missing: [] };
  }
  const document = buildReportDocument(source, language);
  if (format === 'docx') return { ...about, bytes: await writeDocx(document), missing: [] };
  return { ...about, ...(await writePdf(document, writtenAt)) };
}
