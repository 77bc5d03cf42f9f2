import type { FileAnswer } from '#core/http';
import { buildDataPackage, type PackageTable } from '#engines/exchange';
import { type ExportRequest, readRows } from './export-service.ts';
import { exportTables } from './export-tables.ts';

const keys = {
  areas: ['code'],
  units: ['county_code', 'unit_id'],
  facts: ['county_code', 'unit_id', 'school_year', 'stage', 'measure'],
} as const;
const numbers = new Set(['value', 'lng', 'lat']);
const integers = new Set(['school_year', 'boarding', 'year_built', 'sheet', 'sheet_row', 'sheet_column']);

/** Areas, schools and numbers of one school year as open data; nothing of it is about a person. */
export async function exportPackage(request: Omit<ExportRequest, 'table' | 'format'>): Promise<FileAnswer> {
  const { organization, dictionary, area: code, at } = request;
  const { area } = await organization.areaWithPath(code);
  const year = request.year ?? (await organization.area(code)).years[0] ?? null;
  const tables: PackageTable[] = [];
  for (const name of ['areas', 'units', 'facts'] as const) {
    const source = exportTables[name];
    const rows = await readRows(
      { ...request, table: name, format: 'csv' },
      source,
      year,
      area.level === 'township' ? code : null,
    );
    tables.push({
      name,
      title: source.words,
      primaryKey: keys[name],
      columns: source.columns.map(({ id, words }) => ({
        id,
        title: words,
        type: numbers.has(id) ? 'number' : integers.has(id) ? 'integer' : 'string',
      })),
      rows: rows.map((row) => source.columns.map(({ id }) => row[id] ?? null)),
    });
  }
  const text = (id: string, zh: string, en: string) => ({ id, title: { zh, en }, type: 'string' as const });
  tables.push({
    name: 'measures',
    title: { zh: '指标量', en: 'measures' },
    primaryKey: ['measure'],
    columns: [
      text('measure', '指标量', 'measure'),
      text('name_zh', '中文名', 'Chinese name'),
      text('name_en', '英文名', 'English name'),
      text('unit', '单位', 'unit'),
    ],
    rows: [...dictionary.measures.values()].map(({ id, words, unit }) => [id, words.zh, words.en, unit]),
  });
  return buildDataPackage({
    name: `junheng-${code.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}${year === null ? '' : `-${year}`}`,
    title: {
      zh: `${area.name}${year === null ? '' : ` ${year} 学年`}`,
      en: `${code}${year === null ? '' : ` ${year}`}`,
    },
    description: {
      zh: '学校、地区和指标量；空白表示没有上报，不是零。',
      en: 'Schools, areas and measures; blank means not reported, never zero.',
    },
    licence: null,
    sources: [{ title: 'Junheng 均衡' }],
    tables,
    at,
  });
}
