import type { CompiledInstrument } from './compile-instrument.ts';
import type { AnswerOption, Answers, AnswerValue, InstrumentItem, ScoreDefinition } from './instrument.ts';
import { judgeAnswer } from './judge-answer.ts';
import type { Words } from './words.ts';

export interface Score {
  readonly id: string;
  readonly words: Words;
  /** Null where nothing that counts was answered. */
  readonly value: number | null;
  readonly band: Words | null;
  /** How many of the items asked were answered in a way that counts. */
  readonly counted: number;
  readonly asked: number;
}

/** What an answer is worth: points for sums and means, and whether it is positive; null = it does not count. */
export interface AnswerWorth {
  readonly points: number | null;
  readonly positive: boolean | null;
}

const worthless: AnswerWorth = { points: null, positive: null };

export const worthOf = (item: InstrumentItem, value: AnswerValue | null): AnswerWorth => {
  if (value === null || judgeAnswer(item, value) !== null) return worthless;
  const { type } = item;
  switch (type.kind) {
    case 'yesNo': {
      const positive = value === type.positive;
      return { points: positive ? 1 : 0, positive };
    }
    case 'choice':
    case 'level':
      return type.options.find(({ id }) => id === value) ?? worthless;
    case 'choices':
      return { points: sumOfChosen(type.options, value), positive: null };
    case 'number':
      return { points: Number(value), positive: null };
    default:
      return worthless;
  }
};

const sumOfChosen = (options: readonly AnswerOption[], value: AnswerValue): number | null => {
  const chosen = options.filter(({ id, points }) => points !== null && typeof value === 'object' && value.includes(id));
  return options.every(({ points }) => points === null)
    ? null
    : chosen.reduce((sum, { points }) => sum + (points ?? 0), 0);
};

/**
 * Every score of a sheet, from the items that are asked and answered.
 *
 * @remarks An item that was skipped or left open enters no score, neither above nor below the line; `counted` and `asked` say how
 * much of it is known. Scores are of the instrument's author; the national guides publish neither weights nor a total.
 */
export const scoreAnswers = ({ instrument, asked }: CompiledInstrument, answers: Answers): readonly Score[] => {
  const items = new Map(asked(answers).map((item) => [item.id, item]));
  return instrument.scores.map((definition) => scoreOf(definition, items, answers));
};

const scoreOf = (
  { id, words, how, items, bands }: ScoreDefinition,
  asked: ReadonlyMap<string, InstrumentItem>,
  answers: Answers,
): Score => {
  const among = items.flatMap((name) => asked.get(name) ?? []);
  const counted = among.flatMap((item) => {
    const worth = worthOf(item, answers.get(item.id)?.value ?? null);
    const amount = how === 'share' ? (worth.positive === null ? null : Number(worth.positive)) : worth.points;
    return amount === null ? [] : [{ amount, weight: how === 'weighted' ? item.weight : 1 }];
  });
  const weights = counted.reduce((sum, { weight }) => sum + weight, 0);
  const total = counted.reduce((sum, { amount, weight }) => sum + amount * weight, 0);
  const value = counted.length === 0 || weights === 0 ? null : how === 'sum' ? total : total / weights;
  const band = value === null ? null : (bands.findLast(({ from }) => value >= from - nearLine)?.words ?? null);
  return { id, words, value, band, counted: counted.length, asked: among.length };
};

/** 0.1 + 0.2 must reach a band that begins at 0.3. */
const nearLine = 1e-9;
