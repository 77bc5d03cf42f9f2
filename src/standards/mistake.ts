import type { Words } from './words.ts';

/** One mistake in a standard or dictionary file, at a place a person can go to. Lines and columns count from 1. */
export interface Mistake {
  /** A stable code, e.g. `unknown-name`; all codes are listed in `docs/handbook/standards.md`. */
  readonly code: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What is wrong. */
  readonly message: Words;
  /** What to do about it, e.g. "Did you mean students?". */
  readonly remedy: Words | null;
}
