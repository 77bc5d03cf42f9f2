import type { Messages } from './locale.zh-cn.ts';

export const en: Messages = {
  title: 'Which school is ours?',
  ask: 'Look up by address',
  address: 'Home address',
  addressHint: 'Township, road and house number. It is looked up and kept nowhere.',
  find: 'Look up',
  noZone: 'No zone was found for this address: give township, road and house number, or ask the bureau.',
  schoolsOf: (zone) => `In ${zone}. You may ask for:`,
  noZones: 'This round has no zones. You may ask for:',
  rounds: 'Rounds of admission',
  none: 'The county has published no plan yet.',
  open: (n) => `Rounds that take applications now: ${n}.`,
  closed: 'No round takes applications now.',
  apply: 'Apply',
  plan: 'Plan and result',
  own: 'My applications',
  ownNone: 'You have not applied yet.',
  signIn: 'Sign in to apply',
  submitted: 'Handed in',
  draft: 'Draft, not handed in',
  openOne: 'Open',
};
