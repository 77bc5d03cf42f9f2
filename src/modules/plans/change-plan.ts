import type { PlainDate } from '#core/calendar';
import type { Session } from '#core/db';
import { newId } from '#core/ids';
import type { TargetBody, TaskBody } from './contract.ts';
import type { PlanDoors } from './doors.ts';
import { planErrors } from './errors.ts';
import type { PlanRow, Reading, TargetRow } from './model.ts';
import { findPlan, listTargets, listTasks, putTarget, putTask } from './plan-repository.ts';
import { loosens, milestonesOf, progressOf } from './rules.ts';

/** What can be said of a target before its plan is held. @throws DomainError `plans.clauseUnknown`, `plans.indicatorUnknown` */
export async function checkTarget(doors: PlanDoors, area: string, body: TargetBody): Promise<void> {
  refuseUnknownClause(doors, body.clause);
  const { measuredBy } = body;
  if (measuredBy === null || (await doors.indicators.series(area, measuredBy)) !== undefined) return;
  throw planErrors.indicatorUnknown(measuredBy);
}

/** Writes a checked target of a draft. @throws DomainError `plans.periodWrong`, `plans.loosened`, `plans.followsNotAbove`, `plans.targetNotFound` */
export async function writeTarget(session: Session, plan: PlanRow, body: TargetBody, id: string): Promise<void> {
  refuseOutsidePeriod(plan, body.dueYear);
  const { measuredBy, follows } = body;
  if (follows !== null) await refuseLooser(session, plan, body, follows);
  await putTarget(session, {
    area_code: plan.area_code,
    plan_id: plan.id,
    id,
    clause: body.clause,
    title: body.title,
    standard_id: measuredBy?.standard ?? null,
    indicator: measuredBy?.indicator ?? null,
    stage: measuredBy?.stage ?? null,
    direction: body.direction,
    unit: body.unit,
    value: body.value,
    due_year: body.dueYear,
    follows_area: follows?.area ?? null,
    follows_plan: follows?.plan ?? null,
    follows_target: follows?.target ?? null,
  });
}

/** Copies into a draft every target of the plan it follows that it does not carry yet, to be tightened or kept. */
export async function adoptTargets(session: Session, plan: PlanRow, at: Date): Promise<void> {
  const { follows_area, follows_plan } = plan;
  if (follows_area === null || follows_plan === null) return;
  const above = await listTargets(session, [follows_area], [follows_plan]);
  const own = await listTargets(session, [plan.area_code], [plan.id]);
  const carried = new Set(own.map(({ follows_target }) => follows_target));
  for (const target of above.filter(({ id }) => !carried.has(id))) {
    await putTarget(session, {
      ...target,
      area_code: plan.area_code,
      plan_id: plan.id,
      id: newId(at),
      due_year: Math.min(target.due_year, plan.to_year),
      follows_area,
      follows_plan,
      follows_target: target.id,
    });
  }
}

/** Writes a task of a draft. @throws DomainError `plans.clauseUnknown`, `plans.departmentUnknown`, `plans.periodWrong`, `plans.targetNotFound` */
export async function writeTask(
  doors: PlanDoors,
  session: Session,
  plan: PlanRow,
  body: TaskBody,
  id: string,
): Promise<void> {
  refuseUnknownClause(doors, body.clause);
  refuseOutsidePeriod(plan, body.year);
  refuseUnknownDepartments(doors, [body.lead, ...body.supporting]);
  if (body.target !== null) await requireTarget(session, plan, body.target);
  const [before] = (await listTasks(session, [plan.area_code], [plan.id])).filter((one) => one.id === id);
  await putTask(session, {
    area_code: plan.area_code,
    plan_id: plan.id,
    id,
    clause: body.clause,
    target_id: body.target,
    year: body.year,
    title: body.title,
    milestone: body.milestone,
    lead_unit: body.lead,
    supporting: body.supporting.filter((one) => one !== body.lead),
    due_on: body.dueOn as PlainDate,
    evidence: body.evidence,
    case_id: before?.case_id ?? null,
  });
}

/** Splits a target into one task a year, each with the milestone on the straight way; years that have a task keep it. */
export async function splitTarget(
  doors: PlanDoors,
  session: Session,
  plan: PlanRow,
  target: TargetRow,
  lead: string,
  readings: readonly Reading[],
): Promise<void> {
  refuseUnknownDepartments(doors, [lead]);
  const now = doors.now();
  const fromYear = Math.max(plan.from_year, now.getFullYear());
  const aimed = { direction: target.direction, value: target.value, dueYear: target.due_year };
  const { latest } = progressOf(aimed, readings, now.getFullYear());
  const taken = (await listTasks(session, [plan.area_code], [plan.id])).filter(
    ({ target_id }) => target_id === target.id,
  );
  for (const { year, value } of milestonesOf(aimed, latest, fromYear)) {
    if (taken.some((one) => one.year === year)) continue;
    await writeTask(
      doors,
      session,
      plan,
      {
        clause: target.clause,
        target: target.id,
        year,
        title: target.title,
        milestone: value,
        lead,
        supporting: [],
        dueOn: `${year}-12-31`,
        evidence: '',
      },
      newId(now),
    );
  }
}

export async function requireTarget(session: Session, plan: PlanRow, id: string): Promise<TargetRow> {
  const found = (await listTargets(session, [plan.area_code], [plan.id])).find((one) => one.id === id);
  if (found === undefined) throw planErrors.targetNotFound({ target: id });
  return found;
}

/** What is known of a target's number, oldest first; asks the evaluation, so not inside a transaction. */
export async function readingsOf({ indicators }: PlanDoors, target: TargetRow): Promise<readonly Reading[]> {
  const { standard_id, indicator, stage } = target;
  if (standard_id === null || indicator === null || stage === null) return [];
  const measuredBy = { standard: standard_id, indicator, stage: stage as 'all' };
  return (await indicators.series(target.area_code, measuredBy))?.readings ?? [];
}

function refuseUnknownClause({ catalogue }: PlanDoors, clause: string): void {
  if (!catalogue.clauses.has(clause)) throw planErrors.clauseUnknown({ clause });
}

function refuseUnknownDepartments({ catalogue }: PlanDoors, departments: readonly string[]): void {
  const unknown = departments.find((department) => !catalogue.departments.has(department));
  if (unknown !== undefined) throw planErrors.departmentUnknown({ department: unknown });
}

function refuseOutsidePeriod({ from_year, to_year }: PlanRow, year: number): void {
  if (year < from_year || year > to_year) throw planErrors.periodWrong({ from: from_year, to: to_year, year });
}

async function refuseLooser(
  session: Session,
  plan: PlanRow,
  body: TargetBody,
  follows: NonNullable<TargetBody['follows']>,
): Promise<void> {
  const abovePlan = await findPlan(session, follows.area, follows.plan);
  if (abovePlan === undefined || plan.follows_area !== follows.area || plan.follows_plan !== follows.plan) {
    throw planErrors.followsNotAbove({ area: plan.area_code, above: follows.area });
  }
  const above = await requireTarget(session, abovePlan, follows.target);
  const parent = { direction: above.direction, value: above.value, dueYear: above.due_year };
  const what = loosens(body, parent);
  if (what === null) return;
  throw planErrors.loosened({
    title: body.title,
    what,
    above: String(parent[what] ?? '—'),
    here: String(body[what] ?? '—'),
  });
}
