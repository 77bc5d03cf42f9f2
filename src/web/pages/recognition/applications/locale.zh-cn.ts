export const zh = {
  title: '认定申请',
  answer: (n: string) => `共 ${n} 份认定申请。`,
  none: '还没有认定申请。县（市、区）以最新评估结果开始自评，再逐级报送。',
  begin: '开始自评',
  list: '申请',
  area: '县（市、区）',
  state: '进度',
  openedAt: '发起',
  actedAt: '最近办理',
  dueOn: '应办结',
};

export type Messages = typeof zh;
