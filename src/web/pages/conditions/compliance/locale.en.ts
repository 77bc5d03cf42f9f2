import type { Messages } from './locale.zh-cn.ts';

export const en: Messages = {
  title: 'Compliance card of conditions',
  list: 'Schools with gaps',
  listAnswer: (schools, bottom) => `${schools} schools have open gaps, ${bottom} of them below the bottom line.`,
  none: 'No school has an open gap.',
  gaps: 'Open',
  answer: (met, judged) => `${met} of ${judged} items are met.`,
  bottomLine: (n) => `${n} below the bottom line`,
  noData: (n) => `${n} without data`,
  withoutLine: (n) => `${n} wait for a line of the province and are not judged`,
  noLine: 'for the province to set',
  unit: 'Unit',
  verdict: 'Verdict',
  gap: 'Gap',
  clause: 'Clause',
  export: 'Export xlsx',
  redList: 'Bottom line',
  redEmpty: 'Nothing is below the bottom line.',
};
