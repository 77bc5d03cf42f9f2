import { defineErrors } from '#core/errors';

export const conditionsErrors = defineErrors('conditions', {
  standardNotFound: {
    status: 404,
    zh: '没有标准 {standard}。',
    en: 'There is no standard {standard}.',
    remedy: {
      zh: '请用“junheng standards list”或标准阅读页查看现有标准。',
      en: 'See `junheng standards list` or the standards reader.',
    },
  },
  standardRefused: {
    status: 422,
    zh: '标准文件 {file} 第 {line} 行第 {column} 列有误（{mistake}）',
    en: 'The standard {file} is wrong at line {line}, column {column} ({mistake})',
    remedy: {
      zh: '请用“junheng standards check”查看全部错误并改正。',
      en: 'See all mistakes with `junheng standards check` and mend them.',
    },
  },
  folderNotFound: {
    status: 422,
    zh: '找不到标准文件夹 {folder}。',
    en: 'There is no folder of standards {folder}.',
    remedy: { zh: '请检查配置中的路径。', en: 'Check the path in the configuration.' },
  },
});
