import type { Messages } from './locale.zh-cn.ts';

export const en: Messages = {
  title: 'Answer a survey',
  anonymous: 'Anonymous: nobody records who you are, or which answers a code brought.',
  code: 'Code (from the notice you were given)',
  begin: 'Begin',
  notRequired: '(optional)',
  missing: 'Please answer this question',
  open: (n) => `${n} questions are open`,
  send: 'Send',
  thanks: 'Thank you, your answers have arrived',
  thanksHint: 'You can close this page.',
};
