import type { Messages } from './locale.zh-cn.ts';

export const en: Messages = {
  title: 'Recognition',
  answer: (n) => (n === '1' ? 'One application for recognition.' : `${n} applications for recognition.`),
  none: 'There is no application yet. A county begins with its newest evaluation and submits it level by level.',
  begin: 'Begin the self-assessment',
  list: 'Applications',
  area: 'County',
  state: 'Where it stands',
  openedAt: 'Begun',
  actedAt: 'Last act',
  dueOn: 'Due',
};
