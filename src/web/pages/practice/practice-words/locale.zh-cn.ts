/** Words that the pages of pilots and examples share. */
export const zh = {
  name: '名称',
  place: '单位',
  clause: '条款',
  state: '进展',
  handle: '办理',
  openCase: '办理和历史',
  wholeArea: '本地区',
  by: '申报单位',
  problem: '解决的问题',
  practice: '做法',
  effect: '成效',
  publishedOn: '发布日期',
  none: '无',
};

export type Messages = typeof zh;
