export const zh = {
  answerOpen: (until: string) => `正在受理申请，截止 ${until}。`,
  answerState: (state: string) => `目前：${state}。`,
  answerResult: (applicants: string, first: string, other: string, placed: string, none: string) =>
    `${applicants} 名儿童：第一志愿 ${first}，其他志愿 ${other}，统筹安排 ${placed}，未安排 ${none}。`,
  apply: '去申请',
  rules: '规则',
  who: '招生对象',
  order: '录取顺序',
  tie: '同类别',
  most: '最多志愿数',
  apply1: '申请时间',
  announce: '公布结果',
  register: '报到截止',
  basis: '依据',
  version: (n: string, hash: string) => `规则第 ${n} 版，摘要 ${hash}`,
  needs: (lists: string) => `核对：${lists}`,
  needsNone: '无需核对名单',
  schools: '学校与学位',
  draw: '公开派位',
  drawHint: '名单先冻结并公布摘要，再录入公开种子。任何人下载下面的文件，都可以用核验程序重新算一遍。',
  check: '核验方法见操作手册“公开派位”一章：junheng draw verify。',
};

export type Messages = typeof zh;
