export const zh = {
  title: '典型案例',
  answer: (published: string, waiting: string) => `已发布 ${published} 个案例，${waiting} 个在评审中。`,
  empty: '还没有案例',
  emptyHint: '写下解决的问题、做法和成效，附佐证；另一人评审后公开发布，任何人可读。',
  propose: '推荐案例',
  readPublished: '公开案例',
  measured: '成效指标',
  notMeasured: '没有对应指标，以文字说明',
  fromYear: '起始学年',
  toYear: '截止学年',
};

export type Messages = typeof zh;
