import type { Messages } from './locale.zh-cn.ts';

export const en: Messages = {
  answer: (visited, all, found, mended) =>
    `${visited} of ${all} schools visited; problems at ${found}, of which ${mended} are mended.`,
  period: (from, until, rectify) => `Visits ${from} to ${until}; mended by ${rectify}`,
  basis: (basis) => `Basis: ${basis}`,
  report: 'Report (docx)',
  close: 'Close the campaign',
  closeHint: 'No sheets are taken afterwards; rectification goes on until it is accepted.',
  summary: 'Summary',
  reason: 'Why some were not visited',
  progress: 'Progress by area',
  place: 'Area',
  unknown: '(no township on record)',
  findings: 'What was found',
  matter: 'Matter',
  problem: 'Problem',
  schools: 'Schools',
  rows: 'School by school',
  school: 'School',
  found: 'Problems',
  sheet: 'Sheet',
  openSheet: 'Open',
  handle: 'Rectification',
  openCase: 'Case',
  nothing: 'Nothing was found yet.',
};
