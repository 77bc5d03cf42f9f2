export const zh = {
  title: '公开案例',
  answer: (n: string) => `已发布 ${n} 个典型案例，任何人可读。`,
  none: '还没有发布案例。',
  allClauses: '全部条款',
  back: '全部公开案例',
  on: (day: string) => `发布于 ${day}`,
};

export type Messages = typeof zh;
