export const zh = {
  title: '问卷调查',
  answer: (n: string) => `共 ${n} 次调查。`,
  anonymous: '填答码只对应调查对象的类别，不对应个人；系统不记录谁填了什么。',
  none: '还没有开展调查',
  noneHint: '发起一次满意度调查，向家长、学生、教师等发放填答码，结果可作为社会认可度的佐证。',
  open: '发起调查',
  period: (from: string, to: string) => `${from} 至 ${to}`,
  questions: '问卷',
  name: '名称',
  opensOn: '开始日期',
  closesOn: '结束日期',
  residents: '常住人口（人，用于计算应收份数，可不填）',
};

export type Messages = typeof zh;
