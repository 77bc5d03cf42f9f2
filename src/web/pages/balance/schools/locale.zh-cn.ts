export const zh = {
  title: '学校',
  answer: (failing: string, all: string) => `${all} 个校段中 ${failing} 个未达标。`,
  allMet: (all: string) => `${all} 个校段全部达标。`,
  noData: (n: string) => `${n} 个缺数据`,
  excluded: (n: string) => `${n} 个按规定不参评`,
  cut: (shown: string, all: string) =>
    `只列出最需关注的 ${shown} 个校段，共 ${all} 个；上面的合计是全部的。其余请选择下级地区，或导出。`,
  caption: '学校与七项指标',
  school: '学校',
  stage: '学段',
  category: '办学类型',
  ownership: '举办者',
  urbanRural: '城乡',
  pupils: '学生数',
  verdict: '结论',
  met: '达标项',
  of: (met: string, all: string) => `${met} / ${all}`,
  emptyTitle: '还没有学校',
  empty: '导入学校名录和年度数据后，这里会列出每所学校的七项指标。',
  emptyAction: '导入数据',
};

export type Messages = typeof zh;
