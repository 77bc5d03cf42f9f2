import type { PlainDate } from '#core/calendar';
import type { Session } from '#core/db';
import type { KindDeclaration } from './declaration.ts';
import type { CaseAction, CaseFile, CaseOpening, CaseRef, DerivedCase } from './model.ts';

/** The row of a case in `case_current`. */
export interface CurrentRow {
  readonly county_code: string;
  readonly case_id: string;
  readonly kind: string;
  readonly version: number;
  readonly area_code: string;
  readonly unit_id: string | null;
  readonly title: string;
  readonly about_kind: string | null;
  readonly about_id: string | null;
  readonly state: string;
  readonly is_final: boolean;
  readonly seq: number;
  readonly opened_by: string;
  readonly opened_at: Date;
  readonly acted_at: Date;
  readonly assignee: string | null;
  readonly due_on: PlainDate | null;
  readonly due_missing_years: number[];
  readonly escalated: number;
  readonly next_escalation_on: PlainDate | null;
  readonly barred: string[];
  readonly hash: string;
}

interface ActionRow {
  readonly seq: number;
  readonly action: string;
  readonly by_person: string;
  readonly at: Date;
  readonly fields: Record<string, unknown>;
  readonly files: readonly CaseFile[];
  readonly comment: string;
  readonly opening: CaseOpening | null;
  readonly request_key: string | null;
  readonly hash: string;
}

/** Derived state as its row. */
export function currentRow(ref: CaseRef, derived: DerivedCase): CurrentRow {
  return {
    county_code: ref.county,
    case_id: ref.id,
    kind: derived.kind,
    version: derived.version,
    area_code: derived.area,
    unit_id: derived.unit,
    title: derived.title,
    about_kind: derived.about?.kind ?? null,
    about_id: derived.about?.id ?? null,
    state: derived.state,
    is_final: derived.isFinal,
    seq: derived.seq,
    opened_by: derived.openedBy,
    opened_at: derived.openedAt,
    acted_at: derived.actedAt,
    assignee: derived.assignee,
    due_on: derived.dueOn,
    due_missing_years: [...derived.dueMissingYears],
    escalated: derived.escalated,
    next_escalation_on: derived.nextEscalationOn,
    barred: [...derived.barred],
    hash: derived.hash,
  };
}

/** Holds the case until the transaction ends, so that of two at once one comes first. */
export async function lockCurrent(session: Session, { county, id }: CaseRef): Promise<CurrentRow | undefined> {
  const [row] = await session.query<CurrentRow>(
    'SELECT * FROM case_current WHERE county_code = $1 AND case_id = $2 FOR UPDATE',
    [county, id],
  );
  return row;
}

export async function readCurrent(session: Session, { county, id }: CaseRef): Promise<CurrentRow | undefined> {
  const [row] = await session.query<CurrentRow>('SELECT * FROM case_current WHERE county_code = $1 AND case_id = $2', [
    county,
    id,
  ]);
  return row;
}

export async function readActions(session: Session, { county, id }: CaseRef): Promise<readonly CaseAction[]> {
  const rows = await session.query<ActionRow>(
    `SELECT seq, action, by_person, at, fields, files, comment, opening, request_key, hash
     FROM case_action WHERE county_code = $1 AND case_id = $2 ORDER BY seq`,
    [county, id],
  );
  return rows.map(({ by_person, request_key, ...row }) => ({ ...row, by: by_person, requestKey: request_key }));
}

/** Adds an action; false where it is an opening that was asked for before. */
export async function insertAction(session: Session, { county, id }: CaseRef, action: CaseAction): Promise<boolean> {
  const rows = await session.query<{ seq: number }>(
    `INSERT INTO case_action
     (county_code, case_id, seq, action, by_person, at, fields, files, comment, opening, request_key, hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     ON CONFLICT (county_code, request_key) WHERE seq = 1 DO NOTHING RETURNING seq`,
    [
      county,
      id,
      action.seq,
      action.action,
      action.by,
      action.at,
      JSON.stringify(action.fields),
      JSON.stringify(action.files),
      action.comment,
      action.opening === null ? null : JSON.stringify(action.opening),
      action.requestKey,
      action.hash,
    ],
  );
  return rows.length === 1;
}

export async function findOpening(session: Session, county: string, requestKey: string): Promise<CaseRef | undefined> {
  const [row] = await session.query<{ case_id: string }>(
    'SELECT case_id FROM case_action WHERE county_code = $1 AND request_key = $2 AND seq = 1',
    [county, requestKey],
  );
  return row === undefined ? undefined : { county, id: row.case_id };
}

/** The columns of a current row in the order of its values. */
export const currentColumns = [
  'county_code',
  'case_id',
  'kind',
  'version',
  'area_code',
  'unit_id',
  'title',
  'about_kind',
  'about_id',
  'state',
  'is_final',
  'seq',
  'opened_by',
  'opened_at',
  'acted_at',
  'assignee',
  'due_on',
  'due_missing_years',
  'escalated',
  'next_escalation_on',
  'barred',
  'hash',
] as const satisfies readonly (keyof CurrentRow)[];

const putSql = `INSERT INTO case_current (${currentColumns.join(', ')})
  VALUES (${currentColumns.map((_, index) => `$${index + 1}`).join(', ')})
  ON CONFLICT (county_code, case_id) DO UPDATE SET ${currentColumns
    .slice(2)
    .map((column) => `${column} = excluded.${column}`)
    .join(', ')}`;

export async function putCurrent(session: Session, row: CurrentRow): Promise<void> {
  await session.query(
    putSql,
    currentColumns.map((column) => row[column]),
  );
}

export interface StoredKind {
  readonly kind: string;
  readonly version: number;
  readonly sha256: string;
  readonly declaration: KindDeclaration;
}

export function readKinds(session: Session): Promise<readonly StoredKind[]> {
  return session.query<StoredKind>('SELECT kind, version, sha256, declaration FROM case_kind ORDER BY kind, version');
}

/** Keeps a new edition; one that is there already stays as it is. */
export async function insertKind(session: Session, stored: StoredKind, at: Date): Promise<void> {
  await session.query(
    `INSERT INTO case_kind (kind, version, sha256, declaration, stored_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (kind, version) DO NOTHING`,
    [stored.kind, stored.version, stored.sha256, JSON.stringify(stored.declaration), at],
  );
}

export interface Draft extends CaseDraftContent {
  readonly action: string;
  readonly savedAt: Date;
}

export interface CaseDraftContent {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly files: readonly CaseFile[];
  readonly comment: string;
}

export async function putDraft(
  session: Session,
  { county, id }: CaseRef,
  person: string,
  { action, fields, files, comment, savedAt }: Draft,
): Promise<void> {
  await session.query(
    `INSERT INTO case_draft (county_code, case_id, by_person, action, fields, files, comment, saved_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (county_code, case_id, by_person, action)
     DO UPDATE SET fields = excluded.fields, files = excluded.files, comment = excluded.comment, saved_at = excluded.saved_at`,
    [county, id, person, action, JSON.stringify(fields), JSON.stringify(files), comment, savedAt],
  );
}

export async function deleteDraft(
  session: Session,
  { county, id }: CaseRef,
  person: string,
  action: string,
): Promise<void> {
  await session.query(
    'DELETE FROM case_draft WHERE county_code = $1 AND case_id = $2 AND by_person = $3 AND action = $4',
    [county, id, person, action],
  );
}

export async function readDrafts(session: Session, { county, id }: CaseRef, person: string): Promise<readonly Draft[]> {
  return session.query<Draft>(
    `SELECT action, fields, files, comment, saved_at AS "savedAt" FROM case_draft
     WHERE county_code = $1 AND case_id = $2 AND by_person = $3 ORDER BY action`,
    [county, id, person],
  );
}
