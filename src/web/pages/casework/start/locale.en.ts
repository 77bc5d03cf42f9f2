import type { Messages } from './locale.zh-cn.ts';

export const en: Messages = {
  title: 'Start something',
  none: 'There is nothing that you may start.',
  noneHint: 'Applications for recognition, projects of the ledger and others begin on their own pages.',
  kind: 'Kind',
  where: 'For',
  wholeArea: 'The area itself',
  subject: 'Title',
  subjectMissing: 'Give it a title.',
  fieldWrong: (field) => `“${field}” is not filled in rightly.`,
};
