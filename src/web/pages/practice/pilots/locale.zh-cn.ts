export const zh = {
  title: '试点',
  answer: (running: string, waiting: string, done: string) =>
    `${running} 项试点正在进行，${waiting} 项在审核中，${done} 项已总结。`,
  empty: '还没有试点',
  emptyHint: '选择一条要求先行试点：县、市、省逐级审核，中期报告，期满总结。',
  apply: '申报试点',
  goal: '试点目标',
  measures: '主要做法',
  from: '开始',
  midterm: '中期报告',
  until: '结束',
  verdict: '结论',
  verdicts: { spread: '予以推广', adjust: '完善后再试', end: '不再继续' },
};

export type Messages = typeof zh;
