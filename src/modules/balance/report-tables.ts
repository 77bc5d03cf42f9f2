import type { DocumentTable, TableColumn } from '#engines/documents';
import {
  answerLineText,
  answerText,
  figureBesideLine,
  figureText,
  fixedFigureText,
  moneyFigureText,
  shareFigureText,
} from './report-figures.ts';
import { indicatorOf, judgedStages, type ReportSource } from './report-source.ts';
import { heads, type ReportLanguage, stageWords, verdictWords } from './report-words.ts';

const left = (header: string, weight: number): TableColumn => ({ header, weight, align: 'left' });
const middle = (header: string, weight: number): TableColumn => ({ header, weight, align: 'center' });
const right = (header: string, weight: number): TableColumn => ({ header, weight, align: 'right' });

/** Every coefficient with the moments it comes from, in the order of the overview: worst first. */
export function coefficientTable(source: ReportSource, language: ReportLanguage): DocumentTable {
  return {
    kind: 'table',
    caption: { zh: '校际差异系数', en: 'Coefficients of variation' }[language],
    columns: [
      middle(heads.stage[language], 1.1),
      left(heads.indicator[language], 4),
      right(heads.counted[language], 1.1),
      right(heads.mean[language], 1.4),
      right(heads.deviation[language], 1.4),
      right(heads.coefficient[language], 1.4),
      right(heads.limit[language], 1.1),
      middle(heads.verdict[language], 1.3),
    ],
    rows: source.overview.coefficients.map((row) => {
      const { name, decimals } = indicatorOf(source, row.indicator);
      return [
        stageWords[row.stage][language],
        name[language],
        figureText(row.schools, 0),
        fixedFigureText(row.mean, Math.max(2, decimals)),
        fixedFigureText(row.standardDeviation, Math.max(2, decimals)),
        figureBesideLine(row.coefficientOfVariation, row.limit, 3),
        fixedFigureText(row.limit, 2),
        verdictWords[row.verdict][language],
      ];
    }),
    note: {
      zh: '注：差异系数按学生数加权（总体标准差÷县均值）；判定用未舍入的数值。',
      en: 'Weighted by pupils (population standard deviation over the mean of the area); compared unrounded.',
    }[language],
  };
}

/** The schools that are judged and do not pass, with the indicators that are in the way. */
export function failingSchoolTable(source: ReportSource, language: ReportLanguage): DocumentTable {
  const failing = source.schools.filter(({ verdict }) => verdict === 'notMet' || verdict === 'noData');
  return {
    kind: 'table',
    caption: { zh: '未达标学校', en: 'Schools that do not pass' }[language],
    columns: [
      left(heads.school[language], 3),
      middle(heads.stage[language], 1),
      middle(heads.met[language], 1.2),
      left(heads.missed[language], 6),
    ],
    rows: failing.map((row) => [
      row.name,
      stageWords[row.stage][language],
      `${row.met}/${row.of}`,
      Object.entries(row.values)
        .filter(([, { verdict }]) => verdict === 'notMet' || verdict === 'noData')
        .map(([id, { value, threshold }]) => {
          const { name, decimals } = indicatorOf(source, id);
          return `${name[language]} ${figureBesideLine(value, threshold, decimals)}（${figureText(threshold, decimals)}）`;
        })
        .join('；'),
    ]),
    note: {
      zh: '注：括号内为标准值。',
      en: 'The threshold stands in brackets.',
    }[language],
  };
}

/** What the area itself must meet. */
export function areaIndicatorTable(source: ReportSource, language: ReportLanguage): DocumentTable {
  return {
    kind: 'table',
    caption: { zh: '县级指标', en: 'Indicators of the area' }[language],
    columns: [
      left(heads.indicator[language], 5),
      right(heads.value[language], 1.5),
      right(heads.threshold[language], 1.5),
      middle(heads.verdict[language], 1.3),
    ],
    rows: source.overview.areaIndicators.map((row) => {
      const { name, decimals, unit, stage } = row;
      const isShare = row.schools !== null || unit.en === 'share';
      const inUnit = isShare || unit[language] === '' ? name[language] : `${name[language]}（${unit[language]}）`;
      return [
        stage === 'all' ? inUnit : `${stageWords[stage][language]} ${inUnit}`,
        isShare ? shareFigureText(row.value, row.threshold) : figureBesideLine(row.value, row.threshold, decimals),
        isShare ? shareFigureText(row.threshold, null) : figureText(row.threshold, decimals),
        verdictWords[row.verdict][language],
      ];
    }),
  };
}

/** What a person answered, and what nobody has answered yet. */
export function attestedTable(source: ReportSource, language: ReportLanguage): DocumentTable {
  return {
    kind: 'table',
    caption: { zh: '须人工认定的项目', en: 'Items that a person attests' }[language],
    columns: [
      left(heads.item[language], 5),
      left(heads.clause[language], 3),
      right(heads.answer[language], 1.3),
      right(heads.threshold[language], 1.1),
      middle(heads.verdict[language], 1.3),
    ],
    rows: source.attested.map((item) => [
      item.name[language],
      item.clause,
      answerText(item, language),
      answerLineText(item, language),
      verdictWords[item.verdict][language],
    ]),
  };
}

/** What all schools together lack. */
export function gapTable(source: ReportSource, language: ReportLanguage): DocumentTable {
  return {
    kind: 'table',
    caption: { zh: '各指标缺口', en: 'Gaps by indicator' }[language],
    columns: [
      middle(heads.stage[language], 1),
      left(heads.indicator[language], 4),
      right(heads.counted[language], 1.2),
      right(heads.short[language], 2),
      right(heads.cost[language], 2),
    ],
    rows: source.overview.gaps.map(({ indicator, stage, schools, amountShort, resource, costFen }) => [
      stageWords[stage][language],
      indicatorOf(source, indicator).name[language],
      figureText(schools, 0),
      `${figureText(amountShort, 0)} ${resource[language]}`,
      moneyFigureText(costFen, language),
    ]),
  };
}

/** Every school of every stage with every indicator, one table a stage. */
export function schoolTables(source: ReportSource, language: ReportLanguage): readonly DocumentTable[] {
  return judgedStages(source).map(({ stage, indicators, rows }) => ({
    kind: 'table',
    caption: stageWords[stage][language],
    columns: [
      left(heads.school[language], 3.2),
      ...indicators.map(({ name }) => right(name[language], 1.5)),
      right(heads.met[language], 1),
      middle(heads.verdict[language], 1.4),
    ],
    rows: rows.map((row) => [
      row.name,
      ...indicators.map(({ id, decimals }) => {
        const cell = row.values[id];
        return cell === undefined ? '' : figureBesideLine(cell.value, cell.threshold, decimals);
      }),
      `${row.met}/${row.of}`,
      verdictWords[row.verdict][language],
    ]),
  }));
}
