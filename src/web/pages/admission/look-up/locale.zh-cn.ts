export const zh = {
  title: '入学查询',
  ask: '按住址查学校',
  address: '家庭住址',
  addressHint: '写到街道、路名和门牌号。只用来查询，不会保存。',
  find: '查询',
  noZone: '按这个住址查不到片区：请写明街道、路名和门牌号，或联系教育局。',
  schoolsOf: (zone: string) => `属于${zone}，可申请：`,
  noZones: '本轮不分片区，可申请：',
  rounds: '招生轮次',
  none: '本县还没有公布招生方案。',
  open: (n: string) => `有 ${n} 个轮次正在受理申请。`,
  closed: '现在没有正在受理的轮次。',
  apply: '去申请',
  plan: '方案与结果',
  own: '我的申请',
  ownNone: '您还没有申请。',
  signIn: '登录后申请',
  submitted: '已提交',
  draft: '草稿，尚未提交',
  openOne: '查看',
};

export type Messages = typeof zh;
