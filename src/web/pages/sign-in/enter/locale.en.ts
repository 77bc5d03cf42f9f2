import type { Messages } from './locale.zh-cn.ts';

export const en: Messages = {
  title: 'Sign in',
  trial: 'This is a trial: on this machine nobody has to sign in.',
  trialHint:
    'The one-time link that makes the first administrator is printed when the program starts; from then on everybody signs in.',
  goOn: 'Go on',
  login: 'Sign-in name',
  password: 'Password',
  code: 'Code',
  codeHint: 'The 6 digits of your authenticator app, or a recovery code.',
  enter: 'Sign in',
  or: 'or',
  lost: 'Password lost: ask the system administrator for a one-time link.',
};
