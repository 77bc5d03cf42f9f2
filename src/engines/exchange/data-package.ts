import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import type { LocalText } from '#core/locale';
import type { Download } from './model.ts';

export type TableValue = string | number | null;

/** One table of an open-data package; rows in the order of the columns. */
export interface PackageTable {
  /** Small letters, digits and hyphens: the file is `<name>.csv`. */
  readonly name: string;
  readonly title: LocalText;
  readonly columns: readonly {
    readonly id: string;
    readonly title: LocalText;
    readonly type: 'string' | 'number' | 'integer';
  }[];
  readonly primaryKey: readonly string[];
  readonly rows: readonly (readonly TableValue[])[];
}

export interface PackageRequest {
  readonly name: string;
  readonly title: LocalText;
  readonly description: LocalText;
  /** The publisher says under which licence; null leaves it out. */
  readonly licence: { readonly name: string; readonly path: string } | null;
  readonly sources: readonly { readonly title: string; readonly path?: string }[];
  readonly tables: readonly PackageTable[];
  readonly at: Date;
}

/**
 * Packs tables as open data: CSV files and a `datapackage.json` that describes every column.
 *
 * @remarks CSV in UTF-8 without mark, as the specification wants it; a text that a spreadsheet would run as a formula is led by `'`.
 * @source Frictionless Data, Data Package (specs.frictionlessdata.io)
 */
export function buildDataPackage(request: PackageRequest): Download {
  const files = request.tables.map((table) => ({
    table,
    path: `data/${table.name}.csv`,
    bytes: strToU8(csvOf(table)),
  }));
  const descriptor = {
    profile: 'tabular-data-package',
    name: request.name,
    title: request.title.en,
    'title:zh': request.title.zh,
    description: request.description.en,
    'description:zh': request.description.zh,
    created: request.at.toISOString(),
    ...(request.licence === null ? {} : { licenses: [request.licence] }),
    sources: request.sources,
    resources: files.map(({ table, path, bytes }) => ({
      profile: 'tabular-data-resource',
      name: table.name,
      path,
      title: table.title.en,
      'title:zh': table.title.zh,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      bytes: bytes.length,
      hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
      schema: {
        fields: table.columns.map(({ id, title, type }) => ({ name: id, type, title: title.en, 'title:zh': title.zh })),
        primaryKey: table.primaryKey,
        missingValues: [''],
      },
    })),
  };
  const bytes = zipSync(
    {
      'datapackage.json': strToU8(`${JSON.stringify(descriptor, null, 2)}\n`),
      ...Object.fromEntries(files.map((file) => [file.path, file.bytes])),
    },
    { mtime: request.at },
  );
  return { name: `${request.name}.zip`, mediaType: 'application/zip', bytes };
}

function csvOf({ columns, rows }: PackageTable): string {
  return [columns.map(({ id }) => id), ...rows].map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(value: TableValue): string {
  if (typeof value !== 'string') {
    return value === null ? '' : String(value);
  }
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
