import type { Session } from '#core/db';
import type { SnapshotRecord } from './snapshot-record.ts';

export interface SnapshotRow {
  readonly area_code: string;
  readonly id: string;
  readonly standard_id: string;
  readonly standard_version: string;
  readonly standard_hash: string;
  readonly school_year: number;
  readonly inputs_hash: string;
  readonly result_hash: string;
  readonly created_at: Date;
  readonly created_by: string;
  readonly verdict: 'met' | 'notMet' | 'noData' | 'notApplicable';
}

export interface AttestationRow {
  readonly county_code: string;
  readonly item: string;
  readonly unit_id: string;
  readonly answer: boolean | number;
  readonly evidence: string;
  readonly by_person: string;
  readonly at: Date;
}

export interface FindingAnswerRow {
  readonly finding: string;
  readonly state: 'explained' | 'accepted';
  readonly reason: string;
  readonly by_person: string;
  readonly at: Date;
}

const snapshotHead =
  'area_code, id, standard_id, standard_version, standard_hash, school_year, inputs_hash, result_hash, created_at, created_by, verdict';

export async function insertSnapshot(session: Session, row: SnapshotRow, record: SnapshotRecord): Promise<void> {
  await session.query(
    `INSERT INTO balance_snapshot (${snapshotHead}, standard, inputs, result)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      row.area_code,
      row.id,
      row.standard_id,
      row.standard_version,
      row.standard_hash,
      row.school_year,
      row.inputs_hash,
      row.result_hash,
      row.created_at,
      row.created_by,
      row.verdict,
      record.standard,
      record.inputs,
      record.result,
    ],
  );
}

/** Newest first; below the cursor (an id, which sorts by time) where one is given. */
export function listSnapshots(
  session: Session,
  area: string,
  filter: {
    readonly standard?: string | undefined;
    readonly year?: number | undefined;
    readonly below?: string | undefined;
  },
  limit: number,
): Promise<readonly SnapshotRow[]> {
  return session.query<SnapshotRow>(
    `SELECT ${snapshotHead} FROM balance_snapshot
     WHERE area_code = $1 AND ($2::text IS NULL OR standard_id = $2::text) AND ($3::int IS NULL OR school_year = $3::int)
       AND ($4::text IS NULL OR id < $4::text)
     ORDER BY id DESC LIMIT $5`,
    [area, filter.standard ?? null, filter.year ?? null, filter.below ?? null, limit],
  );
}

export async function readSnapshot(
  session: Session,
  area: string,
  id: string,
): Promise<(SnapshotRow & SnapshotRecord) | undefined> {
  const [row] = await session.query<SnapshotRow & SnapshotRecord>(
    `SELECT ${snapshotHead}, standard, inputs, result FROM balance_snapshot WHERE area_code = $1 AND id = $2`,
    [area, id],
  );
  return row;
}

/** The area a snapshot belongs to, for commands that know only its id. */
export async function findSnapshotArea(session: Session, id: string): Promise<string | undefined> {
  const [row] = await session.query<{ area_code: string }>('SELECT area_code FROM balance_snapshot WHERE id = $1', [
    id,
  ]);
  return row?.area_code;
}

export function listAttestations(
  session: Session,
  counties: readonly string[],
  year: number,
  standard: string,
): Promise<readonly AttestationRow[]> {
  return session.query<AttestationRow>(
    `SELECT county_code, item, unit_id, answer, evidence, by_person, at FROM attestation
     WHERE county_code = ANY ($1::text[]) AND school_year = $2 AND standard_id = $3 ORDER BY county_code, item, unit_id`,
    [counties, year, standard],
  );
}

export interface AttestationKey {
  readonly county: string;
  readonly year: number;
  readonly standard: string;
  readonly item: string;
  readonly unit: string;
}

export async function putAttestation(
  session: Session,
  key: AttestationKey,
  given: { readonly answer: boolean | number; readonly evidence: string; readonly by: string; readonly at: Date },
): Promise<void> {
  await session.query(
    `INSERT INTO attestation (county_code, school_year, standard_id, item, unit_id, answer, evidence, by_person, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (county_code, school_year, standard_id, item, unit_id)
     DO UPDATE SET answer = excluded.answer, evidence = excluded.evidence, by_person = excluded.by_person, at = excluded.at`,
    [
      key.county,
      key.year,
      key.standard,
      key.item,
      key.unit,
      JSON.stringify(given.answer),
      given.evidence,
      given.by,
      given.at,
    ],
  );
}

export async function deleteAttestation(session: Session, key: AttestationKey): Promise<void> {
  await session.query(
    `DELETE FROM attestation
     WHERE county_code = $1 AND school_year = $2 AND standard_id = $3 AND item = $4 AND unit_id = $5`,
    [key.county, key.year, key.standard, key.item, key.unit],
  );
}

export function listFindingAnswers(
  session: Session,
  areas: readonly string[],
  year: number,
): Promise<readonly FindingAnswerRow[]> {
  return session.query<FindingAnswerRow>(
    `SELECT finding, state, reason, by_person, at FROM finding_answer
     WHERE county_code = ANY ($1::text[]) AND school_year = $2`,
    [areas, year],
  );
}

export async function putFindingAnswer(
  session: Session,
  county: string,
  year: number,
  row: FindingAnswerRow,
): Promise<void> {
  await session.query(
    `INSERT INTO finding_answer (county_code, school_year, finding, state, reason, by_person, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (county_code, school_year, finding)
     DO UPDATE SET state = excluded.state, reason = excluded.reason, by_person = excluded.by_person, at = excluded.at`,
    [county, year, row.finding, row.state, row.reason, row.by_person, row.at],
  );
}

export async function deleteFindingAnswer(
  session: Session,
  county: string,
  year: number,
  finding: string,
): Promise<void> {
  await session.query('DELETE FROM finding_answer WHERE county_code = $1 AND school_year = $2 AND finding = $3', [
    county,
    year,
    finding,
  ]);
}

/** The same as long as nobody attests or takes back anything. */
export async function attestationStamp(session: Session): Promise<string> {
  const [row] = await session.query<{ stamp: string }>(
    "SELECT count(*) || ' ' || coalesce(max(at)::text, '') AS stamp FROM attestation",
  );
  return row?.stamp ?? '';
}
