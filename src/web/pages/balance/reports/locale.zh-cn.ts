export const zh = {
  title: '报告与下载',
  answer: '一份自评报告、十二张表，数字与屏幕一致。',
  report: '自评报告',
  reportHint: '公文版式，含结论、差异系数、差距清单与图表。',
  formats: { docx: 'Word 文档', pdf: 'PDF', xlsx: 'Excel 附表' },
  tables: '数据表',
  tablesHint: '与屏幕同一次计算；Excel、CSV、JSON 内容相同。',
  table: '表',
  tableNames: {
    coefficients: '差异系数',
    schools: '学校与指标',
    gaps: '差距清单',
    indicators: '县级指标',
    comparison: '地区比较',
    findings: '数据质量问题',
  },
  registry: '基础数据',
  registryNames: {
    areas: '地区',
    units: '学校与校区',
    facts: '全部数据项',
    classes: '班级',
    staff: '教职工',
    submissions: '报送情况',
  },
  download: (name: string, format: string) => `下载 ${name} ${format}`,
};

export type Messages = typeof zh;
