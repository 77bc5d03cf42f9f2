import { findNames } from '#core/access';
import type { Session } from '#core/db';
import type { PlanDetail, PlanHead, Target, Task } from './contract.ts';
import type { IndicatorSeries, KnownArea, PlanDoors } from './doors.ts';
import type { PlanRow, TargetRow, TaskRow } from './model.ts';
import { findPlan, listPlanActs, listTargets, listTasks } from './plan-repository.ts';
import { progressOf } from './rules.ts';

type TaskCase = NonNullable<Task['case']>;
type PlanReference = NonNullable<PlanHead['follows']>;

/** Plans as lists show them. */
export async function showHeads(doors: PlanDoors, session: Session, rows: readonly PlanRow[]): Promise<PlanHead[]> {
  const areas = [...new Set(rows.map(({ area_code }) => area_code))];
  const plans = rows.map(({ id }) => id);
  const targets = await listTargets(session, areas, plans);
  const tasks = await listTasks(session, areas, plans);
  return Promise.all(
    rows.map((row) =>
      showHead(
        doors,
        session,
        row,
        targets.filter((one) => one.area_code === row.area_code && one.plan_id === row.id),
        tasks.filter((one) => one.area_code === row.area_code && one.plan_id === row.id),
      ),
    ),
  );
}

/** One plan whole, each target with its readings and where it stands. */
export async function showPlan(
  doors: PlanDoors,
  session: Session,
  row: PlanRow,
  cases: ReadonlyMap<string, TaskCase>,
): Promise<PlanDetail> {
  const targets = await listTargets(session, [row.area_code], [row.id]);
  const tasks = await listTasks(session, [row.area_code], [row.id]);
  const acts = await listPlanActs(session, row.area_code, row.id);
  const names = await findNames(session, [...new Set(acts.map(({ by_person }) => by_person))]);
  const targetRows: Target[] = [];
  for (const one of targets) targetRows.push(await showTarget(doors, session, one));
  return {
    ...(await showHead(doors, session, row, targets, tasks)),
    targetRows,
    taskRows: tasks.map((one) => showTask(doors, one, cases)),
    acts: acts.map(({ act, reason, by_person: by, at }) => ({
      act,
      reason,
      by: names.get(by) ?? by,
      at: at.toISOString(),
    })),
  };
}

async function showHead(
  { registry }: PlanDoors,
  session: Session,
  row: PlanRow,
  targets: readonly TargetRow[],
  tasks: readonly TaskRow[],
): Promise<PlanHead> {
  const { area } = await registry.area(row.area_code);
  return {
    area: areaRef(area),
    id: row.id,
    unit: row.unit_id === '' ? null : { id: row.unit_id, name: await registry.unitName(row.area_code, row.unit_id) },
    kind: row.kind,
    title: row.title,
    basis: row.basis,
    fromYear: row.from_year,
    toYear: row.to_year,
    state: row.state,
    follows: await planReference(registry, session, row.follows_area, row.follows_plan),
    targets: targets.length,
    blankTargets: targets.filter(({ value }) => value === null).length,
    tasks: tasks.length,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
  };
}

async function showTarget(
  { registry, indicators, catalogue, now }: PlanDoors,
  session: Session,
  row: TargetRow,
): Promise<Target> {
  const { standard_id, indicator, stage } = row;
  const measuredBy =
    standard_id === null || indicator === null || stage === null
      ? null
      : {
          standard: standard_id,
          indicator,
          stage: stage as Target['measuredBy'] extends { stage: infer S } | null ? S : never,
        };
  const series = measuredBy === null ? undefined : await indicators.series(row.area_code, measuredBy);
  const readings = [...(series?.readings ?? [])];
  const aimed = { direction: row.direction, value: row.value, dueYear: row.due_year };
  const progress = progressOf(aimed, readings, now().getFullYear());
  return {
    id: row.id,
    clause: clauseRef(catalogue, row.clause),
    title: row.title,
    measuredBy: measuredBy === null ? null : { ...measuredBy, ...describe(series, measuredBy.indicator) },
    direction: row.direction,
    unit: series?.unit ?? { zh: row.unit, en: row.unit },
    value: row.value,
    dueYear: row.due_year,
    follows: await targetReference(registry, session, row),
    standing: progress.standing,
    readings,
    expected: progress.expected,
  };
}

function describe(
  series: IndicatorSeries | undefined,
  indicator: string,
): { name: { zh: string; en: string }; decimals: number } {
  return { name: series?.name ?? { zh: indicator, en: indicator }, decimals: series?.decimals ?? 2 };
}

function showTask({ catalogue }: PlanDoors, row: TaskRow, cases: ReadonlyMap<string, TaskCase>): Task {
  return {
    id: row.id,
    clause: clauseRef(catalogue, row.clause),
    target: row.target_id,
    year: row.year,
    title: row.title,
    milestone: row.milestone,
    lead: departmentRef(catalogue, row.lead_unit),
    supporting: row.supporting.map((id) => departmentRef(catalogue, id)),
    dueOn: row.due_on,
    evidence: row.evidence,
    case: (row.case_id === null ? undefined : cases.get(row.case_id)) ?? null,
  };
}

async function targetReference(
  registry: PlanDoors['registry'],
  session: Session,
  row: TargetRow,
): Promise<Target['follows']> {
  const { follows_area, follows_plan, follows_target } = row;
  const plan = await planReference(registry, session, follows_area, follows_plan);
  if (plan === null || follows_area === null || follows_plan === null || follows_target === null) return null;
  const above = (await listTargets(session, [follows_area], [follows_plan])).find(({ id }) => id === follows_target);
  return above === undefined ? null : { plan, target: above.id, value: above.value, dueYear: above.due_year };
}

async function planReference(
  registry: PlanDoors['registry'],
  session: Session,
  area: string | null,
  plan: string | null,
): Promise<PlanReference | null> {
  if (area === null || plan === null) return null;
  const found = await findPlan(session, area, plan);
  return found === undefined
    ? null
    : { area: areaRef((await registry.area(area)).area), id: found.id, title: found.title };
}

export function areaRef({ code, name, level }: KnownArea): KnownArea {
  return { code, name, level };
}

function clauseRef({ clauses }: PlanDoors['catalogue'], id: string): Target['clause'] {
  return { id, title: clauses.get(id)?.title ?? { zh: id, en: id } };
}

function departmentRef({ departments }: PlanDoors['catalogue'], id: string): Task['lead'] {
  return { id, name: departments.get(id)?.name ?? { zh: id, en: id } };
}
