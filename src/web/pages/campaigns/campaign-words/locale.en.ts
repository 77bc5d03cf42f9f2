import type { Messages } from './locale.zh-cn.ts';

export const en: Messages = {
  visits: {
    planned: 'Not visited',
    clean: 'Nothing found',
    rectifying: 'Rectification',
    verifying: 'To be re-checked',
    mended: 'Mended',
  },
  states: { open: 'Under way', closed: 'Closed' },
  all: 'In scope',
  checklist: 'Checklist',
  basis: 'Basis',
  from: 'Visits from',
  until: 'Visits until',
  rectifyBy: 'Mended by',
  state: 'State',
};
