import type { StageOrAll, Verdict } from '#standards';
import type { Text } from './contract.ts';

export type ReportLanguage = 'zh' | 'en';

export const stageWords: Readonly<Record<StageOrAll, Text>> = {
  kindergarten: { zh: '幼儿园', en: 'kindergarten' },
  primary: { zh: '小学', en: 'primary' },
  junior: { zh: '初中', en: 'junior' },
  senior: { zh: '高中', en: 'senior' },
  special: { zh: '特教', en: 'special' },
  all: { zh: '全校', en: 'whole school' },
};

export const verdictWords: Readonly<Record<Verdict, Text>> = {
  met: { zh: '达标', en: 'met' },
  notMet: { zh: '不达标', en: 'not met' },
  noData: { zh: '缺数据', en: 'no data' },
  notApplicable: { zh: '不适用', en: 'not applicable' },
};

export const conclusionWords: Readonly<Record<Verdict, Text>> = {
  met: { zh: '全部达到标准要求', en: 'all requirements of the standard are met' },
  notMet: { zh: '尚未达到标准要求', en: 'the requirements of the standard are not met yet' },
  noData: { zh: '因数据不全，尚不能得出结论', en: 'no conclusion can be drawn yet, because data are missing' },
  notApplicable: { zh: '标准不适用', en: 'the standard does not apply' },
};

export const answerWords = {
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  open: { zh: '未答复', en: 'not answered' },
} as const;

/** The heads of tables and sections. */
export const heads = {
  conclusion: { zh: '自评结论', en: 'Conclusion' },
  coefficients: { zh: '校际差异系数', en: 'Dispersion between schools' },
  schools: { zh: '学校达标情况', en: 'Schools' },
  area: { zh: '县级指标', en: 'Indicators of the area' },
  attested: { zh: '须人工认定的项目', en: 'Items that a person attests' },
  gaps: { zh: '主要差距', en: 'Gaps' },
  basis: { zh: '数据与计算说明', en: 'Data and computation' },
  stage: { zh: '学段', en: 'stage' },
  indicator: { zh: '指标', en: 'indicator' },
  counted: { zh: '学校数', en: 'schools' },
  mean: { zh: '县均值', en: 'mean' },
  deviation: { zh: '标准差', en: 'standard deviation' },
  coefficient: { zh: '差异系数', en: 'coefficient of variation' },
  limit: { zh: '限值', en: 'limit' },
  verdict: { zh: '结论', en: 'verdict' },
  school: { zh: '学校', en: 'school' },
  identifier: { zh: '学校标识码', en: 'identifier' },
  pupils: { zh: '在校生数', en: 'pupils' },
  met: { zh: '达标项数', en: 'met' },
  missed: { zh: '未达标或缺数据的指标', en: 'indicators not met or without data' },
  value: { zh: '数值', en: 'value' },
  threshold: { zh: '标准', en: 'threshold' },
  item: { zh: '项目', en: 'item' },
  clause: { zh: '条款', en: 'clause' },
  answer: { zh: '答复', en: 'answer' },
  unit: { zh: '单位', en: 'unit' },
  short: { zh: '缺口', en: 'short by' },
  cost: { zh: '估算费用', en: 'estimated cost' },
} as const satisfies Readonly<Record<string, Text>>;
