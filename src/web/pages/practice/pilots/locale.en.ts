import type { Messages } from './locale.zh-cn.ts';

export const en: Messages = {
  title: 'Pilots',
  answer: (running, waiting, done) => `${running} pilots are running, ${waiting} under review, ${done} concluded.`,
  empty: 'No pilot yet',
  emptyHint:
    'Choose a clause to be tried out first: county, city and province review it, it reports by mid-term and is concluded.',
  apply: 'Apply for a pilot',
  goal: 'What it is to reach',
  measures: 'What is tried',
  from: 'From',
  midterm: 'Mid-term report',
  until: 'Until',
  verdict: 'Conclusion',
  verdicts: { spread: 'Worth spreading', adjust: 'Adjust and try again', end: 'Not to be continued' },
};
