import type { ReportColumn, ReportSheet, ReportValue, ReportWorkbook } from '#engines/documents';
import type { Coefficient, IndicatorRef, SchoolRow } from './contract.ts';
import { answerText } from './report-figures.ts';
import { indicatorOf, judgedStages, type ReportSource } from './report-source.ts';
import { heads, type ReportLanguage, stageWords, verdictWords } from './report-words.ts';

const ratioFormat = '0.000';

/** The official tables: a sheet of coefficients, for each stage every school above the line of its area, and what people attested. */
export function buildReportWorkbook(source: ReportSource, language: ReportLanguage): ReportWorkbook {
  const { area, standard, schoolYear } = source.overview;
  const subtitle = `${area.name}　${schoolYear}—${schoolYear + 1}`;
  return {
    title: `${area.name} ${standard.name[language]}`,
    sheets: [
      coefficientSheet(source, language, subtitle),
      ...judgedStages(source).map(({ stage, indicators, rows }) =>
        stageSheet(source, language, subtitle, stage, indicators, rows),
      ),
      ...(source.attested.length > 0 ? [attestedSheet(source, language, subtitle)] : []),
    ],
  };
}

function coefficientSheet(source: ReportSource, language: ReportLanguage, subtitle: string): ReportSheet {
  const column = (header: string, widthCharacters: number, format?: string): ReportColumn => ({
    header,
    widthCharacters,
    ...(format === undefined ? {} : { format }),
  });
  return {
    name: heads.coefficient[language],
    title: `${source.overview.standard.name[language]}　${heads.coefficients[language]}`,
    subtitle,
    columns: [
      column(heads.stage[language], 10),
      column(heads.indicator[language], 42),
      column(heads.counted[language], 10),
      column(heads.mean[language], 12, ratioFormat),
      column(heads.deviation[language], 12, ratioFormat),
      column(heads.coefficient[language], 12, ratioFormat),
      column(heads.limit[language], 10, '0.00'),
      column(heads.verdict[language], 10),
    ],
    rows: source.overview.coefficients.map((row) => [
      stageWords[row.stage][language],
      indicatorOf(source, row.indicator).name[language],
      row.schools,
      row.mean,
      row.standardDeviation,
      row.coefficientOfVariation,
      row.limit,
      verdictWords[row.verdict][language],
    ]),
    notes: [roundingNote(language)],
  };
}

function stageSheet(
  source: ReportSource,
  language: ReportLanguage,
  subtitle: string,
  stage: SchoolRow['stage'],
  indicators: readonly IndicatorRef[],
  rows: readonly SchoolRow[],
): ReportSheet {
  const coefficientOf = (indicator: string) =>
    source.overview.coefficients.find((row) => row.indicator === indicator && row.stage === stage);
  const areaRow = (head: string, pick: (row: Coefficient) => ReportValue): ReportValue[] => [
    head,
    '',
    null,
    ...indicators.flatMap(({ id }) => {
      const found = coefficientOf(id);
      return [found === undefined ? null : pick(found), ''];
    }),
    null,
    '',
  ];
  return {
    name: stageWords[stage][language],
    title: `${source.overview.standard.name[language]}　${stageWords[stage][language]}`,
    subtitle,
    columns: [
      { header: heads.school[language], widthCharacters: 28 },
      { header: heads.identifier[language], widthCharacters: 14 },
      { header: heads.pupils[language], widthCharacters: 10, format: '#,##0' },
      ...indicators.flatMap(({ name, decimals }): ReportColumn[] => [
        {
          header: heads.value[language],
          group: name[language],
          widthCharacters: 10,
          format: decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`,
        },
        { header: heads.verdict[language], group: name[language], widthCharacters: 8 },
      ]),
      { header: heads.met[language], widthCharacters: 10 },
      { header: heads.verdict[language], widthCharacters: 10 },
    ],
    rows: [
      ...rows.map((row) => schoolValues(row, indicators, language)),
      areaRow(heads.mean[language], ({ mean }) => mean),
      areaRow(heads.deviation[language], ({ standardDeviation }) => standardDeviation),
      areaRow(heads.coefficient[language], ({ coefficientOfVariation }) => coefficientOfVariation),
      areaRow(heads.limit[language], ({ limit }) => limit),
      areaRow(heads.verdict[language], ({ verdict }) => verdictWords[verdict][language]),
    ],
    notes: [roundingNote(language)],
  };
}

function schoolValues(row: SchoolRow, indicators: readonly IndicatorRef[], language: ReportLanguage): ReportValue[] {
  return [
    row.name,
    row.unit,
    row.pupils,
    ...indicators.flatMap(({ id }) => {
      const cell = row.values[id];
      return cell === undefined ? [null, ''] : [cell.value, verdictWords[cell.verdict][language]];
    }),
    row.met,
    verdictWords[row.verdict][language],
  ];
}

function attestedSheet(source: ReportSource, language: ReportLanguage, subtitle: string): ReportSheet {
  return {
    name: heads.attested[language],
    title: `${source.overview.standard.name[language]}　${heads.attested[language]}`,
    subtitle,
    columns: [
      { header: heads.item[language], widthCharacters: 48 },
      { header: heads.clause[language], widthCharacters: 18 },
      { header: heads.answer[language], widthCharacters: 12 },
      { header: heads.threshold[language], widthCharacters: 12 },
      { header: heads.unit[language], widthCharacters: 8 },
      { header: heads.verdict[language], widthCharacters: 10 },
    ],
    rows: source.attested.map((item) => [
      item.name[language],
      item.clause,
      typeof item.answer === 'number' ? item.answer : answerText(item, language),
      item.threshold,
      item.unit?.[language] ?? '',
      verdictWords[item.verdict][language],
    ]),
  };
}

function roundingNote(language: ReportLanguage): string {
  return {
    zh: '注：单元格保存未舍入的数值，按格式显示；空格为未报告。',
    en: 'Cells hold unrounded values shown by their format; an empty cell was not reported.',
  }[language];
}
