import type { Instrument } from '#standards';
import type { InstrumentView, SheetHead, SheetView } from './contract.ts';
import type { Sheet, StandingAnswer, StoredChange } from './model.ts';
import type { OpenedSheet } from './sheets.ts';
import type { Survey } from './survey-store.ts';

type Writable<Value> = Value extends readonly (infer Item)[]
  ? Writable<Item>[]
  : Value extends object
    ? { -readonly [Key in keyof Value]: Writable<Value[Key]> }
    : Value;

/** The same value, which its new owner may change. */
export function writable<Value>(value: Value): Writable<Value> {
  return structuredClone(value) as Writable<Value>;
}

export const showInstrument = (instrument: Instrument): InstrumentView => writable(instrument);

export function showHead({ openedAt, submittedAt, ...rest }: Sheet): SheetHead {
  return { ...rest, openedAt: openedAt.toISOString(), submittedAt: submittedAt?.toISOString() ?? null };
}

export function showChange({ at, writtenAt, ...rest }: StoredChange): SheetView['waiting'][number] {
  return { ...writable(rest), at: at.toISOString(), writtenAt: writtenAt.toISOString() };
}

function showAnswer({ at, ...rest }: StandingAnswer): SheetView['answers'][number] {
  return { ...writable(rest), at: at.toISOString() };
}

export function showSheet(opened: OpenedSheet, reader: string, mayAnswer: boolean): SheetView {
  const { sheet, compiled, answers, waiting, progress, scores } = opened;
  return {
    sheet: showHead(sheet),
    instrument: showInstrument(compiled.instrument),
    reader,
    mayAnswer,
    answers: answers.map(showAnswer),
    waiting: waiting.map(showChange),
    progress: writable(progress),
    scores: writable(scores),
  };
}

export function showSurvey({ openedBy: _by, openedAt: _at, ...rest }: Survey) {
  return rest;
}
