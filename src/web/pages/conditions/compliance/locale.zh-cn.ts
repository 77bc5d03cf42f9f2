export const zh = {
  title: '办学条件达标卡',
  list: '有缺口的学校',
  listAnswer: (schools: string, bottom: string) => `${schools} 所学校有未销号的缺口，其中 ${bottom} 所触及底线。`,
  none: '没有学校有未销号的缺口。',
  gaps: '未销号',
  answer: (met: string, judged: string) => `${judged} 项中 ${met} 项达标。`,
  bottomLine: (n: string) => `${n} 项触及底线`,
  noData: (n: string) => `${n} 项缺数据`,
  withoutLine: (n: string) => `${n} 项待省里填定标准，只显示不判定`,
  noLine: '待省里填定',
  unit: '单位',
  verdict: '结论',
  gap: '缺口',
  clause: '依据',
  export: '导出 xlsx',
  redList: '底线清单',
  redEmpty: '没有触及底线的项目。',
};

export type Messages = typeof zh;
