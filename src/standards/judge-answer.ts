import type { AnswerType, AnswerValue, InstrumentItem } from './instrument.ts';

/** Why a value is no answer to an item. */
export type AnswerFault = 'wrongKind' | 'notAnOption' | 'tooFew' | 'tooMany' | 'outOfRange' | 'notWhole' | 'tooLong';

/** Null where the value answers the item; what is missing is not judged here but by `progressOf`. */
export const judgeAnswer = ({ type }: Pick<InstrumentItem, 'type'>, value: AnswerValue): AnswerFault | null => {
  switch (type.kind) {
    case 'yesNo':
      return typeof value === 'boolean' ? null : 'wrongKind';
    case 'choice':
    case 'level':
      if (typeof value !== 'string') return 'wrongKind';
      return isOption(type, value) ? null : 'notAnOption';
    case 'choices':
      return judgeChoices(type, value);
    case 'number':
      return judgeNumber(type, value);
    case 'text':
      if (typeof value !== 'string') return 'wrongKind';
      return [...value].length > type.longest ? 'tooLong' : null;
    case 'date':
      if (typeof value !== 'string' || !isDay(value)) return 'wrongKind';
      return (type.from !== null && value < type.from) || (type.to !== null && value > type.to) ? 'outOfRange' : null;
    case 'files':
      // The files themselves are the answer.
      return 'wrongKind';
  }
};

type Of<Kind extends AnswerType['kind']> = Extract<AnswerType, { readonly kind: Kind }>;

const isOption = (type: { readonly options: readonly { readonly id: string }[] }, value: string): boolean =>
  type.options.some(({ id }) => id === value);

const judgeChoices = (type: Of<'choices'>, value: AnswerValue): AnswerFault | null => {
  if (typeof value !== 'object') return 'wrongKind';
  if (new Set(value).size < value.length || !value.every((id) => isOption(type, id))) return 'notAnOption';
  if (value.length < type.atLeast) return 'tooFew';
  return value.length > type.atMost ? 'tooMany' : null;
};

const judgeNumber = ({ from, to, whole }: Of<'number'>, value: AnswerValue): AnswerFault | null => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'wrongKind';
  if ((from !== null && value < from) || (to !== null && value > to)) return 'outOfRange';
  return whole && !Number.isInteger(value) ? 'notWhole' : null;
};

const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};
