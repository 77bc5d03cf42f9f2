import { inScope, type Scope } from '#core/access';
import type { Session } from '#core/db';
import type { AnswerValue } from '#standards';
import { errors } from './errors.ts';
import type { AnswerChange, ChangeOutcome, Sheet, SheetKey, Side, StandingAnswer, StoredChange } from './model.ts';

interface SheetRow {
  readonly county_code: string;
  readonly id: string;
  readonly instrument: string;
  readonly version: string;
  readonly unit_id: string;
  readonly side: Side;
  readonly about: string;
  readonly title: string;
  readonly state: 'open' | 'submitted';
  readonly due_on: string | null;
  readonly opened_by: string;
  readonly opened_at: Date;
  readonly submitted_by: string | null;
  readonly submitted_at: Date | null;
}

interface AnswerRow {
  readonly item: string;
  readonly revision: number;
  readonly value: AnswerValue | null;
  readonly note: string;
  readonly files: readonly string[];
  readonly by_person: string;
  readonly at: Date;
}

interface ChangeRow extends AnswerRow {
  readonly id: string;
  readonly base_revision: number;
  readonly outcome: ChangeOutcome;
  readonly written_at: Date;
}

const sheetColumns = `county_code, id, instrument, version, unit_id, side, about, title, state, due_on, opened_by, opened_at,
  submitted_by, submitted_at`;
const answerColumns = 'item, revision, value, note, files, by_person, at';

export async function insertSheets(session: Session, sheets: readonly Sheet[]): Promise<void> {
  await session.query(
    `INSERT INTO answer_sheet (${sheetColumns}) SELECT * FROM jsonb_to_recordset($1::jsonb) AS sheet (county_code text,
       id text, instrument text, version text, unit_id text, side text, about text, title text, state text, due_on date,
       opened_by text, opened_at timestamptz, submitted_by text, submitted_at timestamptz)`,
    [
      JSON.stringify(
        sheets.map((sheet) => ({
          county_code: sheet.area,
          id: sheet.id,
          instrument: sheet.instrument,
          version: sheet.version,
          unit_id: sheet.unit,
          side: sheet.side,
          about: sheet.about,
          title: sheet.title,
          state: sheet.state,
          due_on: sheet.dueOn,
          opened_by: sheet.openedBy,
          opened_at: sheet.openedAt,
          submitted_by: sheet.submittedBy,
          submitted_at: sheet.submittedAt,
        })),
      ),
    ],
  );
}

/** @throws DomainError `instruments.sheetNotFound` */
export async function findSheet(session: Session, { area, sheet }: SheetKey, lock = false): Promise<Sheet> {
  const [row] = await session.query<SheetRow>(
    `SELECT ${sheetColumns} FROM answer_sheet WHERE county_code = $1 AND id = $2${lock ? ' FOR UPDATE' : ''}`,
    [area, sheet],
  );
  if (row === undefined) throw errors.sheetNotFound({ sheet });
  return sheetOf(row);
}

export async function findSheets(session: Session, area: string, ids: readonly string[]): Promise<readonly Sheet[]> {
  const rows = await session.query<SheetRow>(
    `SELECT ${sheetColumns} FROM answer_sheet WHERE county_code = $1 AND id = ANY ($2::text[])`,
    [area, ids],
  );
  return rows.map(sheetOf);
}

export async function readAnswersOf(
  session: Session,
  area: string,
  ids: readonly string[],
): Promise<readonly { readonly sheet: string; readonly answer: StandingAnswer }[]> {
  const rows = await session.query<AnswerRow & { readonly sheet_id: string }>(
    `SELECT sheet_id, ${answerColumns} FROM answer WHERE county_code = $1 AND sheet_id = ANY ($2::text[])`,
    [area, ids],
  );
  return rows.map((row) => ({ sheet: row.sheet_id, answer: answerOf(row) }));
}

export interface SheetFilter {
  readonly area?: string | undefined;
  readonly unit?: string | undefined;
  readonly about?: string | undefined;
  readonly side?: Side | undefined;
  readonly state?: 'open' | 'submitted' | undefined;
  /** Below this id, which sorts by time. */
  readonly below?: string | undefined;
  readonly limit: number;
}

/** Newest first, of the scope only. */
export async function listSheets(session: Session, scope: Scope, filter: SheetFilter): Promise<readonly Sheet[]> {
  let query = session
    .tables<{ answer_sheet: SheetRow }>()
    .selectFrom('answer_sheet')
    .selectAll()
    .where(inScope(scope, { county: 'county_code', unit: 'unit_id' }))
    .orderBy('id', 'desc')
    .limit(filter.limit);
  if (filter.area !== undefined) query = query.where('county_code', '=', filter.area);
  if (filter.unit !== undefined) query = query.where('unit_id', '=', filter.unit);
  if (filter.about !== undefined) query = query.where('about', '=', filter.about);
  if (filter.side !== undefined) query = query.where('side', '=', filter.side);
  if (filter.state !== undefined) query = query.where('state', '=', filter.state);
  if (filter.below !== undefined) query = query.where('id', '<', filter.below);
  return (await query.execute()).map(sheetOf);
}

export async function setSheetState(
  session: Session,
  { area, sheet }: SheetKey,
  state: Sheet['state'],
  by: string | null,
  at: Date | null,
): Promise<void> {
  await session.query(
    'UPDATE answer_sheet SET state = $3, submitted_by = $4, submitted_at = $5 WHERE county_code = $1 AND id = $2',
    [area, sheet, state, by, at],
  );
}

export async function readAnswers(session: Session, { area, sheet }: SheetKey): Promise<readonly StandingAnswer[]> {
  const rows = await session.query<AnswerRow>(
    `SELECT ${answerColumns} FROM answer WHERE county_code = $1 AND sheet_id = $2 ORDER BY item`,
    [area, sheet],
  );
  return rows.map(answerOf);
}

export async function putAnswer(session: Session, { area, sheet }: SheetKey, answer: StandingAnswer): Promise<void> {
  await session.query(
    `INSERT INTO answer (county_code, sheet_id, ${answerColumns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (county_code, sheet_id, item) DO UPDATE SET revision = excluded.revision, value = excluded.value,
       note = excluded.note, files = excluded.files, by_person = excluded.by_person, at = excluded.at`,
    [area, sheet, answer.item, answer.revision, jsonOf(answer.value), answer.note, answer.files, answer.by, answer.at],
  );
}

export async function insertChange(
  session: Session,
  { area, sheet }: SheetKey,
  change: AnswerChange,
  fate: { readonly outcome: ChangeOutcome; readonly revision: number; readonly by: string; readonly at: Date },
): Promise<void> {
  await session.query(
    `INSERT INTO answer_change (county_code, sheet_id, id, base_revision, outcome, written_at, ${answerColumns})
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      area,
      sheet,
      change.id,
      change.base,
      fate.outcome,
      change.writtenAt,
      change.item,
      fate.revision,
      jsonOf(change.value),
      change.note,
      change.files,
      fate.by,
      fate.at,
    ],
  );
}

/** The changes of a sheet in the order they arrived: all, those of an item, those with an id, or those that wait to be settled. */
export async function readChanges(
  session: Session,
  { area, sheet }: SheetKey,
  filter: { readonly ids?: readonly string[]; readonly item?: string; readonly waiting?: boolean },
): Promise<readonly StoredChange[]> {
  const rows = await session.query<ChangeRow>(
    `SELECT id, base_revision, outcome, written_at, ${answerColumns} FROM answer_change
     WHERE county_code = $1 AND sheet_id = $2 AND ($3::text[] IS NULL OR id = ANY ($3::text[]))
       AND ($4::text IS NULL OR item = $4::text) AND (NOT $5::boolean OR outcome IN ('conflict', 'late'))
     ORDER BY at, id`,
    [area, sheet, filter.ids ?? null, filter.item ?? null, filter.waiting ?? false],
  );
  return rows.map((row) => ({
    ...answerOf(row),
    id: row.id,
    base: row.base_revision,
    outcome: row.outcome,
    writtenAt: row.written_at,
  }));
}

export async function settleChange(session: Session, { area, sheet }: SheetKey, id: string): Promise<void> {
  await session.query(
    `UPDATE answer_change SET outcome = 'settled'
     WHERE county_code = $1 AND sheet_id = $2 AND id = $3 AND outcome IN ('conflict', 'late')`,
    [area, sheet, id],
  );
}

const jsonOf = (value: AnswerValue | null): string | null => (value === null ? null : JSON.stringify(value));

function sheetOf(row: SheetRow): Sheet {
  return {
    area: row.county_code,
    id: row.id,
    instrument: row.instrument,
    version: row.version,
    unit: row.unit_id,
    side: row.side,
    about: row.about,
    title: row.title,
    state: row.state,
    dueOn: row.due_on,
    openedBy: row.opened_by,
    openedAt: row.opened_at,
    submittedBy: row.submitted_by,
    submittedAt: row.submitted_at,
  };
}

function answerOf({ item, revision, value, note, files, by_person: by, at }: AnswerRow): StandingAnswer {
  return { item, revision, value, note, files, by, at };
}
