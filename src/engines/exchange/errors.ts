import { defineErrors } from '#core/errors';

export const errors = defineErrors('exchange', {
  profileNotFound: {
    status: 404,
    zh: '没有名为“{profile}”的导入方案。',
    en: 'There is no import profile "{profile}".',
    remedy: { zh: '用“junheng profile list”查看可用方案。', en: 'List the profiles with "junheng profile list".' },
  },
  batchNotFound: {
    status: 404,
    zh: '没有这一次导入（{batch}）。',
    en: 'There is no import {batch}.',
    remedy: { zh: '请刷新导入列表。', en: 'Reload the list of imports.' },
  },
  fileNotKept: {
    status: 404,
    zh: '这一批次（{batch}）没有保存原文件：演示数据是直接写入的。',
    en: 'No file was kept for the import {batch}: demo data is written without one.',
    remedy: { zh: '数字、来源和撤销不受影响。', en: 'Its figures, their sources and undoing it are not affected.' },
  },
  hasRefusals: {
    status: 422,
    zh: '文件中还有 {count} 处错误，没有导入任何内容。',
    en: 'The file still has {count} errors; nothing was imported.',
    remedy: {
      zh: '请下载标注版改正后重新上传，或选择“只导入正确的行”。',
      en: 'Download the annotated copy, mend it and upload again, or choose to take only the good rows.',
    },
  },
  nothingToImport: {
    status: 422,
    zh: '文件中没有可以导入的内容。',
    en: 'There is nothing in the file to import.',
    remedy: { zh: '请核对所选方案和工作表。', en: 'Check the chosen profile and the sheets.' },
  },
  yearLocked: {
    status: 409,
    zh: '{county} 的 {year} 学年已锁定，不能导入或撤销。',
    en: 'The school year {year} of {county} is locked; nothing can be imported or undone.',
    remedy: {
      zh: '请由县级管理员说明原因后重新打开该学年。',
      en: 'Let the county administrator reopen the year, giving a reason.',
    },
  },
  sheetNotFound: {
    status: 404,
    zh: '文件里没有第 {sheet} 张工作表，一共 {sheets} 张。',
    en: 'The file has no sheet {sheet}; it has {sheets}.',
    remedy: { zh: '请从第一张工作表打开。', en: 'Open it from its first sheet.' },
  },
  batchUndone: {
    status: 409,
    zh: '“{file}”的导入已被撤销。',
    en: 'The import of "{file}" was undone.',
    remedy: { zh: '如需再次导入，请重新上传文件。', en: 'Upload the file again to import it once more.' },
  },
  batchNotCommitted: {
    status: 409,
    zh: '“{file}”还没有导入，无需撤销。',
    en: 'The file "{file}" has not been imported, so there is nothing to undo.',
    remedy: { zh: '无需处理。', en: 'Nothing to do.' },
  },
  laterImport: {
    status: 409,
    zh: '之后导入的“{file}”改动了同样的内容，不能撤销。',
    en: 'The later import "{file}" touched the same data, so this one cannot be undone.',
    remedy: { zh: '请先撤销“{file}”，再撤销这一次。', en: 'Undo "{file}" first, then this one.' },
  },
  notACounty: {
    status: 422,
    zh: '“{area}”不是县级地区，不能生成县级工作簿。',
    en: '"{area}" is not a county, so it has no county workbook.',
    remedy: { zh: '请选择一个县（市、区）。', en: 'Choose a county.' },
  },
});
