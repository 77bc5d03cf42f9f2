import type { MigrationFolder } from '#core/db';

export {
  defineJob,
  type JobControl,
  type JobKind,
  type JobOutcome,
  type JobProgress,
  type JobStarter,
} from './job-kind.ts';
export type { JobState, JobView } from './job-record.ts';
export { bindJobs } from './job-routes.ts';
export { JobThreads } from './job-threads.ts';
export type { Jobs } from './jobs.ts';
export { openJobs } from './open-jobs.ts';
export { type JobOrder, performJob } from './perform-job.ts';
export { serveThread } from './serve-thread.ts';
export { WorkThread } from './work-thread.ts';

export const jobsMigrations: MigrationFolder = {
  owner: 'jobs',
  folder: new URL('./migrations/', import.meta.url),
};
