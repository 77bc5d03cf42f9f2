import type { Session } from '#core/db';
import type { ProjectPlan, ProjectState } from './contract.ts';
import { lineFields } from './line-repository.ts';
import type { LineRow } from './line-row.ts';

export interface ProjectRecord {
  readonly county_code: string;
  readonly id: string;
  readonly unit_id: string | null;
  readonly title: string;
  readonly state: ProjectState;
  readonly cost_fen: number;
  readonly funds_fen: number;
  readonly contracts_fen: number;
  readonly paid_fen: number;
  readonly progress_percent: number;
  readonly over_reason: string;
  readonly finish_on: string;
  readonly accepted_at: Date | null;
  readonly changed_at: Date;
}

export interface OutlayRecord {
  readonly seq: number;
  readonly kind: 'contract' | 'payment';
  readonly number: string;
  readonly party: string;
  readonly amount_fen: number;
  readonly on_day: string;
}

export interface MilestoneRecord {
  readonly seq: number;
  readonly title: string;
  readonly due_on: string;
  readonly done_on: string | null;
}

export interface FundRecord {
  readonly source: string;
  readonly year: number;
  readonly amount_fen: number;
}

export const projectFields =
  'county_code, id, unit_id, title, state, cost_fen, funds_fen, contracts_fen, paid_fen, progress_percent, over_reason, finish_on, accepted_at, changed_at';

/** The lines named, held until the transaction ends. */
export function holdLines(session: Session, county: string, ids: readonly string[]): Promise<readonly LineRow[]> {
  return session.query<LineRow>(
    `SELECT ${lineFields} FROM ledger_line WHERE county_code = $1 AND id = ANY ($2::text[]) ORDER BY id FOR UPDATE`,
    [county, ids],
  );
}

/** The lines that a project holds now. */
export function linesHeldBy(session: Session, county: string, project: string): Promise<readonly LineRow[]> {
  return session.query<LineRow>(
    `SELECT ${lineFields} FROM ledger_line WHERE county_code = $1 AND project_id = $2 ORDER BY id FOR UPDATE`,
    [county, project],
  );
}

export async function findProject(session: Session, county: string, id: string): Promise<ProjectRecord | undefined> {
  const [row] = await session.query<ProjectRecord>(
    `SELECT ${projectFields} FROM ledger_project WHERE county_code = $1 AND id = $2`,
    [county, id],
  );
  return row;
}

/** Writes a project as its plan now says; what was planned before is replaced. */
export async function putProject(
  session: Session,
  row: Pick<ProjectRecord, 'county_code' | 'id' | 'unit_id' | 'title' | 'cost_fen' | 'funds_fen' | 'changed_at'>,
  plan: ProjectPlan,
  costs: ReadonlyMap<string, number | null>,
): Promise<void> {
  const key = [row.county_code, row.id];
  await session.query(
    `INSERT INTO ledger_project (county_code, id, title, state, cost_fen, funds_fen, over_reason, finish_on, changed_at, unit_id)
     VALUES ($1, $2, $3, 'draft', $4, $5, $6, $7, $8, $9)
     ON CONFLICT (county_code, id) DO UPDATE SET title = excluded.title, cost_fen = excluded.cost_fen,
       funds_fen = excluded.funds_fen, over_reason = excluded.over_reason, finish_on = excluded.finish_on,
       changed_at = excluded.changed_at`,
    [...key, row.title, row.cost_fen, row.funds_fen, plan.overReason, plan.finishOn, row.changed_at, row.unit_id],
  );
  for (const table of ['ledger_project_line', 'ledger_fund', 'ledger_milestone']) {
    await session.query(`DELETE FROM ${table} WHERE county_code = $1 AND project_id = $2`, key);
  }
  await session.query(
    `INSERT INTO ledger_project_line (county_code, project_id, line_id, cost_fen)
     SELECT $1, $2, line, cost FROM unnest($3::text[], $4::bigint[]) AS given (line, cost)`,
    [...key, [...costs.keys()], [...costs.values()]],
  );
  await session.query(
    `INSERT INTO ledger_fund (county_code, project_id, seq, source, year, amount_fen)
     SELECT $1, $2, seq, source, year, amount FROM unnest($3::int[], $4::text[], $5::int[], $6::bigint[])
       AS given (seq, source, year, amount)`,
    [
      ...key,
      plan.funds.map((_, i) => i + 1),
      plan.funds.map(({ source }) => source),
      plan.funds.map(({ year }) => year),
      plan.funds.map(({ amountFen }) => amountFen),
    ],
  );
  await session.query(
    `INSERT INTO ledger_milestone (county_code, project_id, seq, title, due_on)
     SELECT $1, $2, seq, title, due_on FROM unnest($3::int[], $4::text[], $5::date[]) AS given (seq, title, due_on)`,
    [
      ...key,
      plan.milestones.map((_, i) => i + 1),
      plan.milestones.map(({ title }) => title),
      plan.milestones.map(({ dueOn }) => dueOn),
    ],
  );
}

export async function changeProject(
  session: Session,
  { county, id }: { readonly county: string; readonly id: string },
  change: Partial<Omit<ProjectRecord, 'county_code' | 'id'>>,
): Promise<void> {
  const names = Object.keys(change);
  const set = names.map((name, i) => `${name} = $${i + 3}`).join(', ');
  await session.query(`UPDATE ledger_project SET ${set} WHERE county_code = $1 AND id = $2`, [
    county,
    id,
    ...Object.values(change),
  ]);
}

export async function addOutlay(
  session: Session,
  { county, id }: { readonly county: string; readonly id: string },
  row: OutlayRecord,
): Promise<void> {
  await session.query(
    `INSERT INTO ledger_outlay (county_code, project_id, seq, kind, number, party, amount_fen, on_day)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [county, id, row.seq, row.kind, row.number, row.party, row.amount_fen, row.on_day],
  );
}

/** @returns whether the project has such a milestone */
export async function reachMilestone(
  session: Session,
  { county, id }: { readonly county: string; readonly id: string },
  seq: number,
  on: string,
): Promise<boolean> {
  const rows = await session.query(
    `UPDATE ledger_milestone SET done_on = $4 WHERE county_code = $1 AND project_id = $2 AND seq = $3 RETURNING seq`,
    [county, id, seq, on],
  );
  return rows.length === 1;
}

export function fundsOf(session: Session, county: string, project: string): Promise<readonly FundRecord[]> {
  return session.query<FundRecord>(
    'SELECT source, year, amount_fen FROM ledger_fund WHERE county_code = $1 AND project_id = $2 ORDER BY seq',
    [county, project],
  );
}

export function milestonesOf(session: Session, county: string, project: string): Promise<readonly MilestoneRecord[]> {
  return session.query<MilestoneRecord>(
    'SELECT seq, title, due_on, done_on FROM ledger_milestone WHERE county_code = $1 AND project_id = $2 ORDER BY seq',
    [county, project],
  );
}

export function outlaysOf(session: Session, county: string, project: string): Promise<readonly OutlayRecord[]> {
  return session.query<OutlayRecord>(
    `SELECT seq, kind, number, party, amount_fen, on_day FROM ledger_outlay
     WHERE county_code = $1 AND project_id = $2 ORDER BY seq`,
    [county, project],
  );
}

/** The lines that a project was made for, as they stand now, with what each was to cost. */
export function projectLines(
  session: Session,
  county: string,
  project: string,
): Promise<readonly (LineRow & { readonly planned_fen: number | null })[]> {
  const fields = lineFields
    .split(', ')
    .map((name) => `line.${name}`)
    .join(', ');
  return session.query(
    `SELECT ${fields}, taken.cost_fen AS planned_fen
     FROM ledger_project_line taken JOIN ledger_line line
       ON line.county_code = taken.county_code AND line.id = taken.line_id
     WHERE taken.county_code = $1 AND taken.project_id = $2 ORDER BY line.unit_name, line.id`,
    [county, project],
  );
}
