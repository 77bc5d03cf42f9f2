import type { Gate, Principal } from '#core/access';
import { type BoundRoute, bindRoutes } from '#core/http';
import { type Job, jobsRoutes } from './contract.ts';
import { errors } from './errors.ts';
import type { JobView } from './job-record.ts';
import type { Jobs } from './jobs.ts';
import { jobsPermissions } from './permissions.ts';

/** Converts requests to calls of the jobs; nobody learns of a job that is not theirs to see. */
export function bindJobs(jobs: Jobs, gate: Gate): readonly BoundRoute[] {
  const maySee = (principal: Principal, { by, kind, area }: JobView): boolean => {
    if (by === principal.id) return true;
    const found = jobs.kinds.find(({ name }) => name === kind);
    if (found === undefined || found.isForStarter === true) return false;
    return gate.decide(principal, found.permission, { area }).allowed;
  };
  const seen = async (principal: Principal, id: string): Promise<JobView> => {
    const job = await jobs.find(id);
    if (!maySee(principal, job)) throw errors.jobNotFound();
    return job;
  };
  return bindRoutes(jobsRoutes, {
    jobs: async ({ query, principal }) => ({
      rows: (await jobs.list(query)).filter((job) => maySee(principal, job)).map(shown),
    }),
    job: async ({ params, principal }) => shown(await seen(principal, params.job)),
    result: async ({ params, principal }) => jobs.resultOf((await seen(principal, params.job)).id),
    cancel: async ({ params, principal }) => {
      const job = await seen(principal, params.job);
      if (job.by !== principal.id) gate.require(principal, jobsPermissions.cancelOthers, { area: job.area });
      return shown(await jobs.cancel(job.id));
    },
  });
}

function shown({ id, area, kind, title, state, progress, by, byName, failure, ...at }: JobView): Job {
  return {
    id,
    area,
    kind,
    title,
    state,
    by,
    byName,
    progress,
    createdAt: at.createdAt.toISOString(),
    startedAt: at.startedAt?.toISOString() ?? null,
    endedAt: at.endedAt?.toISOString() ?? null,
    failure:
      failure === null
        ? null
        : { code: failure.code, status: failure.status, text: failure.text, remedy: failure.remedy },
  };
}
