import { expect, it } from 'vitest';
import {
  type Batch,
  type ImportFinding,
  inFileOrder,
  joinChecked,
  placeText,
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
