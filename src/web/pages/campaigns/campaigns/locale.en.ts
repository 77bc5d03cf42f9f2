import type { Messages } from './locale.zh-cn.ts';

export const en: Messages = {
  title: 'Campaigns',
  answer: (campaigns, planned, mending) =>
    `${campaigns} campaigns; ${planned} schools are not visited yet, ${mending} are mending what was found.`,
  none: 'No campaign yet',
  noneHint:
    'Choose a checklist and a period: every school in scope gets a sheet, and what is found becomes rectification by itself.',
  open: 'Open a campaign',
  name: 'Name',
  area: 'Organised by',
  scopeHint: 'Every school in scope to which the checklist applies gets a sheet; once opened it works offline.',
};
