import type { Messages } from './locale.zh-cn.ts';

export const en: Messages = {
  title: 'My sheets and inspections',
  answer: (open) => `${open} sheets to answer.`,
  ready: 'Sheets opened once can be answered offline; answers are uploaded when the network is back.',
  none: 'Nothing to answer',
  noneHint: 'Evaluations and inspections given to you will be listed here.',
  offline: (n) => `Offline: the server cannot be reached. These ${n} sheets are kept on this device.`,
  sides: { self: 'Self-assessment', external: 'External evaluation', inspection: 'Inspection on site' },
  states: { open: 'In progress', submitted: 'Submitted' },
  due: (on) => `by ${on}`,
  kept: (at) => `kept on this device as of ${at}`,
};
