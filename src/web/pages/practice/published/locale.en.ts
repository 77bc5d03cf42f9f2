import type { Messages } from './locale.zh-cn.ts';

export const en: Messages = {
  title: 'Published examples',
  answer: (n) => `${n} examples are published for anybody to read.`,
  none: 'No example has been published yet.',
  allClauses: 'All clauses',
  back: 'All published examples',
  on: (day) => `Published on ${day}`,
};
