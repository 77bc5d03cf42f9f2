import type { CopyValue, Session } from '#core/db';
import { admissionErrors } from './errors.ts';
import type { ApplicationRow, ChildRow, StoredMatch } from './model.ts';

const applicationColumns = [
  'county_code',
  'round_id',
  'id',
  'guardian',
  'request_key',
  'state',
  'version',
  'guardian_name',
  'guardian_identity',
  'phone',
  'home_address',
  'zone',
  'together',
  'consented_at',
  'started_at',
  'submitted_at',
  'ended_at',
] as const satisfies readonly (keyof ApplicationRow)[];

const childColumns = [
  'county_code',
  'round_id',
  'id',
  'application_id',
  'position',
  'token',
  'name',
  'identity',
  'identity_index',
  'birth_date',
  'claimed',
  'choices',
  'is_claimed',
  'checked',
  'category',
  'matches',
  'proved',
  'reason',
  'proposed_by',
  'decided_by',
  'decided_at',
  'ended_at',
] as const satisfies readonly (keyof ChildRow)[];

/** Copies applications and their children, however many. */
export async function addApplications(
  session: Session,
  applications: readonly ApplicationRow[],
  children: readonly ChildRow[],
): Promise<void> {
  await session.copyIn(
    { table: 'admission_application', columns: applicationColumns },
    applications.map((row) => applicationColumns.map((column) => copied(row[column]))),
  );
  await addChildren(session, children);
}

export async function addChildren(session: Session, children: readonly ChildRow[]): Promise<void> {
  if (children.length === 0) return;
  await session.copyIn(
    { table: 'admission_child', columns: childColumns },
    children.map((row) =>
      childColumns.map((column) => {
        if (column === 'matches' || column === 'proved') return JSON.stringify(row[column]);
        return column === 'choices' ? row.choices : copied(row[column]);
      }),
    ),
  );
}

function copied(value: string | number | boolean | Date | null): CopyValue {
  return value instanceof Date ? value.toISOString() : value;
}

/** @throws DomainError `admission.applicationNotFound` where there is none, or another guardian's where one is given */
export async function findApplication(
  session: Session,
  key: { readonly county: string; readonly round: string; readonly id: string; readonly guardian: string },
  hold: 'hold' | 'read' = 'read',
): Promise<ApplicationRow> {
  const [row] = await session.query<ApplicationRow>(
    `SELECT * FROM admission_application WHERE county_code = $1 AND round_id = $2 AND id = $3 AND guardian = $4
     ${hold === 'hold' ? 'FOR UPDATE' : ''}`,
    [key.county, key.round, key.id, key.guardian],
  );
  if (row === undefined) throw admissionErrors.applicationNotFound();
  return row;
}

export async function findByRequest(
  session: Session,
  key: { readonly county: string; readonly round: string; readonly guardian: string; readonly requestKey: string },
): Promise<ApplicationRow | undefined> {
  const [row] = await session.query<ApplicationRow>(
    'SELECT * FROM admission_application WHERE county_code = $1 AND round_id = $2 AND guardian = $3 AND request_key = $4',
    [key.county, key.round, key.guardian, key.requestKey],
  );
  return row;
}

/** A guardian's own, newest first. */
export function listOwn(session: Session, county: string, guardian: string): Promise<readonly ApplicationRow[]> {
  return session.query<ApplicationRow>(
    `SELECT * FROM admission_application WHERE county_code = $1 AND guardian = $2 AND state <> 'withdrawn' ORDER BY id DESC LIMIT 50`,
    [county, guardian],
  );
}

export function listChildren(
  session: Session,
  { county, round, application }: { readonly county: string; readonly round: string; readonly application?: string },
): Promise<readonly ChildRow[]> {
  return session.query<ChildRow>(
    `SELECT * FROM admission_child WHERE county_code = $1 AND round_id = $2 AND ($3::text IS NULL OR application_id = $3)
     ORDER BY application_id, position`,
    [county, round, application ?? null],
  );
}

/** Changes an application that this transaction holds, to its next version. */
export async function changeApplication(session: Session, row: ApplicationRow): Promise<void> {
  await session.query(
    `UPDATE admission_application SET state = $4, version = $5, guardian_name = $6, guardian_identity = $7, phone = $8,
       home_address = $9, zone = $10, together = $11, consented_at = $12, submitted_at = $13, ended_at = $14
     WHERE county_code = $1 AND round_id = $2 AND id = $3`,
    [
      row.county_code,
      row.round_id,
      row.id,
      row.state,
      row.version,
      row.guardian_name,
      row.guardian_identity,
      row.phone,
      row.home_address,
      row.zone,
      row.together,
      row.consented_at,
      row.submitted_at,
      row.ended_at,
    ],
  );
}

export async function removeChildren(session: Session, application: ApplicationRow): Promise<void> {
  await session.query('DELETE FROM admission_child WHERE county_code = $1 AND round_id = $2 AND application_id = $3', [
    application.county_code,
    application.round_id,
    application.id,
  ]);
}

/** The children of an application are now handed in, or no longer. */
export async function claimChildren(
  session: Session,
  application: ApplicationRow,
  given: { readonly isClaimed: boolean; readonly endedAt: Date | null },
): Promise<void> {
  await session.query(
    `UPDATE admission_child SET is_claimed = $4, ended_at = $5
     WHERE county_code = $1 AND round_id = $2 AND application_id = $3`,
    [application.county_code, application.round_id, application.id, given.isClaimed, given.endedAt],
  );
}

/** Of these index values, those that a child handed in elsewhere in the round has. */
export async function claimedElsewhere(
  session: Session,
  application: ApplicationRow,
  indexes: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await session.query<{ identity_index: string }>(
    `SELECT identity_index FROM admission_child
     WHERE county_code = $1 AND round_id = $2 AND is_claimed AND application_id <> $3 AND identity_index = ANY ($4::text[])`,
    [application.county_code, application.round_id, application.id, indexes],
  );
  return new Set(rows.map(({ identity_index }) => identity_index));
}

/** What comparing with the lists found, for children nobody has decided on. */
export async function putMatches(
  session: Session,
  round: { readonly county: string; readonly id: string },
  found: readonly {
    readonly child: string;
    readonly checked: ChildRow['checked'];
    readonly category: string | null;
    readonly matches: readonly StoredMatch[];
    readonly proved: ChildRow['proved'];
  }[],
): Promise<void> {
  await session.query(
    `UPDATE admission_child c SET checked = f.checked, category = f.category, matches = f.matches::jsonb, proved = f.proved::jsonb
     FROM unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[]) AS f (id, checked, category, matches, proved)
     WHERE c.county_code = $1 AND c.round_id = $2 AND c.id = f.id AND c.decided_by IS NULL AND c.checked <> 'refusalProposed'`,
    [
      round.county,
      round.id,
      found.map(({ child }) => child),
      found.map(({ checked }) => checked),
      found.map(({ category }) => category),
      found.map(({ matches }) => JSON.stringify(matches)),
      found.map(({ proved }) => JSON.stringify(proved)),
    ],
  );
}

export async function holdChild(session: Session, county: string, round: string, id: string): Promise<ChildRow> {
  const [row] = await session.query<ChildRow>(
    'SELECT * FROM admission_child WHERE county_code = $1 AND round_id = $2 AND id = $3 AND is_claimed FOR UPDATE',
    [county, round, id],
  );
  if (row === undefined) throw admissionErrors.childNotFound();
  return row;
}

export async function decideChild(
  session: Session,
  row: ChildRow,
  to: Pick<ChildRow, 'checked' | 'category' | 'reason' | 'proposed_by' | 'decided_by' | 'decided_at'>,
): Promise<void> {
  await session.query(
    `UPDATE admission_child SET checked = $4, category = $5, reason = $6, proposed_by = $7, decided_by = $8, decided_at = $9
     WHERE county_code = $1 AND round_id = $2 AND id = $3`,
    [
      row.county_code,
      row.round_id,
      row.id,
      to.checked,
      to.category,
      to.reason,
      to.proposed_by,
      to.decided_by,
      to.decided_at,
    ],
  );
}
