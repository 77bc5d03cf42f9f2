export const zh = {
  title: '标准比较',
  answer: (n: string) => `两套标准有 ${n} 处不同。`,
  same: '两套标准相同。',
  subject: (from: string, to: string) => `${from} → ${to}`,
  list: '不同之处',
  what: '条目',
  kind: '变化',
  kinds: { added: '新增', removed: '删除', changed: '修改' },
  field: '字段',
  before: '之前',
  after: '之后',
  back: '返回标准',
};

export type Messages = typeof zh;
