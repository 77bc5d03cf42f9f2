export const zh = {
  title: '标准',
  answer: (n: string) => `共 ${n} 套标准可用。`,
  none: '没有可用的标准。',
  list: '全部标准',
  name: '标准',
  document: '文件',
  issuer: '发布机关',
  issuedOn: '发布日期',
  valid: '有效期',
  open: '至今',
  area: '适用范围',
  nation: '全国',
  level: '评估对象',
  confidence: '可信度',
  confidences: { verified: '已见公开来源', memory: '待与原文核对', secondary: '转引', own: '本系统所加' },
  indicators: '指标',
  coefficients: '差异系数',
  attested: '佐证项',
  vetoes: '一票否决',
  version: '版本',
};

export type Messages = typeof zh;
