import type { Words } from '#standards';
import type { Comparison, ExportTable, Finding, IndicatorRef, Overview, SchoolRow } from './contract.ts';

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

const words: Readonly<Record<string, Words>> = {
  indicator: { zh: '指标', en: 'indicator' },
  indicatorName: { zh: '指标名称', en: 'indicator name' },
  stage: { zh: '学段', en: 'stage' },
  schools: { zh: '学校数', en: 'schools' },
  missing: { zh: '缺数据学校数', en: 'schools without data' },
  mean: { zh: '均值', en: 'mean' },
  standardDeviation: { zh: '标准差', en: 'standard deviation' },
  coefficientOfVariation: { zh: '差异系数', en: 'coefficient of variation' },
  limit: { zh: '上限', en: 'limit' },
  verdict: { zh: '结论', en: 'verdict' },
  previous: { zh: '上年差异系数', en: 'coefficient a year before' },
  unit: { zh: '学校标识码', en: 'school id' },
  name: { zh: '名称', en: 'name' },
  county: { zh: '县代码', en: 'county' },
  category: { zh: '办学类型', en: 'category' },
  ownership: { zh: '举办性质', en: 'ownership' },
  urbanRural: { zh: '城乡类型', en: 'urban-rural class' },
  pupils: { zh: '学生数', en: 'pupils' },
  met: { zh: '达标项数', en: 'indicators met' },
  of: { zh: '应达标项数', en: 'indicators counted' },
  excludedBy: { zh: '不适用原因', en: 'excluded by' },
  amountShort: { zh: '缺口', en: 'amount short' },
  resource: { zh: '单位', en: 'resource' },
  costFen: { zh: '估算费用（分）', en: 'cost (fen)' },
  part: { zh: '部分', en: 'part' },
  value: { zh: '数值', en: 'value' },
  threshold: { zh: '标准', en: 'line' },
  key: { zh: '代码', en: 'code' },
  rank: { zh: '名次', en: 'rank' },
  previousRank: { zh: '上年名次', en: 'rank a year before' },
  coefficientsOutside: { zh: '超限差异系数个数', en: 'coefficients outside' },
  schoolStages: { zh: '校（学段）数', en: 'school-stages' },
  schoolStagesOutside: { zh: '未达标校（学段）数', en: 'school-stages outside' },
  rule: { zh: '规则', en: 'rule' },
  gravity: { zh: '轻重', en: 'gravity' },
  message: { zh: '疑点', en: 'finding' },
  remedy: { zh: '处理办法', en: 'remedy' },
  state: { zh: '状态', en: 'state' },
  reason: { zh: '理由', en: 'reason' },
};

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
  return { words: title, columns: ids.map((id) => ({ id, words: words[id] ?? { zh: id, en: id } })), rows };
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
    ({ drivers: _, status: __, ...one }): Row => ({
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
      ({ values, status: _, ...row }): Row => ({
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
      ({ cells: own, name, area: _, areas: __, ...row }): Row => ({
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
