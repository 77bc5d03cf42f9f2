import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Session } from '#core/db';
import type { JobProgress } from './job-kind.ts';
import { areaOfJob, type JobRecord, type JobState } from './job-record.ts';
import type { SentRefusal } from './thread-messages.ts';

const unpack = promisify(gunzip);

interface JobRow {
  readonly area_code: string;
  readonly id: string;
  readonly kind: string;
  readonly input: unknown;
  readonly stamp: string | null;
  readonly state: JobState;
  readonly progress: JobProgress | null;
  readonly starts: number;
  readonly by_person: string;
  readonly by_name: string;
  readonly created_at: Date;
  readonly started_at: Date | null;
  readonly ended_at: Date | null;
  readonly failure: SentRefusal | null;
}

const columns =
  'area_code, id, kind, input, stamp, state, progress, starts, by_person, by_name, created_at, started_at, ended_at, failure';

export interface NewJob {
  readonly area: string;
  readonly id: string;
  readonly kind: string;
  readonly input: unknown;
  readonly inputHash: string;
  readonly stamp: string | null;
  readonly by: string;
  readonly byName: string;
  readonly at: Date;
  readonly runner: string;
}

/** Adds a job unless the same work is waiting or under way; answers whether it was added. */
export async function insertJob(session: Session, job: NewJob): Promise<boolean> {
  const added = await session.query(
    `INSERT INTO core_job (area_code, id, kind, input, input_hash, stamp, state, runner, seen_at, by_person, by_name, created_at)
     VALUES ($1, $2, $3, $4::jsonb, $5, $6, 'queued', $7, $8, $9, $10, $8)
     ON CONFLICT (area_code, kind, input_hash) WHERE state IN ('queued', 'running') DO NOTHING RETURNING id`,
    [
      job.area,
      job.id,
      job.kind,
      JSON.stringify(job.input),
      job.inputHash,
      job.stamp,
      job.runner,
      job.at,
      job.by,
      job.byName,
    ],
  );
  return added.length > 0;
}

/** The same work: waiting or under way, or done with the same stamp; the newest. */
export async function findSameJob(
  session: Session,
  { area, kind, inputHash, stamp, at }: Pick<NewJob, 'area' | 'kind' | 'inputHash' | 'stamp' | 'at'>,
): Promise<JobRecord | undefined> {
  const rows = await session.query<JobRow>(
    `SELECT ${columns} FROM core_job WHERE area_code = $1 AND kind = $2 AND input_hash = $3
       AND (state IN ('queued', 'running') OR (state = 'done' AND stamp = $4 AND expires_at > $5))
     ORDER BY created_at DESC LIMIT 1`,
    [area, kind, inputHash, stamp, at],
  );
  return rows.map(recordOf)[0];
}

export async function findJob(session: Session, id: string): Promise<JobRecord | undefined> {
  const rows = await session.query<JobRow>(`SELECT ${columns} FROM core_job WHERE area_code = $1 AND id = $2`, [
    areaOfJob(id),
    id,
  ]);
  return rows.map(recordOf)[0];
}

/** Newest first; those of a person, those about an area, or all. */
export async function listJobs(
  session: Session,
  { area, most }: { readonly area?: string | undefined; readonly most: number },
): Promise<readonly JobRecord[]> {
  const rows = await session.query<JobRow>(
    `SELECT ${columns} FROM core_job WHERE ($1::text IS NULL OR area_code = $1) ORDER BY created_at DESC, id DESC LIMIT $2`,
    [area ?? null, most],
  );
  return rows.map(recordOf);
}

/** Takes over open jobs whose process was not seen since; they wait again. Answers them, oldest first. */
export async function adoptJobs(
  session: Session,
  { runner, unseenSince, at }: { readonly runner: string; readonly unseenSince: Date; readonly at: Date },
): Promise<readonly JobRecord[]> {
  const rows = await session.query<JobRow>(
    `UPDATE core_job SET state = 'queued', runner = $1, seen_at = $3
     WHERE state IN ('queued', 'running') AND runner IS DISTINCT FROM $1 AND seen_at <= $2 RETURNING ${columns}`,
    [runner, unseenSince, at],
  );
  return rows.map(recordOf).toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
}

export async function resultOfJob(session: Session, id: string): Promise<unknown> {
  const [row] = await session.query<{ result: Uint8Array | null }>(
    "SELECT result FROM core_job WHERE area_code = $1 AND id = $2 AND state = 'done'",
    [areaOfJob(id), id],
  );
  return row?.result ? JSON.parse((await unpack(row.result)).toString('utf8')) : undefined;
}

function recordOf(row: JobRow): JobRecord {
  return {
    id: row.id,
    area: row.area_code,
    kind: row.kind,
    input: row.input,
    stamp: row.stamp,
    state: row.state,
    progress: row.progress,
    starts: row.starts,
    by: row.by_person,
    byName: row.by_name,
    createdAt: row.created_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    failure: row.failure,
  };
}
