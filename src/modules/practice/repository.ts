import type { Session } from '#core/db';
import type { MeasuredBy, PilotRow } from './contract.ts';

export interface StoredPilot {
  readonly area_code: string;
  readonly id: string;
  readonly unit_id: string;
  readonly title: string;
  readonly clause: string;
  readonly goal: string;
  readonly from_on: string;
  readonly midterm_on: string;
  readonly until_on: string;
  readonly state: string;
  readonly verdict: PilotRow['verdict'];
  readonly applied_at: Date;
}

export interface StoredExample {
  readonly area_code: string;
  readonly id: string;
  readonly unit_id: string;
  readonly title: string;
  readonly clause: string;
  readonly problem: string;
  readonly practice: string;
  readonly effect: string;
  readonly measured_by: MeasuredBy | null;
  readonly state: string;
  readonly proposed_at: Date;
  readonly published_at: Date | null;
}

const most = 1000;

/** Writes an application, or what is applied for in its place. */
export async function putPilot(session: Session, row: StoredPilot): Promise<void> {
  await session.query(
    `INSERT INTO pilot (area_code, id, unit_id, title, clause, goal, from_on, midterm_on, until_on, state, applied_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     ON CONFLICT (area_code, id) DO UPDATE SET clause = excluded.clause, goal = excluded.goal, from_on = excluded.from_on,
       midterm_on = excluded.midterm_on, until_on = excluded.until_on, state = excluded.state`,
    [
      row.area_code,
      row.id,
      row.unit_id,
      row.title,
      row.clause,
      row.goal,
      row.from_on,
      row.midterm_on,
      row.until_on,
      row.state,
      row.applied_at,
    ],
  );
}

export async function movePilot(
  session: Session,
  area: string,
  id: string,
  { state, verdict }: { readonly state: string; readonly verdict?: string | undefined },
): Promise<void> {
  await session.query('UPDATE pilot SET state = $3, verdict = coalesce($4, verdict) WHERE area_code = $1 AND id = $2', [
    area,
    id,
    state,
    verdict ?? null,
  ]);
}

/** Newest first; of one school where one is named. */
export function listPilots(session: Session, areas: readonly string[], unit?: string): Promise<readonly StoredPilot[]> {
  return session.query<StoredPilot>(
    `SELECT * FROM pilot WHERE area_code = ANY ($1::text[]) AND ($2::text IS NULL OR unit_id = $2)
     ORDER BY id DESC LIMIT ${most}`,
    [areas, unit ?? null],
  );
}

export async function putExample(session: Session, row: Omit<StoredExample, 'published_at'>): Promise<void> {
  await session.query(
    `INSERT INTO example (area_code, id, unit_id, title, clause, problem, practice, effect, measured_by, state, proposed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     ON CONFLICT (area_code, id) DO UPDATE SET clause = excluded.clause, problem = excluded.problem,
       practice = excluded.practice, effect = excluded.effect, measured_by = excluded.measured_by, state = excluded.state`,
    [
      row.area_code,
      row.id,
      row.unit_id,
      row.title,
      row.clause,
      row.problem,
      row.practice,
      row.effect,
      row.measured_by === null ? null : JSON.stringify(row.measured_by),
      row.state,
      row.proposed_at,
    ],
  );
}

/** `publishedAt` null = nobody but those who may see the case reads it. */
export async function moveExample(
  session: Session,
  area: string,
  id: string,
  { state, publishedAt }: { readonly state: string; readonly publishedAt: Date | null },
): Promise<void> {
  await session.query('UPDATE example SET state = $3, published_at = $4 WHERE area_code = $1 AND id = $2', [
    area,
    id,
    state,
    publishedAt,
  ]);
}

export function listExamples(
  session: Session,
  areas: readonly string[],
  unit?: string,
): Promise<readonly StoredExample[]> {
  return session.query<StoredExample>(
    `SELECT * FROM example WHERE area_code = ANY ($1::text[]) AND ($2::text IS NULL OR unit_id = $2)
     ORDER BY id DESC LIMIT ${most}`,
    [areas, unit ?? null],
  );
}

export async function findExample(session: Session, area: string, id: string): Promise<StoredExample | undefined> {
  const [row] = await session.query<StoredExample>('SELECT * FROM example WHERE area_code = $1 AND id = $2', [
    area,
    id,
  ]);
  return row;
}

/** What is published anywhere, newest first. */
export function listPublished(session: Session, clause?: string): Promise<readonly StoredExample[]> {
  return session.query<StoredExample>(
    `SELECT * FROM example WHERE published_at IS NOT NULL AND ($1::text IS NULL OR clause = $1)
     ORDER BY published_at DESC, id DESC LIMIT ${most}`,
    [clause ?? null],
  );
}
