import type { InstrumentView, SheetView } from '#contracts/instruments';
import {
  type AnswerProgress,
  type Answers,
  type CompiledInstrument,
  compileInstrument,
  type InstrumentItem,
  type InstrumentSection,
  progressOf,
} from '#standards';
import { fixedText, numberText, type Text } from '#web/locale';
import type { ShownAnswer } from '#web/offline';

/** The last page of every sheet, after its sections. */
export const end = 'end';

export interface SectionView {
  readonly section: InstrumentSection;
  readonly items: readonly InstrumentItem[];
  readonly done: number;
}

export interface SheetModel {
  readonly compiled: CompiledInstrument;
  readonly sections: readonly SectionView[];
  readonly progress: AnswerProgress;
}

/** The sections that are asked, given what was answered so far; null where the instrument cannot be read. */
export function modelOf(instrument: InstrumentView, shown: ReadonlyMap<string, ShownAnswer>): SheetModel | null {
  const { compiled } = compileInstrument(instrument);
  if (compiled === null) return null;
  const answers: Answers = shown;
  const asked = new Set(compiled.asked(answers).map(({ id }) => id));
  const progress = progressOf(compiled, answers);
  const missing = new Set(progress.missing.map(({ item }) => item));
  const sections = instrument.sections.flatMap((section) => {
    const items = section.items.filter(({ id }) => asked.has(id));
    if (items.length === 0) return [];
    return [{ section, items, done: items.filter(({ id }) => !missing.has(id)).length }];
  });
  return { compiled, sections, progress };
}

/** An answer as a person reads it; '' where there is none. */
export function answerText(
  item: InstrumentItem,
  { value, files }: Pick<ShownAnswer, 'value' | 'files'>,
  text: (words: Text) => string,
  words: { readonly yes: string; readonly no: string; readonly files: (count: string) => string },
): string {
  if (item.type.kind === 'files') return words.files(numberText(files.length));
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return numberText(value);
  if (!('options' in item.type)) return typeof value === 'string' ? value : '';
  const chosen = typeof value === 'string' ? [value] : value;
  return item.type.options
    .filter(({ id }) => chosen.includes(id))
    .map((option) => text(option.words))
    .join('、');
}

/** A share as a percentage, any other score as a number. */
export function scoreText(how: InstrumentView['scores'][number]['how'], value: number): string {
  return how === 'share' ? `${fixedText(value * 100, 1)}%` : numberText(value);
}

/** Changes that wait to be settled, with the answer they met. */
export function conflictsOf({ instrument, waiting, answers }: SheetView) {
  const items = new Map(instrument.sections.flatMap((section) => section.items).map((item) => [item.id, item]));
  return waiting.flatMap((change) => {
    const item = items.get(change.item);
    if (item === undefined) return [];
    return [{ change, item, standing: answers.find((answer) => answer.item === change.item) }];
  });
}
