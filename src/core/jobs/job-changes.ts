import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Session } from '#core/db';
import type { JobProgress } from './job-kind.ts';
import { areaOfJob } from './job-record.ts';
import type { SentRefusal } from './thread-messages.ts';

const pack = promisify(gzip);

/** Begins a waiting job; answers false where it was cancelled meanwhile. */
export async function beginJob(session: Session, id: string, runner: string, at: Date): Promise<boolean> {
  const rows = await session.query(
    `UPDATE core_job SET state = 'running', starts = starts + 1, runner = $3, seen_at = $4, started_at = $4
     WHERE area_code = $1 AND id = $2 AND state = 'queued' RETURNING id`,
    [areaOfJob(id), id, runner, at],
  );
  return rows.length > 0;
}

export async function noteProgress(session: Session, id: string, progress: JobProgress, at: Date): Promise<void> {
  await session.query(
    `UPDATE core_job SET progress = $3::jsonb, seen_at = $4 WHERE area_code = $1 AND id = $2 AND state = 'running'`,
    [areaOfJob(id), id, JSON.stringify(progress), at],
  );
}

/** Ends a running job with its result; answers false where it was cancelled meanwhile. */
export async function endJob(
  session: Session,
  id: string,
  end: { readonly at: Date; readonly expiresAt: Date; readonly packed: Uint8Array },
): Promise<boolean> {
  const rows = await session.query(
    `UPDATE core_job SET state = 'done', ended_at = $3, expires_at = $4, result = $5, progress = NULL
     WHERE area_code = $1 AND id = $2 AND state = 'running' RETURNING id`,
    [areaOfJob(id), id, end.at, end.expiresAt, end.packed],
  );
  return rows.length > 0;
}

export async function failJob(
  session: Session,
  id: string,
  end: { readonly at: Date; readonly expiresAt: Date; readonly failure: SentRefusal },
): Promise<void> {
  await session.query(
    `UPDATE core_job SET state = 'failed', ended_at = $3, expires_at = $4, failure = $5::jsonb
     WHERE area_code = $1 AND id = $2 AND state IN ('queued', 'running')`,
    [areaOfJob(id), id, end.at, end.expiresAt, JSON.stringify(end.failure)],
  );
}

/** Cancels a job that has not ended; answers whether there was one. */
export async function cancelJob(session: Session, id: string, at: Date, expiresAt: Date): Promise<boolean> {
  const rows = await session.query(
    `UPDATE core_job SET state = 'cancelled', ended_at = $3, expires_at = $4
     WHERE area_code = $1 AND id = $2 AND state IN ('queued', 'running') RETURNING id`,
    [areaOfJob(id), id, at, expiresAt],
  );
  return rows.length > 0;
}

/** Lets a running job wait again. */
export async function requeueJob(session: Session, id: string): Promise<void> {
  await session.query("UPDATE core_job SET state = 'queued' WHERE area_code = $1 AND id = $2 AND state = 'running'", [
    areaOfJob(id),
    id,
  ]);
}

/** Says that this process still looks after its jobs. */
export async function keepJobs(session: Session, runner: string, at: Date): Promise<void> {
  await session.query("UPDATE core_job SET seen_at = $2 WHERE runner = $1 AND state IN ('queued', 'running')", [
    runner,
    at,
  ]);
}

/** Lets go of this process's open jobs, so that the next one takes them at once. */
export async function releaseJobs(session: Session, runner: string): Promise<void> {
  await session.query(
    `UPDATE core_job SET state = 'queued', runner = NULL, seen_at = to_timestamp(0),
       starts = CASE WHEN state = 'running' THEN starts - 1 ELSE starts END
     WHERE runner = $1 AND state IN ('queued', 'running')`,
    [runner],
  );
}

export async function dropExpiredJobs(session: Session, at: Date): Promise<void> {
  await session.query('DELETE FROM core_job WHERE expires_at <= $1', [at]);
}

/** A result as it is kept. */
export async function packResult(result: unknown): Promise<Uint8Array> {
  return new Uint8Array(await pack(JSON.stringify(result ?? null)));
}
