import ExcelJS from 'exceljs';
import type { ReportColumn, ReportSheet, ReportWorkbook } from './workbook-model.ts';

const thin = { style: 'thin' } as const;
const allBorders = { top: thin, bottom: thin, left: thin, right: thin };
const centered = { horizontal: 'center', vertical: 'middle', wrapText: true } as const;

/**
 * Writes a workbook in the shape of official tables: a title, heads in one or two rows, borders, A4 print with repeated heads.
 *
 * @param writtenAt The instant stamped into the file.
 */
export async function writeWorkbook(workbook: ReportWorkbook, writtenAt: Date): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.title = workbook.title;
  book.creator = 'Junheng 均衡';
  book.created = writtenAt;
  book.modified = writtenAt;
  for (const sheet of workbook.sheets) addSheet(book, sheet);
  return Buffer.from(await book.xlsx.writeBuffer());
}

function addSheet(book: ExcelJS.Workbook, sheet: ReportSheet): void {
  const last = sheet.columns.length;
  const isGrouped = sheet.columns.some(({ group }) => group !== undefined);
  const page = book.addWorksheet(sheet.name, {
    pageSetup: {
      paperSize: 9,
      orientation: last > 8 ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
  });
  page.columns = sheet.columns.map(({ widthCharacters }) => ({ width: widthCharacters }));
  page.addRow([sheet.title]).height = 30;
  page.mergeCells(1, 1, 1, last);
  page.getCell(1, 1).style = { font: { name: '宋体', size: 18, bold: true }, alignment: centered };
  page.addRow([sheet.subtitle ?? '']);
  page.mergeCells(2, 1, 2, last);
  page.getCell(2, 1).style = { font: { name: '宋体', size: 11 }, alignment: { horizontal: 'right' } };
  const headRows = addHead(page, sheet.columns, isGrouped);
  for (const values of sheet.rows) addValues(page, sheet.columns, values);
  for (const note of sheet.notes ?? []) addNote(page, note, last);
  page.views = [{ state: 'frozen', xSplit: 1, ySplit: 2 + headRows }];
  page.pageSetup.printTitlesRow = `1:${2 + headRows}`;
}

/** Draws the heads; answers how many rows they take. */
function addHead(page: ExcelJS.Worksheet, columns: readonly ReportColumn[], isGrouped: boolean): number {
  const top = 3;
  if (isGrouped) page.addRow(columns.map(({ group, header }) => group ?? header));
  page.addRow(columns.map(({ header }) => header));
  const rows = isGrouped ? 2 : 1;
  for (let row = top; row < top + rows; row++) {
    page.getRow(row).eachCell((cell) => {
      cell.style = { font: { name: '宋体', size: 11, bold: true }, alignment: centered, border: allBorders };
    });
  }
  if (isGrouped) mergeGroups(page, columns, top);
  return rows;
}

function mergeGroups(page: ExcelJS.Worksheet, columns: readonly ReportColumn[], top: number): void {
  let start = 0;
  for (let end = 1; end <= columns.length; end++) {
    const group = columns[start]?.group;
    if (group !== undefined && columns[end]?.group === group) continue;
    if (group === undefined) page.mergeCells(top, start + 1, top + 1, start + 1);
    else if (end - start > 1) page.mergeCells(top, start + 1, top, end);
    start = end;
  }
}

function addValues(
  page: ExcelJS.Worksheet,
  columns: readonly ReportColumn[],
  values: ReportSheet['rows'][number],
): void {
  const row = page.addRow([...values]);
  columns.forEach((column, index) => {
    const cell = row.getCell(index + 1);
    cell.style = {
      font: { name: '宋体', size: 11 },
      border: allBorders,
      alignment: {
        vertical: 'middle',
        horizontal: typeof values[index] === 'number' ? 'right' : 'left',
        wrapText: true,
      },
      ...(column.format === undefined ? {} : { numFmt: column.format }),
    };
  });
}

function addNote(page: ExcelJS.Worksheet, note: string, last: number): void {
  const row = page.addRow([note]);
  page.mergeCells(row.number, 1, row.number, last);
  row.getCell(1).style = { font: { name: '宋体', size: 10 }, alignment: { wrapText: true, vertical: 'top' } };
}
