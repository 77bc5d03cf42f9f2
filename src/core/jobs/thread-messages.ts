import type { LentDatabase } from '#core/db';
import type { ErrorParameters } from '#core/errors';
import type { LocalText } from '#core/locale';
import type { Origin } from '#core/origin';
import type { JobProgress } from './job-kind.ts';

export interface ThreadStart {
  readonly lent: LentDatabase;
  readonly given: unknown;
}

/** One question to a thread: what is wanted, and what it is about. */
export interface ThreadCall {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
  /** Who asks, from where: what is done in the thread is recorded as theirs. */
  readonly origin: Origin;
}

export interface SentRefusal {
  readonly code: string;
  readonly status: number;
  readonly parameters: ErrorParameters;
  readonly text: LocalText;
  readonly remedy: LocalText;
}

export type ThreadReply =
  | { readonly id: number; readonly kind: 'progress'; readonly progress: JobProgress }
  | { readonly id: number; readonly kind: 'answer'; readonly value: unknown }
  | { readonly id: number; readonly kind: 'refused'; readonly refusal: SentRefusal }
  | { readonly id: number; readonly kind: 'failed'; readonly message: string };
