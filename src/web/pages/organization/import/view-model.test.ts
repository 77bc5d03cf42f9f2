import { expect, it } from 'vitest';
import { type ImportFinding, inFileOrder, isTable, type Preview, placeText, verdictOf } from './view-model.ts';

const finding = (sheet: string, row: number, severity: ImportFinding['severity']): ImportFinding => ({
  code: 'x',
  severity,
  place: { file: 'f.xlsx', sheet, row, column: 'B' },
  value: '',
  message: { zh: '', en: '' },
  remedy: { zh: '', en: '' },
});
const preview: Preview = {
  batch: 'b',
  profile: 'p',
  fileName: 'f.xlsx',
  fileSha256: '',
  schoolYears: [2026],
  counties: [],
  sheets: [],
  rowsRead: 214,
  rowsReady: 212,
  refused: 2,
  warnings: 0,
  findings: [],
  changes: [],
  committable: false,
};

it('says what the file deserves', () => {
  expect(verdictOf(preview)).toBe('ready');
  expect(verdictOf({ ...preview, rowsReady: 214, refused: 0 })).toBe('allReady');
  expect(verdictOf({ ...preview, rowsReady: 0 })).toBe('nothing');
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

it('knows the files that hold tables', () => {
  expect(isTable({ name: '报表.XLSX' })).toBe(true);
  expect(isTable({ name: 'photo.jpg' })).toBe(false);
});
