import type { Session } from '#core/db';
import type { PlanRow, TargetRow, TaskRow } from './model.ts';

const planColumns =
  'area_code, id, unit_id, kind, title, basis, from_year, to_year, follows_area, follows_plan, state, created_at, created_by';
const targetColumns =
  'area_code, plan_id, id, clause, title, standard_id, indicator, stage, direction, unit, value, due_year, follows_area, follows_plan, follows_target';
const taskColumns =
  'area_code, plan_id, id, clause, target_id, year, title, milestone, lead_unit, supporting, due_on, evidence, case_id';

export type PlanAct = 'created' | 'issued' | 'reopened' | 'closed';

export interface PlanActRow {
  readonly act: PlanAct;
  readonly reason: string;
  readonly by_person: string;
  readonly at: Date;
}

/** Newest first. */
export function listPlans(
  session: Session,
  areas: readonly string[],
  state?: PlanRow['state'],
): Promise<readonly PlanRow[]> {
  return session.query<PlanRow>(
    `SELECT ${planColumns} FROM plan WHERE area_code = ANY ($1::text[]) AND ($2::text IS NULL OR state = $2::text) ORDER BY id DESC`,
    [areas, state ?? null],
  );
}

export async function findPlan(session: Session, area: string, id: string): Promise<PlanRow | undefined> {
  const [row] = await session.query<PlanRow>(`SELECT ${planColumns} FROM plan WHERE area_code = $1 AND id = $2`, [
    area,
    id,
  ]);
  return row;
}

/** The same, held until the transaction ends, so that two officers change it one after the other. */
export async function holdPlan(session: Session, area: string, id: string): Promise<PlanRow | undefined> {
  const [row] = await session.query<PlanRow>(
    `SELECT ${planColumns} FROM plan WHERE area_code = $1 AND id = $2 FOR UPDATE`,
    [area, id],
  );
  return row;
}

export async function insertPlan(session: Session, row: PlanRow): Promise<void> {
  await session.query(
    `INSERT INTO plan (${planColumns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      row.area_code,
      row.id,
      row.unit_id,
      row.kind,
      row.title,
      row.basis,
      row.from_year,
      row.to_year,
      row.follows_area,
      row.follows_plan,
      row.state,
      row.created_at,
      row.created_by,
    ],
  );
}

export async function setPlanState(
  session: Session,
  { area_code, id }: PlanRow,
  state: PlanRow['state'],
): Promise<void> {
  await session.query('UPDATE plan SET state = $3 WHERE area_code = $1 AND id = $2', [area_code, id, state]);
}

export async function addPlanAct(session: Session, { area_code, id }: PlanRow, act: PlanActRow): Promise<void> {
  await session.query(
    `INSERT INTO plan_act (area_code, plan_id, seq, act, reason, by_person, at)
     SELECT $1, $2, count(*) + 1, $3, $4, $5, $6 FROM plan_act WHERE area_code = $1 AND plan_id = $2`,
    [area_code, id, act.act, act.reason, act.by_person, act.at],
  );
}

export function listPlanActs(session: Session, area: string, plan: string): Promise<readonly PlanActRow[]> {
  return session.query<PlanActRow>(
    'SELECT act, reason, by_person, at FROM plan_act WHERE area_code = $1 AND plan_id = $2 ORDER BY seq',
    [area, plan],
  );
}

export function listTargets(
  session: Session,
  areas: readonly string[],
  plans: readonly string[],
): Promise<readonly TargetRow[]> {
  return session.query<TargetRow>(
    `SELECT ${targetColumns} FROM plan_target WHERE area_code = ANY ($1::text[]) AND plan_id = ANY ($2::text[]) ORDER BY area_code, plan_id, id`,
    [areas, plans],
  );
}

export async function putTarget(session: Session, row: TargetRow): Promise<void> {
  await session.query(
    `INSERT INTO plan_target (${targetColumns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     ON CONFLICT (area_code, plan_id, id) DO UPDATE SET clause = excluded.clause, title = excluded.title,
       standard_id = excluded.standard_id, indicator = excluded.indicator, stage = excluded.stage,
       direction = excluded.direction, unit = excluded.unit, value = excluded.value, due_year = excluded.due_year,
       follows_area = excluded.follows_area, follows_plan = excluded.follows_plan, follows_target = excluded.follows_target`,
    [
      row.area_code,
      row.plan_id,
      row.id,
      row.clause,
      row.title,
      row.standard_id,
      row.indicator,
      row.stage,
      row.direction,
      row.unit,
      row.value,
      row.due_year,
      row.follows_area,
      row.follows_plan,
      row.follows_target,
    ],
  );
}

/** Takes a target away with the tasks that split it. */
export async function deleteTarget(session: Session, area: string, plan: string, id: string): Promise<void> {
  await session.query('DELETE FROM plan_task WHERE area_code = $1 AND plan_id = $2 AND target_id = $3', [
    area,
    plan,
    id,
  ]);
  await session.query('DELETE FROM plan_target WHERE area_code = $1 AND plan_id = $2 AND id = $3', [area, plan, id]);
}

/** By year, then due date. */
export function listTasks(
  session: Session,
  areas: readonly string[],
  plans: readonly string[],
): Promise<readonly TaskRow[]> {
  return session.query<TaskRow>(
    `SELECT ${taskColumns} FROM plan_task WHERE area_code = ANY ($1::text[]) AND plan_id = ANY ($2::text[]) ORDER BY year, due_on, id`,
    [areas, plans],
  );
}

export async function putTask(session: Session, row: TaskRow): Promise<void> {
  await session.query(
    `INSERT INTO plan_task (${taskColumns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     ON CONFLICT (area_code, plan_id, id) DO UPDATE SET clause = excluded.clause, target_id = excluded.target_id,
       year = excluded.year, title = excluded.title, milestone = excluded.milestone, lead_unit = excluded.lead_unit,
       supporting = excluded.supporting, due_on = excluded.due_on, evidence = excluded.evidence, case_id = excluded.case_id`,
    [
      row.area_code,
      row.plan_id,
      row.id,
      row.clause,
      row.target_id,
      row.year,
      row.title,
      row.milestone,
      row.lead_unit,
      row.supporting,
      row.due_on,
      row.evidence,
      row.case_id,
    ],
  );
}

export async function deleteTask(session: Session, area: string, plan: string, id: string): Promise<void> {
  await session.query('DELETE FROM plan_task WHERE area_code = $1 AND plan_id = $2 AND id = $3', [area, plan, id]);
}
