import type { Messages } from './locale.zh-cn.ts';

export const en: Messages = {
  title: 'Standards',
  answer: (n) => (n === '1' ? 'One standard is at hand.' : `${n} standards are at hand.`),
  none: 'There is no standard.',
  list: 'All standards',
  name: 'Standard',
  document: 'Document',
  issuer: 'Issued by',
  issuedOn: 'Issued on',
  valid: 'In force',
  open: 'today',
  area: 'Where',
  nation: 'Nation',
  level: 'What is judged',
  confidence: 'Confidence',
  confidences: {
    verified: 'Seen in a public source',
    memory: 'To be checked against the text',
    secondary: 'Quoted elsewhere',
    own: 'Ours',
  },
  indicators: 'Indicators',
  coefficients: 'Coefficients',
  attested: 'Attested items',
  vetoes: 'Vetoes',
  version: 'Version',
};
