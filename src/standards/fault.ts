import type { Span } from './expression.ts';
import { type MistakeCode, type MistakeDetail, mistakeTexts } from './mistake-texts.ts';
import type { Words } from './words.ts';

/** A mistake inside a formula: offsets instead of lines, because a formula does not know its file. */
export interface Fault extends Span {
  readonly code: MistakeCode;
  readonly message: Words;
  readonly remedy: Words | null;
}

export const fault = (span: Span, code: MistakeCode, detail: MistakeDetail = {}): Fault => ({
  start: span.start,
  end: span.end,
  code,
  ...mistakeTexts[code](detail),
});
