export const zh = {
  title: '填报目录',
  answer: (hours: string, forms: string) => `本月向每所学校要求填报 ${hours} 小时，涉及 ${forms} 张表。`,
  answerUnit: (hours: string, forms: string) => `本月要求本校填报 ${hours} 小时，涉及 ${forms} 张表。`,
  detail: (month: string) => `${month}；已有的数据不得再向学校要。问卷和检查表由他人填写，不计入学校用时。`,
  ask: '申请新增填报表',
  byOffice: '各部门要求的用时',
  byOfficeHint: '每校每月小时数',
  course: '近十二个月',
  courseHint: '每校每月小时数',
  month: '月份',
  perSchool: '每校小时',
  schools: '学校数',
  hours: '合计小时',
  made: '本月数字怎样算出',
  madeHint: '小时 = 填报次数 × 每次分钟 ÷ 60；每校 = 合计 ÷ 学校数',
  fillings: '本月填报次数',
  list: '全部填报表',
  all: '全部',
  none: '目前没有向学校要求填报。',
};

export type Messages = typeof zh;
