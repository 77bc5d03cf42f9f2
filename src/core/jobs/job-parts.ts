import type { Database } from '#core/db';
import type { Log } from '#core/log';
import type { JobKind } from './job-kind.ts';
import type { JobThreads } from './job-threads.ts';

export interface JobParts {
  readonly database: Database;
  readonly kinds: readonly JobKind[];
  readonly threads: JobThreads;
  readonly now: () => Date;
  readonly log: Log;
  /** How many jobs may have a thread of their own at a time. */
  readonly atOnce: number;
}
