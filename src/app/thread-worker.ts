import { type JobOrder, performJob, serveThread } from '#core/jobs';
import { openApplication } from './application.ts';
import { answerHere, type OffLoopCall } from './off-loop.ts';
import type { ThreadGiven } from './open-threads.ts';

/** The application once more, in a thread, over the database of the one that serves people. */
await serveThread(async (database, given) => {
  const application = await openApplication({ ...(given as ThreadGiven), database });
  const { jobs, now } = application;
  return {
    job: (order, onProgress) => performJob({ database, kinds: jobs.kinds, now }, order as JobOrder, onProgress),
    answer: (call) => answerHere(application, call as OffLoopCall),
  };
});
