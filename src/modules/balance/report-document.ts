import { type Bar, type Block, barChart, type OfficialDocument } from '#engines/documents';
import { figureBesideLine, figureText } from './report-figures.ts';
import { indicatorOf, type ReportSource } from './report-source.ts';
import {
  areaIndicatorTable,
  attestedTable,
  coefficientTable,
  failingSchoolTable,
  gapTable,
  schoolTables,
} from './report-tables.ts';
import { conclusionWords, heads, type ReportLanguage, stageWords } from './report-words.ts';

/** Above this many rows the details of schools stand in the workbook only. */
const mostSchoolRows = 600;

/** The self-evaluation report of an area as an official document; every figure is one that the overview or the school list shows. */
export function buildReportDocument(source: ReportSource, language: ReportLanguage): OfficialDocument {
  const { area, standard, schoolYear } = source.overview;
  const years = `${schoolYear}—${schoolYear + 1}`;
  const isDetailed = source.schools.length > 0 && source.schools.length <= mostSchoolRows;
  return {
    language,
    title: { zh: `${area.name}自评报告`, en: `${area.name}: self-evaluation` }[language],
    subtitle: `${standard.name[language]}${{ zh: `（${years}学年）`, en: ` (school year ${years})` }[language]}`,
    body: [
      heading(heads.conclusion[language]),
      ...conclusion(source, language),
      ...coefficientSection(source, language),
      ...schoolSection(source, language),
      ...(source.overview.areaIndicators.length > 0
        ? [heading(heads.area[language]), areaIndicatorTable(source, language)]
        : []),
      ...(source.attested.length > 0 ? [heading(heads.attested[language]), attestedTable(source, language)] : []),
      ...(source.overview.gaps.length > 0 ? [heading(heads.gaps[language]), gapTable(source, language)] : []),
      heading(heads.basis[language]),
      basis(source, language),
    ],
    signature: { organization: { zh: `${area.name}（盖章）`, en: area.name }[language], on: source.writtenOn },
    ...(isDetailed
      ? {
          attachments: [
            {
              title: { zh: '各校指标明细', en: 'Indicators of every school' }[language],
              body: schoolTables(source, language),
            },
          ],
        }
      : {}),
  };
}

const heading = (text: string): Block => ({ kind: 'heading', level: 1, text });

function conclusion({ overview }: ReportSource, language: ReportLanguage): Block[] {
  const { coefficients, schoolStages, attestationsOpen, schools } = overview.counts;
  const sentences = {
    zh: [
      `经对照“${overview.standard.name.zh}”自评，${overview.area.name}${conclusionWords[overview.verdict].zh}。`,
      `参评学校${schools}所，按学段计${schoolStages.total}个，其中不达标${schoolStages.outside}个、缺数据${schoolStages.noData}个，另有${schoolStages.excluded}个按规定不参评；`,
      `校际差异系数${coefficients.total}项，其中超过限值${coefficients.outside}项、缺数据${coefficients.noData}项；`,
      `须人工认定的项目中尚有${attestationsOpen}项未答复。`,
    ],
    en: [
      `Measured against “${overview.standard.name.en}”, ${conclusionWords[overview.verdict].en}. `,
      `${schools} schools take part, ${schoolStages.total} school-stages: ${schoolStages.outside} do not pass, ${schoolStages.noData} lack data, ${schoolStages.excluded} are excluded by rule. `,
      `Of ${coefficients.total} coefficients ${coefficients.outside} exceed their limit and ${coefficients.noData} lack data. `,
      `${attestationsOpen} attested items are still open.`,
    ],
  };
  return [{ kind: 'paragraph', text: sentences[language].join('') }];
}

function coefficientSection(source: ReportSource, language: ReportLanguage): Block[] {
  if (source.overview.coefficients.length === 0) return [];
  const caption = { zh: '校际差异系数与限值', en: 'Coefficients against their limits' }[language];
  const legend = {
    zh: '横条为差异系数，黑色为超过限值；红色竖线为限值',
    en: 'bar: coefficient, black where it exceeds the limit; red line: limit',
  }[language];
  const bars = source.overview.coefficients.map(
    (row): Bar => ({
      label: `${stageWords[row.stage][language]} ${indicatorOf(source, row.indicator).name[language]}`,
      value: row.coefficientOfVariation ?? Number.NaN,
      shown: figureBesideLine(row.coefficientOfVariation, row.limit, 3),
      limit: row.limit ?? Number.NaN,
      isOutside: row.verdict === 'notMet',
    }),
  );
  const alternative = bars.map(({ label, shown }) => `${label} ${shown}`).join('; ');
  return [
    heading(heads.coefficients[language]),
    { kind: 'chart', caption, drawing: barChart(bars, legend, alternative) },
    coefficientTable(source, language),
  ];
}

function schoolSection(source: ReportSource, language: ReportLanguage): Block[] {
  if (source.schools.length === 0) return [];
  const failing = failingSchoolTable(source, language);
  const text = {
    zh: `未达标或缺数据的共${figureText(failing.rows.length, 0)}个（按学段计）${failing.rows.length > mostSchoolRows ? '，明细见随附的工作簿' : ''}。`,
    en: `${figureText(failing.rows.length, 0)} school-stages do not pass or lack data${failing.rows.length > mostSchoolRows ? '; the workbook lists them' : ''}.`,
  }[language];
  return [
    heading(heads.schools[language]),
    { kind: 'paragraph', text },
    ...(failing.rows.length > 0 && failing.rows.length <= mostSchoolRows ? [failing] : []),
  ];
}

function basis({ overview }: ReportSource, language: ReportLanguage): Block {
  const { standard, schoolYear } = overview;
  // The beginning of a hash tells data apart; a line of 64 letters would break the page.
  const inputsHash = overview.inputsHash.slice(0, 16);
  const text = {
    zh: `本报告依据标准“${standard.name.zh}”（${standard.id}，版本${standard.version}）和${schoolYear}—${schoolYear + 1}学年数据计算，数据指纹为${inputsHash}。显示值按位数舍入，判定一律用未舍入的数值；每个数值均可在系统中追溯到来源单元格。`,
    en: `Computed from the data of the school year ${schoolYear}—${schoolYear + 1} with the standard ${standard.id}, version ${standard.version}; fingerprint of the data: ${inputsHash}. Shown figures are rounded, verdicts compare unrounded ones; each figure can be traced to its source cell.`,
  }[language];
  return { kind: 'paragraph', text };
}
