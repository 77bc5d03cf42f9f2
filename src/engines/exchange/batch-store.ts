import type { Session } from '#core/db';
import type { Finding, Mapped, Profile } from '#engines/mapping';
import { errors } from './errors.ts';
import type { ImportBatch, ImportRequest } from './model.ts';
import { unpackFile } from './pack-file.ts';

interface BatchRow {
  readonly area_code: string;
  readonly id: string;
  readonly school_year: number | null;
  readonly profile: string;
  readonly file_name: string;
  readonly file_sha256: string;
  readonly sheets: readonly string[];
  readonly state: 'previewed' | 'committed' | 'undone';
  readonly rows_read: number;
  readonly rows_ready: number;
  readonly counties: readonly string[];
  readonly school_years: readonly number[];
  readonly by_person: string;
  readonly created_at: Date;
  readonly committed_at: Date | null;
  readonly undone_at: Date | null;
  readonly undo_reason: string | null;
}

export interface StoredBatch extends ImportBatch {
  readonly schoolYears: readonly number[];
}

const columns = `area_code, id, school_year, profile, file_name, file_sha256, sheets, state, rows_read, rows_ready, counties, school_years,
  by_person, created_at, committed_at, undone_at, undo_reason`;

/** Files that were looked at and never committed are kept this long. */
const previewDays = 14;

export async function insertBatch(
  session: Session,
  id: string,
  request: ImportRequest,
  sha256: string,
  profile: { readonly profile: Profile; readonly text: string },
  sheets: readonly string[],
  mapped: Mapped,
  findings: readonly Finding[],
  packed: Uint8Array,
): Promise<void> {
  await dropOldPreviews(session, request.areaCode, request.at);
  await session.query(
    `INSERT INTO import_batch (area_code, id, school_year, profile, profile_version, file_name, file_sha256, file_bytes, sheets, state,
       rows_read, rows_ready, refused, warnings, findings, counties, school_years, by_person, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'previewed', $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      request.areaCode,
      id,
      mapped.schoolYears.length === 1 ? mapped.schoolYears[0] : request.schoolYear,
      profile.profile.id,
      profile.profile.version,
      request.file.name,
      sha256,
      request.file.bytes.length,
      sheets,
      mapped.rowsRead,
      mapped.rowsReady,
      mapped.refused,
      mapped.warnings,
      JSON.stringify(findings),
      [...mapped.counties, ...mapped.elsewhere],
      mapped.schoolYears,
      request.by,
      request.at,
    ],
  );
  await session.query('INSERT INTO import_file (area_code, batch_id, content, profile) VALUES ($1, $2, $3, $4)', [
    request.areaCode,
    id,
    packed,
    profile.text,
  ]);
}

async function dropOldPreviews(session: Session, areaCode: string, at: Date): Promise<void> {
  const before = new Date(at.getTime() - previewDays * 86_400_000);
  await session.query(
    `DELETE FROM import_file WHERE area_code = $1 AND batch_id IN
       (SELECT id FROM import_batch WHERE area_code = $1 AND state = 'previewed' AND created_at < $2)`,
    [areaCode, before],
  );
  await session.query(`DELETE FROM import_batch WHERE area_code = $1 AND state = 'previewed' AND created_at < $2`, [
    areaCode,
    before,
  ]);
}

export async function findBatch(session: Session, areaCode: string, id: string, lock = false): Promise<StoredBatch> {
  const [row] = await session.query<BatchRow>(
    `SELECT ${columns} FROM import_batch WHERE area_code = $1 AND id = $2${lock ? ' FOR UPDATE' : ''}`,
    [areaCode, id],
  );
  if (row === undefined) {
    throw errors.batchNotFound({ batch: id });
  }
  return batchOf(row);
}

export async function listBatches(session: Session, areaCode: string): Promise<readonly StoredBatch[]> {
  const rows = await session.query<BatchRow>(
    `SELECT ${columns} FROM import_batch WHERE area_code = $1 ORDER BY created_at DESC, id DESC`,
    [areaCode],
  );
  return rows.map(batchOf);
}

/** The file as it was handed in. @throws DomainError `exchange.fileNotKept` where the batch was written without one */
export async function fileOfBatch(
  session: Session,
  areaCode: string,
  id: string,
): Promise<{ readonly bytes: Uint8Array; readonly profile: string }> {
  const [row] = await session.query<{ content: Uint8Array; profile: string }>(
    'SELECT content, profile FROM import_file WHERE area_code = $1 AND batch_id = $2',
    [areaCode, id],
  );
  if (row === undefined) {
    throw errors.fileNotKept({ batch: id });
  }
  return { bytes: await unpackFile(row.content), profile: row.profile };
}

export async function findingsOfBatch(session: Session, areaCode: string, id: string): Promise<readonly Finding[]> {
  const [row] = await session.query<{ findings: readonly Finding[] }>(
    'SELECT findings FROM import_batch WHERE area_code = $1 AND id = $2',
    [areaCode, id],
  );
  if (row === undefined) {
    throw errors.batchNotFound({ batch: id });
  }
  return row.findings;
}

export async function markCommitted(session: Session, areaCode: string, id: string, at: Date): Promise<void> {
  await session.query(
    `UPDATE import_batch SET state = 'committed', committed_at = $3 WHERE area_code = $1 AND id = $2`,
    [areaCode, id, at],
  );
}

export async function markUndone(
  session: Session,
  areaCode: string,
  id: string,
  at: Date,
  reason: string,
): Promise<void> {
  await session.query(
    `UPDATE import_batch SET state = 'undone', undone_at = $3, undo_reason = $4 WHERE area_code = $1 AND id = $2`,
    [areaCode, id, at, reason],
  );
}

/** A committed import of the very same file for other school years. */
export async function sameFileBefore(
  session: Session,
  areaCode: string,
  sha256: string,
  schoolYears: readonly number[],
): Promise<StoredBatch | undefined> {
  const rows = await session.query<BatchRow>(
    `SELECT ${columns} FROM import_batch WHERE area_code = $1 AND file_sha256 = $2 AND state = 'committed'
       AND NOT (school_years && $3::smallint[]) ORDER BY committed_at DESC LIMIT 1`,
    [areaCode, sha256, schoolYears],
  );
  return rows[0] === undefined ? undefined : batchOf(rows[0]);
}

function batchOf(row: BatchRow): StoredBatch {
  return {
    id: row.id,
    areaCode: row.area_code,
    schoolYear: row.school_year,
    profile: row.profile,
    fileName: row.file_name,
    fileSha256: row.file_sha256,
    state: row.state,
    sheets: row.sheets,
    counties: row.counties,
    schoolYears: row.school_years,
    rowsRead: row.rows_read,
    rowsReady: row.rows_ready,
    by: row.by_person,
    createdAt: row.created_at,
    committedAt: row.committed_at,
    undoneAt: row.undone_at,
    undoReason: row.undo_reason,
  };
}

/** The same as long as no import is committed or taken back, by whatever process. */
export async function importStamp(session: Session): Promise<string> {
  const [row] = await session.query<{ stamp: string }>(
    `SELECT count(committed_at) || ' ' || coalesce(max(committed_at)::text, '') || ' ' ||
       count(undone_at) || ' ' || coalesce(max(undone_at)::text, '') AS stamp FROM import_batch`,
  );
  return row?.stamp ?? '';
}
