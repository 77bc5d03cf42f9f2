import type { Messages } from './locale.zh-cn.ts';

export const en: Messages = {
  answer: (handedIn, all, weak) =>
    `${handedIn} of ${all} schools have handed their self-assessment in; the external side found ${weak} items to improve.`,
  due: (on) => `Self-assessment by ${on}`,
  schools: 'Schools',
  school: 'School',
  state: 'State',
  done: 'Self-assessment done',
  differing: 'Items that differ',
  weak: 'Items to improve',
  handle: 'Case',
  openCase: 'Open',
  states: {
    self: 'Self-assessment',
    external: 'External evaluation',
    compared: 'Compared',
    rectifying: 'Rectification',
    verifying: 'Being checked',
    closed: 'Closed',
  },
};
