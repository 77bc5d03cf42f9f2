import type { JobKind, JobStarter } from './job-kind.ts';
import type { JobView } from './job-record.ts';

/** Long work of this installation: started once, seen by whoever may, cancelled at any time, found again after a restart. */
export interface Jobs {
  readonly kinds: readonly JobKind[];
  /**
   * Starts work unless the same is waiting, under way or (with the same stamp) done; answers the job either way.
   *
   * @throws ZodError where the input is not the kind's, which is a bug of the caller
   */
  start(kind: string, input: unknown, by: JobStarter): Promise<JobView>;
  /** @throws DomainError `jobs.jobNotFound` */
  find(id: string): Promise<JobView>;
  /** Newest first. */
  list(about: { readonly area?: string | undefined }): Promise<readonly JobView[]>;
  /** The answer of a job that is done. @throws DomainError `jobs.jobNotFound`, `jobs.notDone`, `jobs.cancelled`, or as it failed */
  resultOf(id: string): Promise<unknown>;
  /** Waits until the job has ended. @throws as `resultOf`, but never `jobs.notDone` */
  ended(id: string): Promise<unknown>;
  /** Ends a job that has not ended, leaving nothing of it; one that has ended stays as it is. */
  cancel(id: string): Promise<JobView>;
  /** Takes up what an earlier process left unfinished, and looks after the jobs from now on. */
  resume(): Promise<void>;
  /** Stops work under way; it starts again with the next process. */
  close(): Promise<void>;
}
