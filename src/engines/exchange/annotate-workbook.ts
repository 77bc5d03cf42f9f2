import ExcelJs from 'exceljs';
import type { LocalText } from '#core/locale';
import type { Finding } from '#engines/mapping';
import { openTable, type TableFile } from '#engines/sheets';
import type { Upload } from './model.ts';

type Locale = 'zh-CN' | 'en';

const fills = { refused: 'FFFFC7CE', warning: 'FFFFEB9C', note: 'FFDDEBF7' } as const;
const words = {
  listSheet: { zh: '问题清单', en: 'Findings' },
  severities: {
    refused: { zh: '错误', en: 'error' },
    warning: { zh: '提醒', en: 'warning' },
    note: { zh: '说明', en: 'note' },
  },
  columns: [
    { zh: '类别', en: 'Kind' },
    { zh: '工作表', en: 'Sheet' },
    { zh: '单元格', en: 'Cell' },
    { zh: '内容', en: 'Value' },
    { zh: '问题', en: 'What is wrong' },
    { zh: '怎么改', en: 'What to do' },
  ],
} as const;

/** Files with more rows come back with only the rows that have findings, at their own row numbers. */
const mostCopiedRows = 50_000;
const largestLoadedBytes = 8 * 1024 * 1024;

/** The uploaded file as a workbook with every wrong cell filled and explained, and all findings on a last sheet. */
export async function annotateWorkbook(
  file: Upload,
  findings: readonly Finding[],
  locale: Locale,
): Promise<Uint8Array> {
  const table = openTable(file.bytes, file.name);
  const workbook = (await loadOriginal(file, table)) ?? copyValues(table, findings);
  for (const finding of findings) {
    markCell(workbook, finding, locale);
  }
  addList(workbook, findings, locale);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** The workbook with its own formats; undefined where it is too large or the library cannot take it, and values must do. */
async function loadOriginal(file: Upload, table: TableFile): Promise<ExcelJs.Workbook | undefined> {
  if (table.kind === 'csv' || file.bytes.length > largestLoadedBytes) {
    return undefined;
  }
  try {
    const workbook = new ExcelJs.Workbook();
    await workbook.xlsx.load(file.bytes.slice().buffer);
    return workbook.worksheets.length === 0 ? undefined : workbook;
  } catch {
    return undefined;
  }
}

function copyValues(table: TableFile, findings: readonly Finding[]): ExcelJs.Workbook {
  const workbook = new ExcelJs.Workbook();
  for (const sheet of table.sheets) {
    const copy = workbook.addWorksheet(sheetName(sheet.name), { state: sheet.hidden ? 'hidden' : 'visible' });
    const marked = new Set(findings.filter(({ place }) => place.sheet === sheet.name).map(({ place }) => place.row));
    let copied = 0;
    for (const row of table.rows(sheet.index)) {
      if (copied < mostCopiedRows || marked.has(row.number)) {
        copied++;
        for (const [column, cell] of row.cells.entries()) {
          if (cell !== null) {
            copy.getCell(row.number, column + 1).value = typeof cell === 'string' ? cell : cell.value;
          }
        }
      }
    }
  }
  return workbook;
}

function markCell(workbook: ExcelJs.Workbook, { place, severity, message, remedy }: Finding, locale: Locale): void {
  const sheet = workbook.getWorksheet(sheetName(place.sheet)) ?? workbook.getWorksheet(place.sheet);
  if (sheet === undefined || place.row < 1) {
    return;
  }
  const cell = sheet.getCell(`${place.column === '' ? 'A' : place.column}${place.row}`);
  const before = typeof cell.note === 'string' ? `${cell.note}\n` : '';
  cell.note = `${before}${inLocale(message, locale)}\n→ ${inLocale(remedy, locale)}`;
  cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: fills[severity] } };
}

function addList(workbook: ExcelJs.Workbook, findings: readonly Finding[], locale: Locale): void {
  const name = inLocale(words.listSheet, locale);
  const list = workbook.addWorksheet(workbook.getWorksheet(name) === undefined ? name : `${name} (2)`);
  list.addRow(words.columns.map((column) => inLocale(column, locale))).font = { bold: true };
  for (const { severity, place, value, message, remedy } of findings) {
    const cell = place.row < 1 ? '' : `${place.column}${place.row}`;
    const kind = inLocale(words.severities[severity], locale);
    const row = list.addRow([kind, place.sheet, cell, value, inLocale(message, locale), inLocale(remedy, locale)]);
    row.getCell(1).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: fills[severity] } };
    row.alignment = { wrapText: true, vertical: 'top' };
  }
  for (const [nth, width] of [8, 16, 10, 24, 50, 50].entries()) {
    list.getColumn(nth + 1).width = width;
  }
  list.views = [{ state: 'frozen', ySplit: 1 }];
  list.autoFilter = { from: 'A1', to: 'F1' };
}

function inLocale(text: LocalText, locale: Locale): string {
  return locale === 'en' ? text.en : text.zh;
}

/** Excel's own rule for sheet names, which a CSV's file name need not follow. */
function sheetName(name: string): string {
  return name.replaceAll(/[\\/?*:[\]]/g, ' ').slice(0, 31) || 'Sheet1';
}
