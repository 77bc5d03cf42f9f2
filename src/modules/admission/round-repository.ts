import type { Session } from '#core/db';
import { admissionErrors } from './errors.ts';
import type { PublicationRow, RoundRow, SeedEntered } from './model.ts';

const columns = `r.county_code, r.id, r.rules_id, r.rules_version, r.rules_hash, r.state, r.apply_from, r.apply_until, r.list_hash,
  r.seed, r.opened_at, v.content, v.author, v.reason`;
const joined = `FROM admission_round r JOIN admission_rules v
  ON v.county_code = r.county_code AND v.rules_id = r.rules_id AND v.version = r.rules_version`;

/** Rounds of a county, newest first. */
export function listRounds(session: Session, county: string): Promise<readonly RoundRow[]> {
  return session.query<RoundRow>(`SELECT ${columns} ${joined} WHERE r.county_code = $1 ORDER BY r.id DESC`, [county]);
}

/** @throws DomainError `admission.roundNotFound` */
export async function findRound(session: Session, county: string, id: string): Promise<RoundRow> {
  const [row] = await session.query<RoundRow>(`SELECT ${columns} ${joined} WHERE r.county_code = $1 AND r.id = $2`, [
    county,
    id,
  ]);
  if (row === undefined) throw admissionErrors.roundNotFound();
  return row;
}

/** The round as it is now, kept from moving on while this transaction lasts. @throws DomainError `admission.roundNotFound` */
export async function holdRound(session: Session, county: string, id: string): Promise<RoundRow> {
  await session.query('SELECT id FROM admission_round WHERE county_code = $1 AND id = $2 FOR SHARE', [county, id]);
  return findRound(session, county, id);
}

/** Writes the text as the next version of these rules, unless it is the newest already. @returns the version */
export async function putRules(
  session: Session,
  given: {
    readonly county: string;
    readonly id: string;
    readonly content: string;
    readonly hash: string;
    readonly author: string;
    readonly reason: string;
    readonly at: Date;
  },
): Promise<number> {
  const [newest] = await session.query<{ version: number; hash: string }>(
    `SELECT version, hash FROM admission_rules WHERE county_code = $1 AND rules_id = $2 ORDER BY version DESC LIMIT 1`,
    [given.county, given.id],
  );
  if (newest?.hash === given.hash) return newest.version;
  const version = (newest?.version ?? 0) + 1;
  await session.query(
    `INSERT INTO admission_rules (county_code, rules_id, version, content, hash, author, reason, written_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [given.county, given.id, version, given.content, given.hash, given.author, given.reason, given.at],
  );
  return version;
}

export async function insertRound(
  session: Session,
  row: Pick<
    RoundRow,
    'county_code' | 'id' | 'rules_id' | 'rules_version' | 'rules_hash' | 'apply_from' | 'apply_until' | 'opened_at'
  >,
): Promise<void> {
  await session.query(
    `INSERT INTO admission_round (county_code, id, rules_id, rules_version, rules_hash, state, apply_from, apply_until, opened_at)
     VALUES ($1, $2, $3, $4, $5, 'drafted', $6, $7, $8)`,
    [
      row.county_code,
      row.id,
      row.rules_id,
      row.rules_version,
      row.rules_hash,
      row.apply_from,
      row.apply_until,
      row.opened_at,
    ],
  );
}

export async function moveRound(
  session: Session,
  county: string,
  id: string,
  to: { readonly state: string; readonly listHash?: string; readonly seed?: SeedEntered },
): Promise<void> {
  await session.query(
    `UPDATE admission_round SET state = $3, list_hash = coalesce($4, list_hash), seed = coalesce($5::jsonb, seed)
     WHERE county_code = $1 AND id = $2`,
    [county, id, to.state, to.listHash ?? null, to.seed === undefined ? null : JSON.stringify(to.seed)],
  );
}

/** Everything published of a round, oldest first. */
export function listPublications(session: Session, county: string, round: string): Promise<readonly PublicationRow[]> {
  return session.query<PublicationRow>(
    `SELECT edition, kind, files, reason, published_by, published_at FROM admission_publication
     WHERE county_code = $1 AND round_id = $2 ORDER BY edition`,
    [county, round],
  );
}

/** Publishes once more; what was published before stays. @returns the edition */
export async function putPublication(
  session: Session,
  round: { readonly county: string; readonly id: string },
  given: {
    readonly kind: PublicationRow['kind'];
    readonly files: ReadonlyMap<string, string>;
    readonly reason: string;
    readonly by: string;
    readonly at: Date;
  },
): Promise<number> {
  const [last] = await session.query<{ edition: number }>(
    'SELECT coalesce(max(edition), 0)::int AS edition FROM admission_publication WHERE county_code = $1 AND round_id = $2',
    [round.county, round.id],
  );
  const edition = (last?.edition ?? 0) + 1;
  await session.query(
    `INSERT INTO admission_publication (county_code, round_id, edition, kind, files, reason, published_by, published_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      round.county,
      round.id,
      edition,
      given.kind,
      JSON.stringify(Object.fromEntries(given.files)),
      given.reason,
      given.by,
      given.at,
    ],
  );
  return edition;
}
