import type { Database } from '#core/db';
import { JobThreads, WorkThread } from '#core/jobs';

/** What a thread's application is opened with beside the database. */
export interface ThreadGiven {
  readonly dataFolder: string;
  readonly standardFolders: readonly string[];
}

/** Threads that hold this same application; none is started before there is work for it. */
export function openThreads(database: Database, given: ThreadGiven): JobThreads {
  const script = new URL('./thread-worker.ts', import.meta.url);
  return new JobThreads(() => new WorkThread({ script, database, given }));
}
