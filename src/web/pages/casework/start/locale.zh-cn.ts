export const zh = {
  title: '发起事项',
  none: '您现在没有可以发起的事项。',
  noneHint: '认定申请、台账项目等在各自的页面发起。',
  kind: '种类',
  where: '交给',
  wholeArea: '本地区',
  subject: '标题',
  subjectMissing: '请填写标题。',
  fieldWrong: (field: string) => `“${field}”填写有误。`,
};

export type Messages = typeof zh;
