import type { Job } from '#contracts/jobs';
import type { Screen } from '#web/shell';

const shownForMs = 10 * 60_000;
const screenOf: Readonly<Record<string, Screen>> = {
  'balance.evaluate': 'overview',
  'balance.remedy': 'plan',
  'organization.preview': 'import',
};

/** What is under way, oldest first, and what ended in the last ten minutes, newest first. */
export function sortJobs(jobs: readonly Job[], nowMs: number): { readonly open: Job[]; readonly ended: Job[] } {
  const isOpen = ({ state }: Job) => state === 'queued' || state === 'running';
  const open = jobs.filter(isOpen).toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  const ended = jobs.filter((job) => !isOpen(job) && nowMs - Date.parse(job.endedAt ?? '') < shownForMs);
  return { open, ended: ended.toSorted((a, b) => ((a.endedAt ?? '') > (b.endedAt ?? '') ? -1 : 1)) };
}

/** The page on which the answer of a job is read. */
export function screenOfJob(kind: string): Screen | undefined {
  return screenOf[kind];
}

/** How often to ask: closely while something runs or a page waits, else now and then. */
export function askEveryMs(openJobs: number, isPageWaiting: boolean): number {
  return openJobs > 0 || isPageWaiting ? 1_000 : 30_000;
}
