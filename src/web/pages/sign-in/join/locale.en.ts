import type { Messages } from './locale.zh-cn.ts';

export const en: Messages = {
  titles: { first: 'The first administrator', invite: 'An invitation', reset: 'Set a password' },
  intro: {
    first:
      'You become system administrator: accounts and the installation. The security administrator, who grants roles, and the audit administrator must be other people.',
    invite: 'You become: ',
    reset: 'With the password set you can sign in; other sessions end.',
  },
  roles: {
    'system-administrator': 'System administrator',
    'security-administrator': 'Security administrator',
    'audit-administrator': 'Audit administrator',
  },
  name: 'Your name',
  login: 'Sign-in name',
  loginHint: 'What you sign in with: letters and digits.',
  password: 'Password',
  passwordHint:
    '10 characters or more of three kinds (small letters, capitals, digits, others), or a phrase of 20 or more.',
  again: 'The password again',
  differs: 'The two passwords differ.',
  accept: 'Confirm',
  missing: 'This address is not whole',
  missingHint: 'Open this page by the whole link you were given.',
  done: 'The system administrator is made, and you are signed in.',
  hand: 'Hand these two one-time links to two other people (each works once, within 72 hours). They are not shown again.',
  copy: 'Copy the link',
  copied: 'Copied',
  goOn: 'Go on',
};
