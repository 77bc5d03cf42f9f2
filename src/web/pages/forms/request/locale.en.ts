import type { Messages } from './locale.zh-cn.ts';

export const en: Messages = {
  title: 'Request a form',
  answer: 'What is known may not be asked again: write the fields down and see at once which are known.',
  clean: 'No field repeats what is known.',
  clashing: (n) =>
    `${n} fields are known: pre-fill them, or say precisely what differs, before the form can be requested.`,
  name: 'Name of the form',
  basis: 'Basis (document)',
  why: 'What it is for',
  from: 'From',
  until: 'Until',
  untilHint: 'three years at most',
  fields: 'Fields',
  fieldsHint: 'One a line; may be pasted from Excel.',
  checked: 'What is known',
  field: 'Field',
  result: 'Answer',
  free: 'Not known: may be asked',
  known: (where) => `Known: ${where}`,
  prefill: (where) => `Pre-fill from ${where}`,
  prefilled: (where) => `Pre-filled from ${where}`,
  undo: 'Let schools type it',
  send: 'Send the request',
};
