import type { Database, Session } from '#core/db';
import { endJob, packResult } from './job-changes.ts';
import type { JobKind, JobProgress, JobStarter } from './job-kind.ts';

/** A job on its way to the thread that does it. */
export interface JobOrder {
  readonly id: string;
  readonly kind: string;
  readonly input: unknown;
  readonly by: JobStarter;
}

/** The job was cancelled, or another process took it over, while it ended: its changes are taken back. */
class JobWithdrawn extends Error {}

/**
 * Does a job that has begun and ends it: its changes and its end are one transaction, so a cancelled job changes nothing.
 *
 * @returns false where the job was no longer running when it ended, and nothing was changed
 */
export async function performJob(
  parts: { readonly database: Database; readonly kinds: readonly JobKind[]; readonly now: () => Date },
  order: JobOrder,
  onProgress: (progress: JobProgress) => void,
): Promise<boolean> {
  const { database, kinds, now } = parts;
  const kind = kinds.find(({ name }) => name === order.kind);
  if (kind === undefined) throw new Error(`no kind of job ${order.kind}`);
  const { result, write } = await kind.run(kind.input.parse(order.input), {
    by: order.by,
    at: now(),
    progress: onProgress,
  });
  const packed = await packResult(result);
  const at = now();
  const end = async (session: Session): Promise<void> => {
    const expiresAt = new Date(at.getTime() + kind.keptForS * 1000);
    if (!(await endJob(session, order.id, { at, expiresAt, packed }))) throw new JobWithdrawn();
    await write?.(session);
  };
  try {
    await database.transaction(end);
    return true;
  } catch (error) {
    if (error instanceof JobWithdrawn) return false;
    throw error;
  }
}
