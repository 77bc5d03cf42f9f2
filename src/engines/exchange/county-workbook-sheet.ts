import type ExcelJs from 'exceljs';
import { columnLetter } from '#engines/sheets';
import type { WorkbookColumn } from './county-workbook-layout.ts';

export type SheetRow = readonly (string | number | null)[];

/** Room below the filled rows for what is new. */
const spareRows = 500;
const red = { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFFFC7CE' } } as const;

/** Writes one sheet with its drop-downs, input checks, notes and red marks for what cannot be right. */
export function writeCheckedSheet(
  workbook: ExcelJs.Workbook,
  name: string,
  columns: readonly WorkbookColumn[],
  rows: readonly SheetRow[],
): void {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', xSplit: 2, ySplit: 1 }] });
  const header = sheet.addRow(columns.map((column) => column.header));
  header.font = { bold: true };
  header.alignment = { wrapText: true, vertical: 'middle' };
  const last = rows.length + 1 + spareRows;
  for (const [at, column] of columns.entries()) {
    sheet.getColumn(at + 1).width = column.width;
    const cell = header.getCell(at + 1);
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFD9D9D9' } };
    const note = noteOf(column);
    if (note !== '') {
      cell.note = note;
    }
    if (column.field?.type === 'identifier' || column.header === '学校标识码') {
      sheet.getColumn(at + 1).numFmt = '@';
    }
  }
  for (const row of rows) {
    sheet.addRow([...row]);
  }
  for (const [at, column] of columns.entries()) {
    addChecks(sheet, columnLetter(at), column, last);
  }
}

function noteOf({ field, measure }: WorkbookColumn): string {
  if (measure !== undefined) {
    const [low, high] = measure.range;
    return [measure.note?.zh ?? '', `范围 ${low}—${high}`].filter((line) => line !== '').join('\n');
  }
  return field?.required === true ? '必填' : '';
}

function addChecks(sheet: ExcelJs.Worksheet, letter: string, { field, measure }: WorkbookColumn, last: number): void {
  const ref = `${letter}2:${letter}${last}`;
  const range = measure?.range ?? field?.range;
  const isWhole = measure?.kind === 'count' || field?.type === 'integer';
  if (range !== undefined) {
    const [low, high] = range;
    const error = `应为 ${low} 到 ${high} 之间的${isWhole ? '整数' : '数'}`;
    validate(sheet, ref, {
      type: isWhole ? 'whole' : 'decimal',
      operator: 'between',
      allowBlank: true,
      formulae: [low, high],
      showErrorMessage: true,
      errorTitle: '请核对',
      error,
      errorStyle: 'warning',
    });
    const cell = `${letter}2`;
    const whole = isWhole ? `,${cell}<>INT(${cell})` : '';
    redWhere(sheet, ref, `AND(${cell}<>"",OR(NOT(ISNUMBER(${cell})),${cell}<${low},${cell}>${high}${whole}))`);
  }
  const choices =
    field?.type === 'boolean'
      ? ['是', '否']
      : field?.type === 'code'
        ? Object.entries(field.codes ?? {}).map(([code, names]) => names[0] ?? code)
        : [];
  const list = choices.join(',');
  // Excel allows a list of at most 255 characters.
  if (choices.length > 0 && list.length <= 255) {
    validate(sheet, ref, {
      type: 'list',
      allowBlank: true,
      formulae: [`"${list}"`],
      showErrorMessage: true,
      errorTitle: '请选择',
      error: '请从下拉列表中选择',
    });
  }
  if (field?.required === true && letter !== 'A') {
    redWhere(sheet, ref, `AND($A2<>"",${letter}2="")`);
  }
  if (letter === 'A' && field?.column === 'id') {
    redWhere(sheet, ref, `COUNTIF($A$2:$A$${last},$A2)>1`);
  }
}

function validate(sheet: ExcelJs.Worksheet, ref: string, rule: ExcelJs.DataValidation): void {
  const validations: unknown = Reflect.get(sheet, 'dataValidations');
  if (hasAdd(validations)) {
    validations.add(ref, rule);
  }
}

/** The library takes a rule for a whole range, though its types do not say so. */
function hasAdd(value: unknown): value is { add(ref: string, rule: ExcelJs.DataValidation): void } {
  return typeof value === 'object' && value !== null && 'add' in value && typeof value.add === 'function';
}

function redWhere(sheet: ExcelJs.Worksheet, ref: string, formula: string): void {
  sheet.addConditionalFormatting({
    ref,
    rules: [{ type: 'expression', priority: 1, formulae: [formula], style: { fill: red } }],
  });
}
