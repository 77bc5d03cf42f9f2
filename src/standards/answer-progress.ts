import type { CompiledInstrument } from './compile-instrument.ts';
import type { Answers, InstrumentItem } from './instrument.ts';
import { judgeAnswer } from './judge-answer.ts';

export interface AnswerProgress {
  readonly asked: number;
  /** Items asked that have a good answer, with its evidence where that is required. */
  readonly done: number;
  /** What keeps the sheet from being complete, in the order asked. */
  readonly missing: readonly { readonly item: string; readonly what: 'answer' | 'evidence' }[];
}

/** What a sheet still lacks. An item that need not be answered never stands in `missing`. */
export const progressOf = (compiled: CompiledInstrument, answers: Answers): AnswerProgress => {
  const asked = compiled.asked(answers);
  const states = asked.map((item) => ({ item, what: lackOf(item, answers) }));
  return {
    asked: asked.length,
    done: states.filter(({ item, what }) => what === null && isAnswered(item, answers)).length,
    missing: states.flatMap(({ item, what }) => (what === null ? [] : [{ item: item.id, what }])),
  };
};

const isAnswered = (item: InstrumentItem, answers: Answers): boolean => {
  const answer = answers.get(item.id);
  if (item.type.kind === 'files') return (answer?.files.length ?? 0) > 0;
  return answer !== undefined && answer.value !== null && judgeAnswer(item, answer.value) === null;
};

const lackOf = (item: InstrumentItem, answers: Answers): 'answer' | 'evidence' | null => {
  const files = answers.get(item.id)?.files.length ?? 0;
  if (item.type.kind === 'files') return files < item.type.atLeast && item.required ? 'answer' : null;
  if (!isAnswered(item, answers)) return item.required ? 'answer' : null;
  return item.evidence === 'required' && files === 0 ? 'evidence' : null;
};
