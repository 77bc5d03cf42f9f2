import type { Messages } from './locale.zh-cn.ts';

export const en: Messages = {
  name: 'Name',
  place: 'Of',
  clause: 'Clause',
  state: 'State',
  handle: 'Case',
  openCase: 'Case and history',
  wholeArea: 'The area itself',
  by: 'On behalf of',
  problem: 'The problem',
  practice: 'What was done',
  effect: 'The effect',
  publishedOn: 'Published on',
  none: 'None',
};
