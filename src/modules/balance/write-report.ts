import { type OfficialFile, writeOfficialFile, writeWorkbook } from '#engines/documents';
import type { ReportFormat } from './contract.ts';
import { buildReportDocument } from './report-document.ts';
import type { ReportSource } from './report-source.ts';
import type { ReportLanguage } from './report-words.ts';
import { buildReportWorkbook } from './report-workbook.ts';

/** Writes the self-evaluation report of an area in one of the three formats, from the answers that the screens show. */
export async function writeReport(
  source: ReportSource,
  format: ReportFormat,
  language: ReportLanguage,
  writtenAt: Date,
): Promise<OfficialFile> {
  const { area, schoolYear, standard } = source.overview;
  const name = `${area.name}-${standard.id}-${schoolYear}`;
  if (format !== 'xlsx') {
    return writeOfficialFile(buildReportDocument(source, language), { name, format, at: writtenAt });
  }
  return {
    name: `${name}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: await writeWorkbook(buildReportWorkbook(source, language), writtenAt),
    missing: [],
  };
}
