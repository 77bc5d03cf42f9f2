import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { columnLetters } from './column-letters.ts';
import { asWorkbook } from './table-xlsx.ts';

describe('a table as a workbook', () => {
  it('names columns as a spreadsheet does', () => {
    expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });

  it('is read back by another reader with numbers as numbers and codes as text', async () => {
    const book = new ExcelJS.Workbook();
    const bytes = asWorkbook('差距/清单', [
      ['学校', '标识码', '差额'],
      ['𠮷林<小学>&\u0001', '0012345678', 1.5],
      ['城关中学', null, Number.NaN],
    ]);
    await book.xlsx.load(bytes.buffer);
    const sheet = book.worksheets[0];
    expect(sheet?.name).toBe('差距 清单');
    expect(sheet?.getCell('A2').value).toBe('𠮷林<小学>&');
    expect(sheet?.getCell('B2').value).toBe('0012345678');
    expect(sheet?.getCell('C2').value).toBe(1.5);
    expect(sheet?.getCell('C3').value).toBeNull();
    expect(sheet?.rowCount).toBe(3);
  });

  it('shows as many decimals as the screen and keeps the whole number', async () => {
    const book = new ExcelJS.Workbook();
    const bytes = asWorkbook('生均', [['值'], [4.19964]], [2]);
    await book.xlsx.load(bytes.buffer);
    const cell = book.worksheets[0]?.getCell('A2');
    expect(cell?.value).toBe(4.19964);
    expect(cell?.numFmt).toBe('#,##0.00');
  });
});
