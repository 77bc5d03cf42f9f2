import type { z } from 'zod';
import type { Session } from '#core/db';
import type { LocalText } from '#core/locale';

/** How far a job has come. */
export interface JobProgress {
  readonly phase: LocalText;
  /** 0–1 of the whole; absent where it cannot be told. */
  readonly share?: number;
  /** The best answer so far, in a line, where one exists already. */
  readonly found?: LocalText;
}

/** Who asked for a job. */
export interface JobStarter {
  readonly id: string;
  readonly name: string;
}

export interface JobControl {
  readonly by: JobStarter;
  readonly at: Date;
  progress(progress: JobProgress): void;
}

/** How a job ends. */
export interface JobOutcome<Result> {
  /** Plain data, kept until the job expires. */
  readonly result: Result;
  /** What the job changes, in the transaction that ends it: it happens once, or not at all where the job was cancelled. */
  readonly write?: ((session: Session) => Promise<void>) | undefined;
}

/** A kind of long work as a module declares it. */
export interface JobKind<Input = unknown, Result = unknown> {
  /** `module.name`. */
  readonly name: string;
  readonly title: LocalText;
  readonly input: z.ZodType<Input>;
  /** The area it is about; also where a person must be allowed `permission` to see it besides whoever started it. */
  readonly areaOf: (input: Input) => string;
  readonly permission: string;
  /** Its answer may speak of more than its area, so only whoever started it sees it. */
  readonly isForStarter?: boolean | undefined;
  /**
   * Changes whenever the answer to the same input might: a finished job with the same stamp is given back instead of being run again.
   * Absent: a finished job is never reused.
   */
  readonly stamp?: ((input: Input) => Promise<string>) | undefined;
  /** `own` = in any free thread; `standing` = in the one that keeps what was computed for the questions that follow. */
  readonly thread: 'own' | 'standing';
  /** How long the ended job can be found again. */
  readonly keptForS: number;
  /**
   * Does the work, in a thread, from its input alone: an interrupted job is run again from the beginning.
   *
   * @remarks Until `write` nothing may be changed that another could see.
   */
  readonly run: (input: Input, control: JobControl) => Promise<JobOutcome<Result>>;
}

/**
 * Declares a kind of long work.
 *
 * @example
 * const evaluateJob = (balance: Balance) => defineJob({ name: 'balance.evaluate', title, input: evaluateInput, areaOf: ({ area }) => area, … });
 */
export function defineJob<Input, Result>(kind: JobKind<Input, Result>): JobKind {
  // Inputs are parsed by this very schema before they reach the kind, so their type is its own.
  return kind as unknown as JobKind;
}
