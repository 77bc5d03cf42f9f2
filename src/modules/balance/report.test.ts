import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Coefficient, IndicatorRef, Overview, SchoolRow } from './contract.ts';
import { figureBesideLine, figureText, moneyFigureText } from './report-figures.ts';
import type { ReportSource } from './report-source.ts';
import { writeReport } from './write-report.ts';

const writtenAt = new Date('2026-11-21T08:00:00Z');
const area = { code: '990101', name: '虚构县', level: 'county' } as const;
const indicator: IndicatorRef = {
  id: 'R2',
  name: { zh: '每百名学生拥有骨干教师数', en: 'Backbone teachers per 100 pupils' },
  unit: { zh: '人', en: 'teachers' },
  decimals: 2,
  direction: 'atLeast',
};
const coefficient: Coefficient = {
  indicator: 'R2',
  stage: 'primary',
  schools: 2,
  missing: 0,
  mean: 1.0333,
  standardDeviation: 0.5325,
  coefficientOfVariation: 0.515257,
  limit: 0.5,
  verdict: 'notMet',
  status: 'notMet',
  previous: null,
  drivers: [],
};
const row = (unit: string, name: string, value: number | null): SchoolRow => ({
  unit,
  name,
  county: area.code,
  stage: 'primary',
  category: 'primary',
  ownership: 'public',
  urbanRural: 'rural',
  pupils: 320,
  met: 0,
  of: 1,
  verdict: value === null ? 'noData' : 'notMet',
  status: value === null ? 'noData' : 'notMet',
  excludedBy: null,
  values: {
    R2: {
      value,
      threshold: 1,
      verdict: value === null ? 'noData' : 'notMet',
      status: value === null ? 'noData' : 'notMet',
    },
  },
});
const overview: Overview = {
  area,
  path: [],
  schoolYear: 2026,
  years: [2026],
  standard: { id: 'CN-QB-2017', version: '1', name: { zh: '优质均衡督导评估', en: 'Quality and balance' } },
  inputsHash: 'abc123',
  snapshot: null,
  verdict: 'notMet',
  counts: {
    coefficients: { total: 1, outside: 1, noData: 0 },
    schoolStages: { total: 2, outside: 1, noData: 1, excluded: 0 },
    attestationsOpen: 1,
    schools: 2,
    schoolsWithoutFacts: 0,
    areas: { total: 0, met: 0, notMet: 0, noData: 0 },
  },
  indicators: [indicator],
  coefficients: [coefficient],
  parts: [],
  areaIndicators: [],
  gaps: [
    {
      indicator: 'R2',
      stage: 'primary',
      schools: 1,
      amountShort: 3,
      resource: { zh: '人', en: 'teachers' },
      costFen: 1_234_567_00,
    },
  ],
  map: [],
  previousYear: null,
  changes: [],
  schoolsWithoutFacts: [],
};
const recognition: ReportSource['attested'][number] = {
  item: 'S1',
  part: 'recognition',
  kind: 'survey',
  name: { zh: '社会认可度', en: 'Social recognition' },
  clause: '社会认可度',
  answerKind: 'number',
  unit: { zh: '%', en: '%' },
  decimals: 1,
  range: [0, 100],
  threshold: 85,
  answer: 89.3,
  evidence: '',
  by: null,
  at: null,
  verdict: 'met',
};
const source: ReportSource = {
  overview,
  schools: [row('2199000001', '𠮷祥小学', 0.99996), row('2199000002', '第二小学', null)],
  attested: [recognition],
  writtenOn: '2026-11-21',
};

test('figures keep the digits that tell them from their line', () => {
  expect(figureText(12_345.678)).toBe('12,345.68');
  expect(figureText(-0.0001)).toBe('0');
  expect(figureText(null)).toBe('—');
  expect(figureBesideLine(0.99996, 1)).toBe('0.99996');
  expect(figureBesideLine(1, 1)).toBe('1.00');
  expect(figureBesideLine(0.5000004, 0.5, 3)).toBe('0.5000004');
  expect(figureBesideLine(0.515257, 0.5, 3)).toBe('0.515');
  expect(moneyFigureText(1_234_567_00, 'zh')).toBe('123.5万元');
});

test('the docx holds the conclusion and each figure as the screen shows it', async () => {
  const { bytes, name } = await writeReport(source, 'docx', 'zh', writtenAt);
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  const words = [
    '虚构县自评报告',
    '优质均衡督导评估（2026—2027学年）',
    '虚构县尚未达到标准要求',
    '0.515',
    '0.53',
    '𠮷祥小学',
    '每百名学生拥有骨干教师数 0.99996（1）',
    '123.5万元',
    '89.3%',
    '85%',
    'abc123',
    '2026年11月21日',
  ];
  for (const word of words) expect(xml).toContain(word);
  expect(name).toBe('虚构县-CN-QB-2017-2026.docx');
});

test('the PDF names the character that its font lacks', async () => {
  const { bytes, missing } = await writeReport(source, 'pdf', 'zh', writtenAt);
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(missing).toEqual(['𠮷']);
});

test('the workbook holds the unrounded values and the line of the area', async () => {
  const { bytes } = await writeReport(source, 'xlsx', 'zh', writtenAt);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  expect(book.worksheets.map(({ name }) => name)).toEqual(['差异系数', '小学', '须人工认定的项目']);
  const attested = book.getWorksheet('须人工认定的项目');
  expect([3, 4, 5].map((at) => attested?.getRow(4).getCell(at).value)).toEqual([89.3, 85, '%']);
  expect(book.getWorksheet('差异系数')?.getCell('F4').value).toBe(0.515257);
  const sheet = book.getWorksheet('小学');
  expect(sheet?.getCell('D5').value).toBe(0.99996);
  expect(sheet?.getCell('D6').value).toBeNull();
  expect([7, 8, 9, 10].map((at) => sheet?.getCell(`D${at}`).value)).toEqual([1.0333, 0.5325, 0.515257, 0.5]);
});

test('the English report speaks English', async () => {
  const { bytes } = await writeReport(source, 'docx', 'en', writtenAt);
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  expect(xml).toContain('the requirements of the standard are not met yet');
  expect(xml).toContain('Backbone teachers per 100 pupils');
});
