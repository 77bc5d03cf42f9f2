import type { Fields } from './fields.ts';
import type { AnswerOption, AnswerType } from './instrument.ts';
import { nearestName } from './nearest-name.ts';

const kinds = ['yesNo', 'choice', 'choices', 'number', 'level', 'text', 'date', 'files'] as const;

/** The longest text that any item may ask for. */
const longestText = 4000;

/** `type` of an item with what belongs to it: options, a scale, a range. */
export const readAnswerType = (entry: Fields, scales: ReadonlyMap<string, readonly AnswerOption[]>): AnswerType => {
  const kind = entry.choice('type', kinds);
  switch (kind) {
    case 'yesNo':
      return { kind, positive: entry.boolean('positive', true) };
    case 'choice':
      return { kind, options: readOptions(entry) };
    case 'level':
      return { kind, options: readScale(entry, scales) };
    case 'choices': {
      const options = readOptions(entry);
      const atLeast = entry.numberOr('atLeast', 1);
      return { kind, options, atLeast, atMost: entry.numberOr('atMost', options.length) };
    }
    case 'number': {
      const range = { from: entry.numberOr('from', null), to: entry.numberOr('to', null) };
      if (range.from !== null && range.to !== null && range.to < range.from) {
        entry.report('to', 'bad-count', { name: 'to', other: `${range.from}–` });
      }
      return { kind, unit: entry.wordsOr('unit'), ...range, whole: entry.boolean('whole', false) };
    }
    case 'text':
      return { kind, longest: entry.numberOr('longest', longestText) };
    case 'date':
      return { kind, from: entry.date('from'), to: entry.date('to') };
    case 'files':
      return { kind, atLeast: entry.numberOr('atLeast', 1) };
  }
};

export const readOption = (entry: Fields): AnswerOption => {
  const id = entry.identifier('id');
  if (id.includes('-')) entry.report('id', 'bad-identifier', { name: id });
  const points = entry.numberOr('points', null);
  const option = {
    id,
    words: entry.words(),
    points,
    positive: entry.has('positive') ? entry.boolean('positive', false) : null,
    descriptor: entry.wordsOr('descriptor'),
  };
  entry.finish();
  return option;
};

const readOptions = (entry: Fields): readonly AnswerOption[] => {
  const options = entry.maps('options').map(readOption);
  if (options.length === 0) entry.report('options', 'no-options', { name: 'options' });
  const ids = new Set<string>();
  for (const { id } of options) {
    if (ids.has(id)) entry.report('options', 'duplicate-id', { name: id });
    ids.add(id);
  }
  return options;
};

const readScale = (entry: Fields, scales: ReadonlyMap<string, readonly AnswerOption[]>): readonly AnswerOption[] => {
  const name = entry.text('scale');
  const levels = scales.get(name);
  if (levels === undefined && name !== '') {
    entry.report('scale', 'unknown-scale', { name, suggestion: nearestName(name, scales.keys()) });
  }
  return levels ?? [];
};
