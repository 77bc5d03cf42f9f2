import type { Messages } from './locale.zh-cn.ts';

export const en: Messages = {
  answer: (state, differing, weak) =>
    `${state}: ${differing} items differ from the self-assessment, ${weak} are to improve.`,
  waiting: (state, done, asked) => `${state}: ${done} of ${asked} items of the self-assessment are done.`,
  hint: 'The levels are ours; what a side has not handed in is not shown.',
  item: 'Key indicator',
  section: 'Area of quality',
  self: 'Self',
  external: 'External',
  gap: 'Gap',
  before: 'Round before',
  evidence: 'Evidence',
  record: 'Record (docx)',
  handle: 'Open the case',
  openSelf: 'Self-assessment sheet',
  openExternal: 'External sheet',
  rectification: 'Rectification',
  by: (on) => `by ${on}`,
  done: (text) => `Done: ${text}`,
  comparison: 'Self-assessment and external evaluation',
  scores: 'Scores',
  score: 'Score',
  noRanking: 'Share of indicators rated "mostly" or above; not for ranking.',
  states: {
    self: 'Self-assessment under way',
    external: 'External evaluation under way',
    compared: 'Compared',
    rectifying: 'Being mended',
    verifying: 'Rectification being checked',
    closed: 'Closed',
  },
};
