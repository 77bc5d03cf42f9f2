import type { FileAnswer } from '#core/http';
import { writeWorkbook } from '#engines/documents';
import { writeCsv } from '#modules/organization';
import type { EvaluationHead, ExportFormat } from './contract.ts';
import type { ExportedTable } from './export-tables.ts';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A table as a file in one of three formats; figures unrounded in each. */
export async function writeExport(
  { area, schoolYear, standard }: Pick<EvaluationHead, 'area' | 'schoolYear' | 'standard'>,
  table: ExportedTable,
  format: ExportFormat,
  language: 'zh' | 'en',
  at: Date,
): Promise<FileAnswer> {
  const title = `${area.name}-${table.words[language]}-${schoolYear}`;
  const name = `${title}.${format}`;
  if (format === 'json') {
    const document = {
      area: area.code,
      schoolYear,
      standard: standard.id,
      standardVersion: standard.version,
      rows: table.rows,
    };
    return {
      name,
      mediaType: 'application/json; charset=utf-8',
      bytes: new TextEncoder().encode(JSON.stringify(document)),
    };
  }
  const header = table.columns.map(({ words }) => words[language]);
  const cells = table.rows.map((row) => table.columns.map(({ id }) => row[id] ?? null));
  if (format === 'csv') return { name, mediaType: 'text/csv; charset=utf-8', bytes: writeCsv([header, ...cells]) };
  const sheet = {
    name: table.words[language],
    title,
    columns: header.map((text) => ({ header: text, widthCharacters: 14 })),
    rows: cells,
  };
  return { name, mediaType: workbookType, bytes: await writeWorkbook({ title, sheets: [sheet] }, at) };
}
