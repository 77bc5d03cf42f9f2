import { defineErrors } from '#core/errors';

export const errors = defineErrors('organization', {
  areaNotFound: {
    status: 404,
    zh: '没有代码为 {area} 的地区。',
    en: 'There is no area with the code {area}.',
    remedy: {
      zh: '请从地区树中选择；旧代码可用 /area-codes 查询现行代码。',
      en: 'Choose one from the tree of areas; /area-codes tells what became of an old code.',
    },
  },
  unitNotFound: {
    status: 404,
    zh: '{area} 没有标识码为 {unit} 的学校。',
    en: '{area} has no school with the identifier {unit}.',
    remedy: {
      zh: '请核对学校标识码，或在学校列表中查找。',
      en: 'Check the identifier, or find the school in the list.',
    },
  },
  batchNotFound: {
    status: 404,
    zh: '{area} 没有编号为 {batch} 的导入批次。',
    en: '{area} has no import batch {batch}.',
    remedy: { zh: '请在导入记录中选择。', en: 'Choose one from the list of imports.' },
  },
  foreignCounty: {
    status: 403,
    zh: '文件中有 {area} 的内容，您没有在那里导入的权限；什么也没有写入。',
    en: 'The file speaks of {area}, where you may not import; nothing was written.',
    remedy: {
      zh: '请删去 {area} 的行后重新上传，或交给对这些地区都有导入权限的人处理。',
      en: 'Take the rows of {area} out and upload again, or leave it to somebody who may import in all these areas.',
    },
  },
  tableTooLarge: {
    status: 422,
    zh: '该表超过 {limit} 行，不能整表导出为 {format}。',
    en: 'The table has more than {limit} rows, too many for one {format} file.',
    remedy: { zh: '请改用 csv，或进入下一级地区再导出。', en: 'Take csv, or go to an area below and export there.' },
  },
  notACounty: {
    status: 422,
    zh: '{area} 不是县级地区。',
    en: '{area} is not a county.',
    remedy: { zh: '请进入具体的县（市、区）后再操作。', en: 'Go to one of its counties.' },
  },
  yearAlreadyLocked: {
    status: 409,
    zh: '{area} 的 {year} 学年已经锁定。',
    en: 'The school year {year} of {area} is locked already.',
    remedy: { zh: '如需修改，请先说明理由重新开放。', en: 'To change it, reopen it with a reason.' },
  },
  yearNotLocked: {
    status: 409,
    zh: '{area} 的 {year} 学年没有锁定。',
    en: 'The school year {year} of {area} is not locked.',
    remedy: { zh: '无需重新开放，可直接导入。', en: 'There is nothing to reopen; import into it.' },
  },
  yearLocked: {
    status: 409,
    zh: '{area} 的 {year} 学年已锁定，不能写入。',
    en: 'The school year {year} of {area} is locked; nothing can be written to it.',
    remedy: { zh: '请先说明理由重新开放该学年。', en: 'Reopen that year with a reason first.' },
  },
});
