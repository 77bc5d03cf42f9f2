import type { Messages } from './locale.zh-cn.ts';

export const en: Messages = {
  title: 'Evidence',
  answer: (open, all) => `${open} of ${all} items are still open.`,
  done: (all) => `All ${all} items are answered.`,
  failing: (n) => (n === '1' ? '1 item not met' : `${n} items not met`),
  hint: 'Documents, surveys and vetoes are answered by a person with evidence; every other number is computed.',
  kinds: { document: 'Document', survey: 'Survey', external: 'External result', veto: 'Veto' },
  clause: (clause) => `Clause: ${clause}`,
  yes: 'Yes',
  no: 'No',
  unanswered: 'Open',
  question: 'Answer',
  vetoQuestion: 'Did it happen?',
  evidence: 'Evidence (document number, link or place)',
  threshold: (line, unit) => `Required: ${line} ${unit}`,
  faults: {
    notANumber: () => 'Give a number.',
    outOfRange: (range, unit) => `Give a number from ${range.replace('–', ' to ')}${unit === '' ? '' : ` (${unit})`}.`,
    notWhole: () => 'Give a whole number.',
  },
  save: 'Save',
  takeBack: 'Take back',
  by: (person, at) => `Answered by ${person} on ${at}`,
  none: 'This standard asks nobody to attest anything.',
  part: 'Part',
};
