export const zh = {
  title: '台账项目',
  answer: (projects: string, closed: string, lines: string) =>
    `${projects} 个项目，${lines} 条台账中 ${closed} 条已由数据销号。`,
  none: '还没有项目。在台账中选中条目即可立项。',
  toLedger: '去台账选择',
  money: (funds: string, paid: string) => `资金 ${funds}，已付 ${paid}`,
  perClosed: (amount: string) => `每销一条平均 ${amount}`,
  list: '项目',
  name: '项目名称',
  funds: '资金',
  paid: '已付',
  lines: '台账（已销号 / 全部）',
  perLine: '每销一条',
  finish: '完工日期',
  late: '逾期节点',
  percent: '进度',
  notYet: '尚无销号',
};

export type Messages = typeof zh;
