import type { Database, DatabasePlace } from '#core/db';
import { JobThreads, WorkThread } from '#core/jobs';
import type { Key } from '#core/keys';

/** What a thread's application is opened with beside the database. */
export interface ThreadGiven {
  /** Where the lent database is, beside which keys and seals lie. */
  readonly place: DatabasePlace;
  readonly dataFolder: string;
  readonly standardFolders: readonly string[];
  /** The keys of a database in memory, which lie in no folder. */
  readonly heldKeys: readonly Key[];
}

/** Threads that hold this same application; none is started before there is work for it. */
export function openThreads(database: Database, given: () => ThreadGiven): JobThreads {
  const script = new URL('./thread-worker.ts', import.meta.url);
  return new JobThreads(() => new WorkThread({ script, database, given: given() }));
}
