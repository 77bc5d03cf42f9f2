import type { Messages } from './locale.zh-cn.ts';

export const en: Messages = {
  title: 'Surveys',
  answer: (n) => `${n} surveys.`,
  anonymous: 'A code stands for a kind of respondent and for no person; nobody can see who answered what.',
  none: 'No survey yet',
  noneHint:
    'Open a satisfaction survey and hand codes to parents, pupils, teachers and others; the result can serve as evidence of social recognition.',
  open: 'Open a survey',
  period: (from, to) => `${from} to ${to}`,
  questions: 'Questions',
  name: 'Name',
  opensOn: 'First day',
  closesOn: 'Last day',
  residents: 'Residents (for the number of answers wanted; may be left empty)',
};
