import { type JobOrder, performJob, serveThread } from '#core/jobs';
import { countKinds } from './count-kinds.ts';

await serveThread(async (database) => ({
  job: (order, onProgress) =>
    performJob({ database, kinds: countKinds, now: () => new Date() }, order as JobOrder, onProgress),
}));
