import type { Database } from '#core/db';
import { type Jobs, JobThreads, openJobs, WorkThread } from '#core/jobs';
import { createLog } from '#core/log';
import { countKinds } from './count-kinds.ts';

/** Jobs that count, over a database that holds their tables. */
export function countingJobs(database: Database, lines: string[] = []): Jobs {
  const script = new URL('./count-worker.ts', import.meta.url);
  return openJobs({
    database,
    kinds: countKinds,
    threads: new JobThreads(() => new WorkThread({ script, database, given: null })),
    now: () => new Date(),
    log: createLog({ level: 'warn', now: () => new Date(), write: (line) => lines.push(line) }),
    atOnce: 1,
  });
}
