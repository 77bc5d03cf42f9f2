import { defineErrors } from '#core/errors';

export const seatsErrors = defineErrors('seats', {
  columnsMissing: {
    status: 422,
    zh: '{file} 缺少列：{columns}。',
    en: '{file} lacks the columns: {columns}.',
    remedy: {
      zh: '请在第一行写上这些列名，可用中文或英文，写法见手册“学位”一章。',
      en: 'Name them in the first row, in Chinese or English as the handbook chapter on seats says.',
    },
  },
  rowsRefused: {
    status: 422,
    zh: '{file} 有 {count} 处读不懂，什么也没有做。',
    en: '{file} has {count} places that cannot be read; nothing was done.',
    remedy: { zh: '请按上面列出的行列逐一改正。', en: 'Mend the rows and columns named above.' },
  },
  tooFewYears: {
    status: 422,
    zh: '{file} 只有 {years} 个学年的数据，不能推算。',
    en: '{file} has {years} school years only; nothing can be projected from that.',
    remedy: { zh: '请给出至少连续两个学年的分年级人数。', en: 'Give pupils by grade for at least two years in a row.' },
  },
  yearMissing: {
    status: 422,
    zh: '{file} 缺 {year} 学年，年份必须连续。',
    en: '{file} lacks the school year {year}; years must follow each other.',
    remedy: { zh: '请补上这一学年，或只保留其后的学年。', en: 'Add that year, or keep only the years after it.' },
  },
  noHistory: {
    status: 409,
    zh: '{area} 没有分年级的学生数，不能预测。',
    en: '{area} has no pupils by grade; nothing can be projected.',
    remedy: {
      zh: '请导入带班级表的县级工作簿，至少两个学年。',
      en: 'Import the county workbook with its class sheet for at least two school years.',
    },
  },
  notACounty: {
    status: 422,
    zh: '{area} 不是区县，学位需求按区县预测。',
    en: '{area} is not a county; seats are projected county by county.',
    remedy: { zh: '请选择一个区县。', en: 'Choose a county.' },
  },
  policyRefused: {
    status: 500,
    zh: '学位参数 policies/seats.yaml 有误：{place}。',
    en: 'policies/seats.yaml is wrong: {place}.',
    remedy: { zh: '请按手册改正。', en: 'Mend it as the handbook says.' },
  },
  housingNotFound: {
    status: 404,
    zh: '没有住宅项目 {housing}。',
    en: 'There is no housing project {housing}.',
    remedy: { zh: '请从列表中重新打开。', en: 'Open it again from the list.' },
  },
});
