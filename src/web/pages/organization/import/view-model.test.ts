import { expect, it } from 'vitest';
import {
  type Batch,
  firstSheet,
  headerRowCount,
  type ImportFinding,
  inFileOrder,
  joinChecked,
  marksOf,
  missingFirst,
  missingOf,
  placeText,
  rowOfAddress,
  ruleStanding,
  stepsThrough,
  verdictOf,
  yearChoices,
} from './view-model.ts';

const finding = (sheet: string, row: number, severity: ImportFinding['severity']): ImportFinding => ({
  code: 'x',
  severity,
  place: { file: 'f.xlsx', sheet, row, column: 'B' },
  value: '',
  message: { zh: '', en: '' },
  remedy: { zh: '', en: '' },
  rule: null,
});
const batch: Batch = {
  batch: 'b',
  area: '990001',
  schoolYear: 2026,
  profile: 'p',
  fileName: 'f.xlsx',
  state: 'previewed',
  sheets: [],
  counties: [],
  rowsRead: 214,
  rowsReady: 212,
  by: 'clerk',
  createdAt: '',
  committedAt: null,
  undoneAt: null,
  undoReason: null,
};

it('says what the file deserves', () => {
  expect(verdictOf({ rowsRead: 214, rowsReady: 212, refused: 2 })).toBe('ready');
  expect(verdictOf({ rowsRead: 214, rowsReady: 214, refused: 0 })).toBe('allReady');
  expect(verdictOf({ rowsRead: 214, rowsReady: 0, refused: 0 })).toBe('nothing');
});

it('finds a checked file again by its batch', () => {
  const findings = [finding('A', 1, 'refused'), finding('A', 2, 'warning')];
  expect(joinChecked(batch, findings, undefined)).toMatchObject({
    refused: 1,
    warnings: 1,
    committable: false,
    sheets: null,
  });
  expect(joinChecked(batch, [], undefined).committable).toBe(true);
});

it('offers the years around those that are known', () => {
  expect(yearChoices([2026, 2025])).toEqual([2027, 2026, 2025, 2024]);
});

it('lists what was not accepted first, then in the order of the file', () => {
  const rows = [
    finding('B', 3, 'warning'),
    finding('B', 9, 'refused'),
    finding('A', 12, 'refused'),
    finding('B', 2, 'refused'),
  ];
  expect(inFileOrder(rows).map((one) => `${one.place.sheet}${one.place.row}`)).toEqual(['A12', 'B2', 'B9', 'B3']);
});

it('names a cell as the spreadsheet does', () => {
  expect(placeText({ file: '', sheet: 'A', row: 14, column: 'F' })).toBe('F14');
  expect(placeText({ file: '', sheet: 'A', row: 0, column: '' })).toBe('');
});

const sheetOf = (name: string, lastRow = 9, hidden = false) => ({ name, lastRow, hidden });

it('opens the sheet that needs somebody', () => {
  const sheets = [sheetOf('说明', 9), sheetOf('学校'), sheetOf('班级')];
  expect(firstSheet(sheets, [])?.name).toBe('说明');
  expect(firstSheet(sheets, [finding('学校', 3, 'warning'), finding('班级', 3, 'refused')])?.name).toBe('班级');
  expect(firstSheet([sheetOf('甲', 0), sheetOf('乙', 4, true), sheetOf('丙')], [])?.name).toBe('丙');
});

it('marks cells by their address and goes through them in reading order', () => {
  const at = (row: number, column: string): ImportFinding => ({
    ...finding('学校', row, 'refused'),
    place: { file: 'f', sheet: '学校', row, column },
  });
  const marks = marksOf(
    [at(7, 'AA'), at(7, 'C'), at(3, 'B'), at(3, 'B'), at(9, ''), finding('班级', 2, 'note')],
    '学校',
  );
  expect(stepsThrough(marks)).toEqual(['B3', 'C7', 'AA7', '9']);
  expect(marks.get('B3')).toHaveLength(2);
  expect(['AA7', '9', ''].map(rowOfAddress)).toEqual([7, 9, 0]);
});

it('takes the rows above the first number for the header', () => {
  const rows = (...cells: string[][]) => cells.map((row, place) => ({ number: place + 1, cells: row }));
  expect(headerRowCount(rows(['学校', '学生'], ['实验小学', '800']))).toBe(1);
  expect(headerRowCount(rows(['基础基112'], ['学校', '学生'], ['甲', '乙'], ['1', '2']))).toBe(3);
  expect(headerRowCount(rows(['1', '2'], ['3', '4']))).toBe(1);
  expect(headerRowCount([])).toBe(1);
});

it('names first who has not reported', () => {
  const rows = ['甲', '乙', '丙'].map((name) => ({ name, submitted: name !== '乙' }));
  expect(missingFirst(rows).map(({ name }) => name)).toEqual(['乙', '甲', '丙']);
});

it('says how a rule between forms stands, and each reason once', () => {
  expect(ruleStanding({ state: 'notJudged', findings: 0 })).toBe('notJudged');
  expect(ruleStanding({ state: 'judged', findings: 0 })).toBe('clean');
  expect(ruleStanding({ state: 'judged', findings: 2 })).toBe('found');
  const part = (zh: string) => ({ part: { zh: '甲', en: 'a' }, why: { zh, en: '' } });
  expect(missingOf({ notJudged: [part('缺一'), part('缺一'), part('缺二')] }).map(({ zh }) => zh)).toEqual([
    '缺一',
    '缺二',
  ]);
});
