import { defineErrors } from '#core/errors';

const saveAsXlsx = {
  zh: '请用 Excel 或 WPS 打开它，另存为“Excel 工作簿（.xlsx）”或 CSV 后再上传。',
  en: 'Open it in Excel or WPS, save it as "Excel workbook (.xlsx)" or CSV, and upload that.',
};

/** Refusals of a whole file. A wrong cell is never one of these. */
export const errors = defineErrors('sheets', {
  emptyFile: {
    status: 422,
    zh: '文件“{file}”是空的。',
    en: 'The file "{file}" is empty.',
    remedy: {
      zh: '请检查导出是否完成，再上传有内容的文件。',
      en: 'Check that the export finished and upload a file with content.',
    },
  },
  fileTooLarge: {
    status: 413,
    zh: '文件“{file}”有 {megabytes} MB，超过上限 {limit} MB。',
    en: 'The file "{file}" has {megabytes} MB; the limit is {limit} MB.',
    remedy: { zh: '请按学校或按表拆成几个文件分别上传。', en: 'Split it by school or by sheet and upload the parts.' },
  },
  encryptedFile: {
    status: 422,
    zh: '文件“{file}”设了打开密码，无法读取。',
    en: 'The file "{file}" is protected by a password and cannot be read.',
    remedy: {
      zh: '请在 Excel 或 WPS 中去掉密码（文件→信息→保护工作簿），另存后再上传。',
      en: 'Remove the password in Excel or WPS (File → Info → Protect Workbook), save, and upload again.',
    },
  },
  oldWorkbook: {
    status: 422,
    zh: '文件“{file}”是旧格式（.xls）。',
    en: 'The file "{file}" is in the old format (.xls).',
    remedy: saveAsXlsx,
  },
  wrongType: {
    status: 422,
    zh: '文件“{file}”不是 xlsx 或 CSV，而是 {found}。',
    en: 'The file "{file}" is neither xlsx nor CSV but {found}.',
    remedy: saveAsXlsx,
  },
  notAWorkbook: {
    status: 422,
    zh: '文件“{file}”名为 Excel 工作簿，内容却是文本，不是 Excel 文件。',
    en: 'The file "{file}" is named an Excel workbook but holds plain text; it is not an Excel file.',
    remedy: {
      zh: '如果它是 CSV，请把扩展名改回 .csv 再上传；否则请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”。',
      en: 'If it is CSV, rename it back to .csv and upload that; otherwise open it in Excel or WPS and save it as "Excel workbook (.xlsx)".',
    },
  },
  brokenFile: {
    status: 422,
    zh: '文件“{file}”已损坏，在“{part}”处读不下去。',
    en: 'The file "{file}" is broken; reading stopped at "{part}".',
    remedy: {
      zh: '请重新下载或重新导出；若能用 Excel 打开，请另存为新的 xlsx 再上传。',
      en: 'Download or export it again; if Excel can open it, save it as a new xlsx and upload that.',
    },
  },
  zipBomb: {
    status: 422,
    zh: '文件“{file}”中的“{part}”解压后大得异常，已停止读取。',
    en: 'The part "{part}" of the file "{file}" unpacks to an abnormal size; reading stopped.',
    remedy: {
      zh: '请把需要的行复制到新工作簿，另存后再上传。',
      en: 'Copy the rows you need into a new workbook, save it, and upload that.',
    },
  },
  hostileXml: {
    status: 422,
    zh: '文件“{file}”中的“{part}”含有文档类型声明，不予读取。',
    en: 'The part "{part}" of the file "{file}" holds a document type declaration and is not read.',
    remedy: saveAsXlsx,
  },
  tooManyRows: {
    status: 422,
    zh: '文件“{file}”的“{sheet}”超过 {limit} 行。',
    en: 'The sheet "{sheet}" of the file "{file}" has more than {limit} rows.',
    remedy: { zh: '请拆成几个文件分别上传。', en: 'Split it into several files.' },
  },
  tooManyColumns: {
    status: 422,
    zh: '文件“{file}”的“{sheet}”第 {row} 行超过 {limit} 列。',
    en: 'Row {row} of the sheet "{sheet}" of the file "{file}" has more than {limit} columns.',
    remedy: { zh: '请删去表格右侧多余的内容。', en: 'Delete what stands to the right of the table.' },
  },
  unclosedQuote: {
    status: 422,
    zh: '文件“{file}”第 {row} 行的引号没有配对，其后的内容无法分清行列。',
    en: 'A quotation mark in row {row} of the file "{file}" is never closed, so the rows after it cannot be told apart.',
    remedy: {
      zh: '请补上或删去这一行的引号，再上传。',
      en: 'Close or delete the quotation mark in that row and upload again.',
    },
  },
});
