import type { Words } from '#standards';
import type { Comparison, ExportTable, Finding, IndicatorRef, Overview, SchoolRow } from './contract.ts';
import { exportWords } from './export-words.ts';

export type ExportValue = string | number | null;

export interface ExportedTable {
  readonly words: Words;
  readonly columns: readonly { readonly id: string; readonly words: Words }[];
  readonly rows: readonly Readonly<Record<string, ExportValue>>[];
}

/** The answers of the screens that exports are made from, so that no figure is computed twice. */
export interface ExportSources {
  readonly overview: () => Promise<Overview>;
  readonly schools: () => Promise<{
    readonly rows: readonly SchoolRow[];
    readonly indicators: readonly IndicatorRef[];
  }>;
  readonly comparison: () => Promise<Comparison>;
  readonly findings: () => Promise<readonly Finding[]>;
}

/** One table of the screens as rows, figures unrounded. */
export async function exportedTable(
  table: ExportTable,
  sources: ExportSources,
  language: 'zh' | 'en',
): Promise<ExportedTable> {
  switch (table) {
    case 'coefficients':
      return coefficientTable(await sources.overview(), language);
    case 'gaps':
      return gapTable(await sources.overview(), language);
    case 'indicators':
      return indicatorTable(await sources.overview(), language);
    case 'schools':
      return schoolTable(await sources.schools());
    case 'comparison':
      return comparisonTable(await sources.comparison(), language);
    case 'findings':
      return findingTable(await sources.findings(), language);
  }
}

type Row = Record<string, ExportValue>;

function tableOf(title: Words, ids: readonly string[], rows: readonly Row[]): ExportedTable {
  return { words: title, columns: ids.map((id) => ({ id, words: exportWords[id] ?? { zh: id, en: id } })), rows };
}

function coefficientTable({ coefficients, indicators }: Overview, language: 'zh' | 'en'): ExportedTable {
  const ids = [
    'indicator',
    'indicatorName',
    'stage',
    'schools',
    'missing',
    'mean',
    'standardDeviation',
    'coefficientOfVariation',
    'limit',
    'verdict',
    'previous',
  ];
  const rows = coefficients.map(
    ({ drivers: _drivers, status: _status, ...one }): Row => ({
      ...one,
      indicatorName: nameIn(indicators, one.indicator, language),
    }),
  );
  return tableOf({ zh: '差异系数', en: 'coefficients' }, ids, rows);
}

function gapTable({ gaps, indicators }: Overview, language: 'zh' | 'en'): ExportedTable {
  const ids = ['indicator', 'indicatorName', 'stage', 'schools', 'amountShort', 'resource', 'costFen'];
  const rows = gaps.map(
    (gap): Row => ({
      ...gap,
      resource: gap.resource[language],
      indicatorName: nameIn(indicators, gap.indicator, language),
    }),
  );
  return tableOf({ zh: '缺口', en: 'gaps' }, ids, rows);
}

function indicatorTable({ areaIndicators }: Overview, language: 'zh' | 'en'): ExportedTable {
  const ids = ['part', 'indicator', 'indicatorName', 'stage', 'value', 'threshold', 'verdict'];
  const rows = areaIndicators.map(
    ({ part, indicator, name, stage, value, threshold, verdict }): Row => ({
      part,
      indicator,
      indicatorName: name[language],
      stage,
      value,
      threshold,
      verdict,
    }),
  );
  return tableOf({ zh: '县级指标', en: 'area indicators' }, ids, rows);
}

function schoolTable({ rows, indicators }: Awaited<ReturnType<ExportSources['schools']>>): ExportedTable {
  const ids = [
    'county',
    'unit',
    'name',
    'stage',
    'category',
    'ownership',
    'urbanRural',
    'pupils',
    'met',
    'of',
    'verdict',
    'excludedBy',
  ];
  const table = tableOf(
    { zh: '学校达标情况', en: 'schools' },
    ids,
    rows.map(
      ({ values, status: _status, ...row }): Row => ({
        ...row,
        ...Object.fromEntries(Object.entries(values).map(([id, { value }]) => [id, value])),
      }),
    ),
  );
  const more = indicators.map(({ id, name }) => ({ id, words: { zh: `${id} ${name.zh}`, en: `${id} ${name.en}` } }));
  return { ...table, columns: [...table.columns, ...more] };
}

function comparisonTable({ rows }: Comparison, language: 'zh' | 'en'): ExportedTable {
  const ids = [
    'key',
    'name',
    'rank',
    'previousRank',
    'verdict',
    'coefficientsOutside',
    'schoolStages',
    'schoolStagesOutside',
    'schools',
    'pupils',
  ];
  const cells = [...new Set(rows.flatMap((row) => row.cells.map(({ indicator, stage }) => `${indicator} ${stage}`)))];
  const table = tableOf(
    { zh: '地区比较', en: 'comparison' },
    ids,
    rows.map(
      ({ cells: own, name, area: _area, areas: _areas, ...row }): Row => ({
        ...row,
        name: name[language],
        ...Object.fromEntries(own.map((cell) => [`${cell.indicator} ${cell.stage}`, cell.coefficientOfVariation])),
      }),
    ),
  );
  return { ...table, columns: [...table.columns, ...cells.map((id) => ({ id, words: { zh: id, en: id } }))] };
}

function findingTable(findings: readonly Finding[], language: 'zh' | 'en'): ExportedTable {
  const ids = ['gravity', 'rule', 'county', 'unit', 'name', 'stage', 'message', 'remedy', 'state', 'reason'];
  const rows = findings.map(
    ({ gravity, rule, unit, stage, message, remedy, state, reason }): Row => ({
      gravity,
      rule,
      county: unit?.county ?? null,
      unit: unit?.unit ?? null,
      name: unit?.name ?? null,
      stage,
      message: message[language],
      remedy: remedy[language],
      state,
      reason,
    }),
  );
  return tableOf({ zh: '数据疑点', en: 'findings' }, ids, rows);
}

function nameIn(indicators: readonly IndicatorRef[], id: string, language: 'zh' | 'en'): string {
  return indicators.find((one) => one.id === id)?.name[language] ?? id;
}
