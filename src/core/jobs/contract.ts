import { z } from 'zod';

const text = z.object({ zh: z.string(), en: z.string() });

export const jobParams = z.object({ job: z.string().min(1).max(120) });
export const jobsQuery = z.object({
  /** Only those about this area. */
  area: z.string().max(40).optional(),
});

/** Long work: what it is, how far, and how it ended. */
export const job = z.object({
  id: z.string(),
  area: z.string(),
  kind: z.string(),
  title: text,
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  progress: z
    .object({
      phase: text,
      /** 0–1; absent where it cannot be told. */
      share: z.number().optional(),
      /** The best answer so far, in a line. */
      found: text.optional(),
    })
    .nullable(),
  by: z.string(),
  byName: z.string(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  failure: z.object({ code: z.string(), status: z.number().int(), text, remedy: text }).nullable(),
});

export const jobList = z.object({ rows: z.array(job) });

/** The doors of long work. Whoever started a job sees it, and whoever may read what it is about. */
export const jobsRoutes = {
  jobs: {
    method: 'GET',
    path: '/jobs',
    titleKey: 'jobs.jobs',
    access: 'signed-in',
    query: jobsQuery,
    response: jobList,
    errors: [],
  },
  job: {
    method: 'GET',
    path: '/jobs/:job',
    titleKey: 'jobs.job',
    access: 'signed-in',
    params: jobParams,
    response: job,
    errors: ['jobs.jobNotFound'],
  },
  result: {
    method: 'GET',
    path: '/jobs/:job/result',
    titleKey: 'jobs.result',
    access: 'signed-in',
    params: jobParams,
    response: z.unknown(),
    errors: ['jobs.jobNotFound', 'jobs.notDone', 'jobs.cancelled', 'jobs.crashed', 'jobs.interrupted'],
  },
  cancel: {
    method: 'DELETE',
    path: '/jobs/:job',
    titleKey: 'jobs.cancel',
    access: 'signed-in',
    params: jobParams,
    response: job,
    errors: ['jobs.jobNotFound', 'access.forbidden'],
  },
} as const;

export type Job = z.infer<typeof job>;
