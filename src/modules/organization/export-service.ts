import type { Database } from '#core/db';
import type { FileAnswer } from '#core/http';
import { writeWorkbook } from '#engines/documents';
import type { Dictionary } from '#standards';
import type { ExportTable } from './contract.ts';
import { errors } from './errors.ts';
import { type ExportSource, exportTables } from './export-tables.ts';
import type { Organization } from './service.ts';
import { writeCsv } from './write-csv.ts';

type Value = string | number | null;
type Row = Readonly<Record<string, Value>>;

export interface ExportRequest {
  readonly database: Database;
  readonly dictionary: Dictionary;
  readonly organization: Organization;
  readonly area: string;
  readonly table: ExportTable;
  readonly format: 'xlsx' | 'csv' | 'json';
  readonly year?: number | undefined;
  readonly language: 'zh' | 'en';
  readonly at: Date;
}

/** What a spreadsheet and this machine's memory can take. */
const mostRows = { xlsx: 200_000, csv: 2_000_000, json: 1_000_000 } as const;

/**
 * A whole table of an area as a file; the numbers are those of the database, unrounded.
 *
 * @throws DomainError `organization.areaNotFound`, `organization.tableTooLarge`
 */
export async function exportTable(request: ExportRequest): Promise<FileAnswer> {
  const { organization, area: code, table, format, language } = request;
  const { area } = await organization.areaWithPath(code);
  const source = exportTables[table];
  const year = source.isYearly ? (request.year ?? (await organization.area(code)).years[0] ?? null) : null;
  const rows = await readRows(request, source, year, area.level === 'township' ? area.code : null);
  const name = [area.name, source.words[language], ...(year === null ? [] : [year])].join('-');
  const { columns } = source;
  if (format === 'json') {
    const text = JSON.stringify({ area: code, table, schoolYear: year, rows });
    return {
      name: `${name}.json`,
      mediaType: 'application/json; charset=utf-8',
      bytes: new TextEncoder().encode(text),
    };
  }
  const header = columns.map(({ words }) => words[language]);
  const cells = rows.map((row) => columns.map(({ id }) => row[id] ?? null));
  if (format === 'csv') {
    return { name: `${name}.csv`, mediaType: 'text/csv; charset=utf-8', bytes: writeCsv([header, ...cells]) };
  }
  const sheet = {
    name: source.words[language],
    title: name,
    columns: header.map((text) => ({ header: text, widthCharacters: 16 })),
    rows: cells,
  };
  const bytes = await writeWorkbook({ title: name, sheets: [sheet] }, request.at);
  return {
    name: `${name}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes,
  };
}

/** The rows of one table, by column id. */
export async function readRows(
  { database, dictionary, organization, area, language, format }: ExportRequest,
  source: ExportSource,
  year: number | null,
  township: string | null,
): Promise<readonly Row[]> {
  const counties = await organization.countiesOf(area);
  const selected = source.columns.map(({ id, sql }) => `${sql} AS ${id}`).join(', ');
  // Every source is given the same three parameters; the condition keeps those it does not use typed.
  const unused = '($2::int IS NULL OR true) AND ($3::text IS NULL OR true)';
  const from = source.from.replace('WHERE ', `WHERE ${unused} AND (`);
  const rows = await database.query<Row>(
    `SELECT ${selected} ${from}) ORDER BY ${source.order} LIMIT ${mostRows[format] + 1}`,
    [counties, year, township],
  );
  if (rows.length > mostRows[format]) {
    throw errors.tableTooLarge({ limit: mostRows[format], format });
  }
  return source.namesMeasures
    ? rows.map((row) => ({
        ...row,
        measure_name: dictionary.measures.get(String(row.measure))?.words[language] ?? null,
      }))
    : rows;
}
