import type { Session } from '#core/db';

/** A kept file as its row says. */
export interface FileRecord {
  readonly id: string;
  readonly area: string;
  readonly unit: string | null;
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly fingerprint: string | null;
  readonly takenAt: string | null;
  readonly place: { readonly lng: number; readonly lat: number } | null;
  readonly about: string | null;
  readonly by: string;
  readonly at: Date;
}

interface FileRow {
  readonly county_code: string;
  readonly id: string;
  readonly unit_id: string;
  readonly sha256: string;
  readonly name: string;
  readonly media_type: string;
  readonly size: number;
  readonly fingerprint: string | null;
  readonly taken_at: string | null;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly about: string | null;
  readonly by_person: string;
  readonly at: Date;
}

const columns =
  'county_code, id, unit_id, sha256, name, media_type, size, fingerprint, taken_at, lng, lat, about, by_person, at';
const areaOf = (id: string) => id.slice(0, Math.max(0, id.indexOf('-')));

export async function insertFile(session: Session, file: FileRecord): Promise<void> {
  await session.query(
    `INSERT INTO core_file (${columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      file.area,
      file.id,
      file.unit ?? '',
      file.sha256,
      file.name,
      file.mediaType,
      file.size,
      file.fingerprint,
      file.takenAt,
      file.place?.lng ?? null,
      file.place?.lat ?? null,
      file.about,
      file.by,
      file.at,
    ],
  );
}

export async function findFile(session: Session, id: string): Promise<FileRecord | undefined> {
  const rows = await session.query<FileRow>(`SELECT ${columns} FROM core_file WHERE county_code = $1 AND id = $2`, [
    areaOf(id),
    id,
  ]);
  return rows.map(recordOf)[0];
}

/** Says which record refers to a file; answers false where there is no such file. */
export async function setAbout(session: Session, id: string, about: string | null): Promise<boolean> {
  const rows = await session.query('UPDATE core_file SET about = $3 WHERE county_code = $1 AND id = $2 RETURNING id', [
    areaOf(id),
    id,
    about,
  ]);
  return rows.length > 0;
}

/** Says which record refers to these contents, where no record did yet; the contents must be of the same area. */
export async function setAboutOf(
  session: Session,
  { area, sha256s, about }: { readonly area: string; readonly sha256s: readonly string[]; readonly about: string },
): Promise<void> {
  await session.query(
    'UPDATE core_file SET about = $3 WHERE county_code = $1 AND sha256 = ANY ($2::text[]) AND about IS NULL',
    [area, sha256s, about],
  );
}

/** Lets nobody else take a file in or sweep until the transaction ends; who takes one in shares it with others who do. */
export async function lockFiles(session: Session, how: 'shared' | 'alone'): Promise<void> {
  const suffix = how === 'shared' ? '_shared' : '';
  await session.query(`SELECT pg_advisory_xact_lock${suffix}(${filesLock})`);
}

const filesLock = 7_201_926_031;

/** Which of these contents no row holds. */
export async function withoutRow(session: Session, sha256s: readonly string[]): Promise<readonly string[]> {
  const held = await session.query<{ sha256: string }>('SELECT sha256 FROM core_file WHERE sha256 = ANY ($1::text[])', [
    sha256s,
  ]);
  const still = new Set(held.map(({ sha256 }) => sha256));
  return sha256s.filter((sha256) => !still.has(sha256));
}

/** Takes away the rows of files that nothing came to refer to; answers their contents that no other row holds. */
export async function dropForgotten(session: Session, before: Date): Promise<readonly string[]> {
  const dropped = await session.query<{ sha256: string }>(
    'DELETE FROM core_file WHERE about IS NULL AND at < $1 RETURNING sha256',
    [before],
  );
  return withoutRow(session, [...new Set(dropped.map(({ sha256 }) => sha256))]);
}

/** A picture that a record refers to; unit '' = of no school. */
export interface Fingerprinted {
  readonly id: string;
  readonly county: string;
  readonly unit: string;
  readonly fingerprint: string;
  readonly about: string;
  readonly at: Date;
}

/** Pictures of these counties that a record refers to, for those who look for one used twice. */
export async function listFingerprints(
  session: Session,
  counties: readonly string[],
): Promise<readonly Fingerprinted[]> {
  return session.query<Fingerprinted>(
    `SELECT id, county_code AS county, unit_id AS unit, fingerprint, about, at FROM core_file
     WHERE county_code = ANY ($1::text[]) AND fingerprint IS NOT NULL AND about IS NOT NULL ORDER BY county_code, id`,
    [counties],
  );
}

function recordOf(row: FileRow): FileRecord {
  return {
    id: row.id,
    area: row.county_code,
    unit: row.unit_id === '' ? null : row.unit_id,
    sha256: row.sha256,
    name: row.name,
    mediaType: row.media_type,
    size: row.size,
    fingerprint: row.fingerprint,
    takenAt: row.taken_at,
    place: row.lng === null || row.lat === null ? null : { lng: row.lng, lat: row.lat },
    about: row.about,
    by: row.by_person,
    at: row.at,
  };
}
