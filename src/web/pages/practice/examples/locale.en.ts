import type { Messages } from './locale.zh-cn.ts';

export const en: Messages = {
  title: 'Examples',
  answer: (published, waiting) => `${published} examples are published, ${waiting} under review.`,
  empty: 'No example yet',
  emptyHint:
    'Say the problem, what was done and the effect, with evidence; another person reviews it, and anybody may read it.',
  propose: 'Propose an example',
  readPublished: 'Published examples',
  measured: 'Effect measured by',
  notMeasured: 'No indicator: said in words',
  fromYear: 'From the school year',
  toYear: 'To the school year',
};
