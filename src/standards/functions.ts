import type { Words } from './words.ts';

/** Functions of single values, in every formula. */
export const functionWords = {
  min: { zh: '较小者', en: 'the smaller of' },
  max: { zh: '较大者', en: 'the larger of' },
  ceil: { zh: '向上取整', en: 'rounded up' },
  floor: { zh: '向下取整', en: 'rounded down' },
  abs: { zh: '绝对值', en: 'the absolute value of' },
  coalesce: { zh: '第一个已填报的', en: 'the first reported of' },
  reported: { zh: '已填报', en: 'is reported' },
} satisfies Record<string, Words>;
export type FunctionName = keyof typeof functionWords;

/** Functions over the stages of one school. */
export const stageFunctionWords = {
  sumOfStages: { zh: '各学段合计', en: 'the sum over the stages of' },
  maxOfStages: { zh: '各学段最大', en: 'the largest over the stages of' },
} satisfies Record<string, Words>;
export type StageFunctionName = keyof typeof stageFunctionWords;

/** Functions over the schools of an area. */
export const aggregateWords = {
  sum: { zh: '全域合计', en: 'the sum over the schools of' },
  count: { zh: '符合条件的学校数', en: 'the number of schools where' },
  share: { zh: '符合条件的学校占比', en: 'the share of schools where' },
  average: { zh: '学校平均', en: 'the mean over the schools of' },
  smallest: { zh: '学校中最小', en: 'the smallest among the schools of' },
  largest: { zh: '学校中最大', en: 'the largest among the schools of' },
} satisfies Record<string, Words>;
export type AggregateName = keyof typeof aggregateWords;

export const isFunctionName = (name: string): name is FunctionName => Object.hasOwn(functionWords, name);
export const isStageFunctionName = (name: string): name is StageFunctionName => Object.hasOwn(stageFunctionWords, name);
export const isAggregateName = (name: string): name is AggregateName => Object.hasOwn(aggregateWords, name);

export const allFunctionNames: readonly string[] = [
  ...Object.keys(functionWords),
  ...Object.keys(stageFunctionWords),
  ...Object.keys(aggregateWords),
];
