import type { Messages } from './locale.zh-cn.ts';

export const en: Messages = {
  title: 'Quality evaluation',
  answer: (rounds, open) => `${rounds} rounds; ${open} schools are not closed yet.`,
  noRanking: 'By the four guides of quality evaluation; no total, no weights, not for ranking.',
  none: 'No quality evaluation yet',
  noneHint:
    'Choose a guide and open a round: schools score themselves, an external side scores, both are compared item by item.',
  open: 'Open a round',
  mySheets: 'My sheets',
  inspect: 'Inspection on site',
  inspectHint: 'Once opened it can be answered offline; answers are uploaded when the network is back.',
  begin: 'Begin',
  checklist: 'Checklist',
  school: 'School',
  round: 'Round',
  area: 'Area',
  guide: 'Guide',
  schools: 'Schools',
  name: 'Name',
  selfDueOn: 'Self-assessment by',
  states: {
    self: 'Self-assessment',
    external: 'External',
    compared: 'Compared',
    rectifying: 'Rectification',
    closed: 'Closed',
  },
};
