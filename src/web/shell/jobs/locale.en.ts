import type { JobWords } from './locale.zh-cn.ts';

export const en: JobWords = {
  region: 'Long work',
  running: (n) => (n === 1 ? '1 job is under way' : `${n} jobs are under way`),
  stays: 'You may leave this page: the work goes on and is still here when you come back.',
  recent: 'Ended lately',
  queued: 'Waiting',
  cancel: 'Cancel',
  cancelOf: (title) => `Cancel: ${title}`,
  done: 'Done',
  failed: 'Not done',
  cancelled: 'Cancelled',
  open: 'Open',
  openOf: (title) => `Open: ${title}`,
  share: (percent) => `${percent} done`,
};
