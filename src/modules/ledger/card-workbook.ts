import type { ReportWorkbook } from '#engines/documents';
import type { ComplianceCard } from './contract.ts';

const words = {
  zh: {
    title: '办学条件达标卡',
    family: '类别',
    item: '项目',
    stage: '学段',
    value: '现值',
    line: '标准',
    unit: '单位',
    gap: '缺口',
    resource: '缺口单位',
    status: '结论',
    clause: '依据',
    confidence: '可信度',
    noLine: '待省里填定',
  },
  en: {
    title: 'Compliance card',
    family: 'Family',
    item: 'Item',
    stage: 'Stage',
    value: 'Value',
    line: 'Line',
    unit: 'Unit',
    gap: 'Short by',
    resource: 'of',
    status: 'Verdict',
    clause: 'Clause',
    confidence: 'Confidence',
    noLine: 'for the province to set',
  },
} as const;

const statusWords = {
  zh: { met: '达标', near: '达标（临界）', notMet: '未达标', noData: '缺数据', notApplicable: '不判定' },
  en: { met: 'met', near: 'met, near the line', notMet: 'not met', noData: 'no data', notApplicable: 'not judged' },
} as const;
const stageWords: Readonly<Record<'zh' | 'en', Readonly<Record<string, string>>>> = {
  zh: { kindergarten: '幼儿园', primary: '小学', junior: '初中', senior: '高中', special: '特殊教育', all: '全校' },
  en: {
    kindergarten: 'Kindergarten',
    primary: 'Primary',
    junior: 'Junior',
    senior: 'Senior',
    special: 'Special',
    all: 'Whole school',
  },
};

/** The card as a workbook: the same rows in the same order as the screen, figures unrounded. */
export function cardWorkbook(card: ComplianceCard, language: 'zh' | 'en'): ReportWorkbook {
  const say = words[language];
  const columns = [
    { header: say.family, widthCharacters: 18 },
    { header: say.item, widthCharacters: 34 },
    { header: say.stage, widthCharacters: 10 },
    { header: say.value, widthCharacters: 12 },
    { header: say.line, widthCharacters: 14 },
    { header: say.unit, widthCharacters: 14 },
    { header: say.gap, widthCharacters: 12 },
    { header: say.resource, widthCharacters: 12 },
    { header: say.status, widthCharacters: 14 },
    { header: say.clause, widthCharacters: 26 },
    { header: say.confidence, widthCharacters: 12 },
  ];
  const rows = card.families.flatMap((family) =>
    family.items.map((item) => [
      family.name[language],
      item.title[language],
      stageWords[language][item.stage] ?? item.stage,
      item.value,
      item.hasLine ? item.threshold : say.noLine,
      item.unit[language],
      item.shortfall > 0 ? item.shortfall : null,
      item.shortfall > 0 ? item.resource[language] : null,
      statusWords[language][item.status],
      item.clause,
      item.confidence,
    ]),
  );
  const title = `${card.school.name} ${say.title} ${card.schoolYear}`;
  const notes = card.standards.map(({ name, version }) => `${name[language]} ${version}`);
  return { title, sheets: [{ name: say.title, title, subtitle: card.area.name, columns, rows, notes }] };
}
