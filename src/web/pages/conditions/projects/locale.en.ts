import type { Messages } from './locale.zh-cn.ts';

export const en: Messages = {
  title: 'Projects of the ledger',
  answer: (projects, closed, lines) => `${projects} projects; the figures closed ${closed} of their ${lines} lines.`,
  none: 'There is no project yet. Choose lines of the ledger to draw one up.',
  toLedger: 'Choose lines',
  money: (funds, paid) => `funds ${funds}, paid ${paid}`,
  perClosed: (amount) => `${amount} for each line closed`,
  list: 'Projects',
  name: 'Project',
  funds: 'Funds',
  paid: 'Paid',
  lines: 'Lines (closed of all)',
  perLine: 'For each closed',
  finish: 'To be finished on',
  late: 'Late milestones',
  percent: 'Done',
  notYet: 'none closed yet',
};
