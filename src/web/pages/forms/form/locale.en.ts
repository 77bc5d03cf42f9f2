import type { Messages } from './locale.zh-cn.ts';

export const en: Messages = {
  answer: (fields, prefilled) => `${fields} fields, of which ${prefilled} are pre-filled from what is known.`,
  why: 'What it is for',
  term: 'In force',
  termText: (from, until) => `${from} to ${until}`,
  handle: 'Case',
  fields: 'Fields',
  name: 'Name',
  source: 'Comes from',
  typed: 'typed by the school',
  from: (where) => `pre-filled from ${where}`,
  again: 'Change and request again',
  openCase: 'Case and history',
};
