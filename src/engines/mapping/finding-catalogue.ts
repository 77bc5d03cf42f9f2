import type { Severity } from './finding.ts';

interface FindingTemplate {
  readonly severity: Severity;
  readonly zh: string;
  readonly en: string;
  readonly remedy: { readonly zh: string; readonly en: string };
}

const refused = (zh: string, en: string, remedyZh: string, remedyEn: string): FindingTemplate => ({
  severity: 'refused',
  zh,
  en,
  remedy: { zh: remedyZh, en: remedyEn },
});
const warning = (zh: string, en: string, remedyZh: string, remedyEn: string): FindingTemplate => ({
  ...refused(zh, en, remedyZh, remedyEn),
  severity: 'warning',
});
const note = (zh: string, en: string, remedyZh: string, remedyEn: string): FindingTemplate => ({
  ...refused(zh, en, remedyZh, remedyEn),
  severity: 'note',
});

/** Everything that can be found in a file, by stable code. `{field}` is the field's label in the reader's language. */
export const findingCatalogue = {
  // --- the file and its sheets ---
  'sheet-missing': refused(
    '文件里没有所需的工作表“{sheet}”。',
    'The sheet "{sheet}" is missing.',
    '请核对所选方案与文件是否对应。',
    'Check that the chosen profile fits the file.',
  ),
  'header-missing': refused(
    '找不到表头行：需要的列 {columns} 都不在前 {rows} 行里。',
    'No header row found: none of the columns {columns} stands in the first {rows} rows.',
    '请核对所选方案，或不要改动表头。',
    'Check the chosen profile, or leave the header as it was.',
  ),
  'column-missing': refused(
    '缺少列“{column}”。表头里有：{present}。',
    'The column "{column}" is missing. The header has: {present}.',
    '请补上这一列，或在方案里改成文件中的列名。',
    'Add the column, or change the profile to the name used in the file.',
  ),
  'column-twice': refused(
    '表头里有两列都叫“{column}”。',
    'Two columns are called "{column}".',
    '请改掉其中一个列名，或在方案里用列号（at）指定。',
    'Rename one of them, or name the column by its letter (at) in the profile.',
  ),
  'unit-not-stated': refused(
    '表头“{column}”写的是“{found}”，方案按“{stated}”读取。',
    'The header "{column}" says {found}, the profile reads {stated}.',
    '请在方案里写 in: {found}；若表头写错了，请改表头。',
    'Write in: {found} in the profile, or correct the header.',
  ),
  'sheet-empty': warning(
    '工作表“{sheet}”里没有数据行。',
    'The sheet "{sheet}" has no data rows.',
    '如果应有数据，请检查导出。',
    'If there should be data, check the export.',
  ),
  'hidden-sheet': note(
    '工作表“{sheet}”是隐藏的，但已照常读取。',
    'The sheet "{sheet}" is hidden; it was read all the same.',
    '如不应上报，请删除后再上传。',
    'Delete it and upload again if it should not be sent.',
  ),
  'hidden-sheet-unread': note(
    '工作表“{sheet}”是隐藏的，方案未用到，没有读取。',
    'The sheet "{sheet}" is hidden and not used by the profile; it was not read.',
    '无需处理。',
    'Nothing to do.',
  ),
  'hidden-rows': note(
    '工作表“{sheet}”有 {count} 行是隐藏的（如被筛选），已照常读取。',
    'The sheet "{sheet}" has {count} hidden rows (by a filter, for example); they were read all the same.',
    '如不应上报，请删除这些行后再上传。',
    'Delete those rows and upload again if they should not be sent.',
  ),
  'sheet-not-used': note(
    '方案没有用到工作表“{sheet}”，没有读取。',
    'The profile does not use the sheet "{sheet}"; it was not read.',
    '无需处理。',
    'Nothing to do.',
  ),
  'row-skipped': note(
    '按方案跳过了 {count} 行：{reason}。',
    '{count} rows were left out as the profile says: {reason}.',
    '如不应跳过，请修改方案。',
    'Change the profile if they should be read.',
  ),
  'dates-1904': note(
    '这个工作簿从 1904 年起算日期，已按此换算。',
    'This workbook counts dates from 1904; they were converted accordingly.',
    '无需处理。',
    'Nothing to do.',
  ),
  'more-findings': note(
    '另有 {count} 处问题没有逐条列出。',
    '{count} more findings are not listed one by one.',
    '请先处理已列出的问题，再上传一次。',
    'Mend the ones listed and upload again.',
  ),
  // --- single cells ---
  required: refused(
    '“{field}”不能为空。',
    '"{field}" must not be empty.',
    '请填写；如无此数据，请删去整行。',
    'Fill it in, or delete the whole row if there is no such record.',
  ),
  'not-a-number': refused(
    '“{field}”不是数。',
    '"{field}" is not a number.',
    '请只填数字；没有发生填 0，不掌握请留空。',
    'Write digits only: 0 where there was none, nothing where it is not known.',
  ),
  'not-whole': refused(
    '“{field}”应为整数。',
    '"{field}" must be a whole number.',
    '请核对后改为整数。',
    'Check it and write a whole number.',
  ),
  'fraction-of-a-fen': warning(
    '“{field}”为 {given} 元，有不足一分的零头，按 {kept} 元读取。',
    '"{field}" is {given} yuan, more than whole fen; it is read as {kept} yuan.',
    '请核对单位；由公式算出的数，请在表中四舍五入到分。',
    'Check the unit; round what a formula gives to whole fen in the sheet.',
  ),
  'out-of-range': refused(
    '“{field}”应在 {low} 到 {high} 之间。',
    '"{field}" must lie between {low} and {high}.',
    '请核对数值和单位（如元与万元、平方米与亩）。',
    'Check the number and its unit (yuan or 万元, m² or 亩).',
  ),
  'ambiguous-number': refused(
    '“{field}”的逗号位置不清楚。',
    'The comma in "{field}" can be read in two ways.',
    '请去掉千分位逗号，小数点用“.”。',
    'Leave out thousands separators and write "." before decimals.',
  ),
  'wrong-unit': refused(
    '“{field}”里的单位“{unit}”不能换算为“{wanted}”。',
    'The unit "{unit}" of "{field}" cannot be converted to "{wanted}".',
    '请改用方案规定的单位。',
    'Use the unit that the profile names.',
  ),
  'excel-error': refused(
    '“{field}”是 Excel 的错误值。',
    '"{field}" holds an Excel error.',
    '请修正公式，或改填数值。',
    'Mend the formula or write the value.',
  ),
  'formula-without-value': refused(
    '“{field}”是公式，但文件里没有存下结果。',
    '"{field}" is a formula and the file holds no result for it.',
    '请用 Excel 或 WPS 打开，按 F9 重算并保存后再上传。',
    'Open the file in Excel or WPS, press F9, save it and upload again.',
  ),
  'unknown-code': refused(
    '“{field}”不在代码表里。可用：{allowed}。',
    '"{field}" is not in the code list. Allowed: {allowed}.',
    '请改为其中之一。',
    'Use one of them.',
  ),
  'not-a-date': refused(
    '“{field}”不是日期。',
    '"{field}" is not a date.',
    '请写成 2025-09-01 这样的形式。',
    'Write it as 2025-09-01.',
  ),
  'not-yes-or-no': refused(
    '“{field}”应为“是”或“否”。',
    '"{field}" must be yes or no.',
    '请填“是”或“否”。',
    'Write yes or no.',
  ),
  'too-long': refused(
    '“{field}”超过 {limit} 个字。',
    '"{field}" is longer than {limit} characters.',
    '请缩短。',
    'Shorten it.',
  ),
  'wrong-form': refused(
    '“{field}”的形式不对：{expected}。',
    '"{field}" has the wrong form: {expected}.',
    '请按要求改正。',
    'Correct it.',
  ),
  'digits-lost': refused(
    '“{field}”被 Excel 当作数字，后几位已丢失。',
    'Excel took "{field}" for a number and lost its last digits.',
    '请把该列设为“文本”格式后重新填写。',
    'Format the column as text and enter it again.',
  ),
  'unreadable-characters': refused(
    '“{field}”里有无法识别的字符。',
    '"{field}" holds characters that cannot be read.',
    '请用 UTF-8 或 GB18030 编码重新导出。',
    'Export the file again as UTF-8 or GB18030.',
  ),
  'date-from-number': warning(
    '“{field}”是没有日期格式的数字，已按日期序号读作 {date}。',
    '"{field}" is a number without date format; it was read as {date}.',
    '请核对，并把该列设为日期格式。',
    'Check it and format the column as a date.',
  ),
  'row-too-wide': refused(
    '这一行有 {found} 个单元格，多于表头的 {expected} 列，可能错位。',
    'This row has {found} cells, more than the {expected} of the header; it may be shifted.',
    '请检查这一行是否多了分隔符，内容含逗号的请加引号。',
    'Look for an extra separator; put quotes around text that holds a comma.',
  ),
  'row-too-short': warning(
    '这一行只有 {found} 个单元格，少于表头的 {expected} 列，可能被截断。',
    'This row has only {found} cells of the {expected} in the header; it may be cut off.',
    '请核对原文件的这一行是否完整。',
    'Check whether the row is complete in the original file.',
  ),
  // --- records against one another ---
  'duplicate-row': refused(
    '与第 {row} 行重复（{key}）。',
    'Repeats row {row} ({key}).',
    '请只保留一行。',
    'Keep one of them.',
  ),
  'school-twice': refused(
    '同一标识码在第 {row} 行已出现，但“{field}”不同（{other}）。',
    'The same identifier stands in row {row} with another "{field}" ({other}).',
    '请核对哪一行正确，另一行改正或删去。',
    'Find out which is right; correct or delete the other.',
  ),
  'same-name': warning(
    '与第 {row} 行同名，且在同一地区。',
    'Has the same name as row {row}, in the same area.',
    '如为同一所学校请合并；如为两所，可不处理。',
    'Merge them if they are one school; leave them if they are two.',
  ),
  'value-twice': refused(
    '同一学校、学段、学年的“{field}”在第 {row} 行已填为 {other}。',
    '"{field}" of the same school, stage and year stands in row {row} as {other}.',
    '请只保留一个，或在方案里写明如何汇总（take）。',
    'Keep one, or let the profile say how to aggregate (take).',
  ),
  'total-differs': refused(
    '合计为 {total}，但各行相加得 {sum}。',
    'The total says {total} but the rows add up to {sum}.',
    '请检查是否漏行、多行，或改正合计。',
    'Look for missing or extra rows, or correct the total.',
  ),
  'unknown-unit': refused(
    '“{unit}”不在学校名册里，文件中也没有它。',
    '"{unit}" is in neither the registry nor this file.',
    '请核对标识码；新学校请先加入名册。',
    'Check the identifier; add a new school to the registry first.',
  ),
  'unknown-area': refused(
    '认不出地区“{area}”。',
    'The area "{area}" is not known.',
    '请写行政区划代码或全称，或在方案里写明新建。',
    'Write its code or full name, or let the profile create it.',
  ),
  'wrong-county': refused(
    '这一行属于 {found}，不在所报的 {expected} 之内。',
    'This row belongs to {found}, which is not inside {expected}.',
    '请把它放进所属县的文件。',
    'Put it into the file of its own county.',
  ),
  'wrong-stage': refused(
    '“{field}”不按“{stage}”这个学段统计。',
    '"{field}" is not reported for the stage "{stage}".',
    '请核对学段。',
    'Check the stage.',
  ),
  'no-school-year': refused(
    '不知道是哪个学年。',
    'The school year is not known.',
    '请在上传时选择学年。',
    'Choose the school year when you upload.',
  ),
  'profile-year': refused(
    '这个方案只适用于 {years} 学年，文件是 {year} 学年。',
    'This profile is for the school years {years}; the file is of {year}.',
    '请选用对应年份的方案。',
    'Choose the profile of that year.',
  ),
  'record-check': refused('{message}', '{message}', '{remedy}', '{remedy}'),
  'record-hint': warning('{message}', '{message}', '{remedy}', '{remedy}'),
  // --- forms ---
  'form-layout': refused(
    '此处应为“{expected}”，文件版式与方案不符。',
    'This cell should say "{expected}"; the layout is not the one the profile describes.',
    '请选用对应年份的方案。',
    'Choose the profile of the right year.',
  ),
  'cell-not-known': warning(
    '方案没有提到这个有内容的单元格。',
    'The profile does not mention this filled cell.',
    '如为有用数据，请在方案里补上。',
    'Add it to the profile if it matters.',
  ),
  'form-check': refused('{message}', '{message}', '{remedy}', '{remedy}'),
  'form-hint': warning('{message}', '{message}', '{remedy}', '{remedy}'),
  'form-remark': warning(
    '填报单位的核查说明：{remark}',
    "The sender's own remark on a failed check: {remark}",
    '请核对所述情况；数据仍按原样收下。',
    'Look into what it says; the numbers are taken as they are.',
  ),
  // --- against what is already stored ---
  'same-file-other-year': warning(
    '同样的文件已于 {date} 按 {year} 学年导入过（{file}）。',
    'The same file was imported on {date} for the school year {year} ({file}).',
    '请核对学年，不要把往年的文件再报一次。',
    "Check the school year; last year's file must not be sent again.",
  ),
  'same-as-other-year': warning(
    '{share}% 的数值与 {year} 学年完全相同。',
    '{share} % of the values are the same as in {year}.',
    '请核对是否误用了往年的表。',
    "Check that last year's table was not sent again.",
  ),
} as const satisfies Readonly<Record<string, FindingTemplate>>;

export type FindingCode = keyof typeof findingCatalogue;
