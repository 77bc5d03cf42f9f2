import type { Gate, Principal } from '#core/access';
import type { Audit } from '#core/audit';
import type { Database, Session } from '#core/db';
import type { FileAnswer } from '#core/http';
import { newId } from '#core/ids';
import type { Cases } from '#engines/cases';
import type { OfficialFormat } from '#engines/documents';
import {
  adoptTargets,
  checkTarget,
  readingsOf,
  requireTarget,
  splitTarget,
  writeTarget,
  writeTask,
} from './change-plan.ts';
import type {
  Clause,
  PlanBody,
  PlanDetail,
  PlansAnswer,
  Roadmap,
  RoadmapBody,
  TargetBody,
  TaskBody,
} from './contract.ts';
import type { PlanDoors } from './doors.ts';
import { planErrors } from './errors.ts';
import type { PlanRow, PlanState, TaskRow } from './model.ts';
import { plansPermissions } from './permissions.ts';
import {
  addPlanAct,
  deleteTarget,
  deleteTask,
  findPlan,
  holdPlan,
  insertPlan,
  listPlans,
  listTargets,
  listTasks,
  type PlanAct,
  setPlanState,
} from './plan-repository.ts';
import { markRecognised, readRoadmap, setRoadmapEntry } from './roadmap.ts';
import { areaRef, showHeads, showPlan } from './show-plan.ts';
import { taskCase } from './task-case.ts';
import { listTaskCases, openTaskCases } from './task-cases.ts';
import { writePlanDocument } from './write-plan-document.ts';
import { writeResponsibilityLetter } from './write-responsibility-letter.ts';

/** Who acts, and when. */
export interface Act {
  readonly principal: Principal;
  readonly at: Date;
}

export interface PlanServiceDoors extends PlanDoors {
  readonly gate: Gate;
  readonly audit: Audit;
  readonly cases: Cases;
}

const transitions: Readonly<
  Record<'issue' | 'reopen' | 'close', { from: readonly PlanState[]; to: PlanState; act: PlanAct }>
> = {
  issue: { from: ['draft'], to: 'issued', act: 'issued' },
  reopen: { from: ['issued', 'closed'], to: 'draft', act: 'reopened' },
  close: { from: ['issued'], to: 'closed', act: 'closed' },
};

/** Plans of every level, their targets and yearly tasks, and the roadmap to recognition. */
export class Plans {
  readonly #doors: PlanServiceDoors;
  readonly #database: Database;

  constructor(doors: PlanServiceDoors) {
    this.#doors = doors;
    doors.cases.register(taskCase);
    this.#database = doors.database;
  }

  catalogue() {
    const { texts, clauses, departments } = this.#doors.catalogue;
    return { texts: [...texts], clauses: [...clauses.values()] as Clause[], departments: [...departments.values()] };
  }

  /** The plans of an area, or of one of its schools, and the issued ones above that these may carry out. */
  async plans(code: string, unit = ''): Promise<PlansAnswer> {
    const { area, path } = await this.#doors.registry.area(code);
    const above = path.map((one) => one.code).filter((one) => one !== code);
    const own = await listPlans(this.#database, [code]);
    const issued = await listPlans(this.#database, unit === '' ? above : [...above, code], 'issued');
    return {
      area: areaRef(area),
      rows: await showHeads(
        this.#doors,
        this.#database,
        own.filter(({ unit_id }) => unit === '' || unit_id === unit),
      ),
      above: await showHeads(
        this.#doors,
        this.#database,
        issued.filter(({ unit_id }) => unit_id === ''),
      ),
    };
  }

  async plan(area: string, id: string, principal: Principal): Promise<PlanDetail> {
    const plan = await this.#require(area, id, principal, plansPermissions.read);
    return showPlan(this.#doors, this.#database, plan, await listTaskCases(this.#doors, principal, plan));
  }

  async create(code: string, body: PlanBody, act: Act): Promise<PlanDetail> {
    const { area, path } = await this.#doors.registry.area(code);
    if (body.toYear < body.fromYear) {
      throw planErrors.periodWrong({ from: body.fromYear, to: body.toYear, year: body.toYear });
    }
    if (body.unit !== null) await this.#doors.registry.unitName(code, body.unit);
    const { follows } = body;
    if (follows !== null) {
      const isAbove = path.some((one) => one.code === follows.area) && (follows.area !== code || body.unit !== null);
      const above = isAbove ? await findPlan(this.#database, follows.area, follows.plan) : undefined;
      if (above?.state !== 'issued') throw planErrors.followsNotAbove({ area: area.name, above: follows.area });
    }
    const row: PlanRow = {
      area_code: code,
      id: newId(act.at),
      unit_id: body.unit ?? '',
      kind: body.kind,
      title: body.title,
      basis: body.basis,
      from_year: body.fromYear,
      to_year: body.toYear,
      follows_area: follows?.area ?? null,
      follows_plan: follows?.plan ?? null,
      state: 'draft',
      created_at: act.at,
      created_by: act.principal.id,
    };
    await this.#database.transaction(async (session) => {
      await insertPlan(session, row);
      await this.#record(session, row, 'created', '', act);
    });
    return this.plan(code, row.id, act.principal);
  }

  /** @throws DomainError `plans.actRefused`, `plans.nothingToIssue` */
  async act(area: string, id: string, kind: keyof typeof transitions, reason: string, act: Act): Promise<PlanDetail> {
    const { from, to, act: name } = transitions[kind];
    await this.#database.transaction(async (session) => {
      const plan = await this.#hold(session, area, id, act.principal, plansPermissions.issue);
      if (!from.includes(plan.state)) throw planErrors.actRefused({ state: plan.state, act: name });
      if (kind === 'issue') {
        if ((await listTargets(session, [area], [id])).length === 0) throw planErrors.nothingToIssue();
        await openTaskCases(this.#doors.cases, session, plan, act.principal);
      }
      await setPlanState(session, plan, to);
      await this.#record(session, plan, name, reason, act);
    });
    return this.plan(area, id, act.principal);
  }

  async putTarget(area: string, id: string, target: string | null, body: TargetBody, act: Act): Promise<PlanDetail> {
    await this.#require(area, id, act.principal, plansPermissions.write);
    await checkTarget(this.#doors, area, body);
    return this.#changeDraft(area, id, act, async (session, plan) => {
      if (target !== null) await requireTarget(session, plan, target);
      await writeTarget(session, plan, body, target ?? newId(act.at));
    });
  }

  removeTarget(area: string, id: string, target: string, act: Act): Promise<PlanDetail> {
    return this.#changeDraft(area, id, act, async (session, plan) => {
      await requireTarget(session, plan, target);
      for (const task of await listTasks(session, [area], [id])) if (task.target_id === target) refuseUnderWay(task);
      await deleteTarget(session, area, id, target);
    });
  }

  /** Takes over the targets of the plan above that are not carried yet. */
  adopt(area: string, id: string, act: Act): Promise<PlanDetail> {
    return this.#changeDraft(area, id, act, (session, plan) => adoptTargets(session, plan, act.at));
  }

  async split(area: string, id: string, target: string, lead: string, act: Act): Promise<PlanDetail> {
    const plan = await this.#require(area, id, act.principal, plansPermissions.write);
    const readings = await readingsOf(this.#doors, await requireTarget(this.#database, plan, target));
    return this.#changeDraft(area, id, act, async (session, held) =>
      splitTarget(this.#doors, session, held, await requireTarget(session, held, target), lead, readings),
    );
  }

  putTask(area: string, id: string, task: string | null, body: TaskBody, act: Act): Promise<PlanDetail> {
    return this.#changeDraft(area, id, act, async (session, plan) => {
      if (task !== null) await requireTask(session, plan, task);
      await writeTask(this.#doors, session, plan, body, task ?? newId(act.at));
    });
  }

  removeTask(area: string, id: string, task: string, act: Act): Promise<PlanDetail> {
    return this.#changeDraft(area, id, act, async (session, plan) => {
      await requireTask(session, plan, task);
      await deleteTask(session, area, id, task);
    });
  }

  async document(area: string, id: string, format: OfficialFormat, principal: Principal): Promise<FileAnswer> {
    return writePlanDocument(await this.plan(area, id, principal), format, this.#doors.now());
  }

  roadmap(area: string, standard: string | undefined): Promise<Roadmap> {
    return readRoadmap(this.#doors, area, standard);
  }

  async setRoadmap(county: string, body: RoadmapBody, act: Act): Promise<Roadmap> {
    this.#doors.gate.require(act.principal, plansPermissions.roadmap, { area: body.setBy });
    await setRoadmapEntry(this.#doors, county, body, { by: act.principal.id, at: act.at, setBy: body.setBy });
    return this.roadmap(county, body.standard);
  }

  /** Writes on the roadmap that a county was recognised; joins the transaction of the decision. */
  markRecognised(session: Session, county: string, standard: string, by: string, at: Date): Promise<void> {
    return markRecognised(session, county, standard, { by, at });
  }

  async letter(county: string, standard: string | undefined, format: OfficialFormat): Promise<FileAnswer> {
    const { area } = await this.#doors.registry.area(county);
    if (area.level !== 'county') throw planErrors.notACounty({ area: county });
    const shown = await this.roadmap(county, standard);
    const [row] = shown.rows;
    if (row === undefined) throw planErrors.notACounty({ area: county });
    return writeResponsibilityLetter(shown, row, format, this.#doors.now());
  }

  async #changeDraft(
    area: string,
    id: string,
    act: Act,
    change: (session: Session, plan: PlanRow) => Promise<void>,
  ): Promise<PlanDetail> {
    await this.#database.transaction(async (session) => {
      const plan = await this.#hold(session, area, id, act.principal, plansPermissions.write);
      if (plan.state !== 'draft') throw planErrors.notADraft();
      await change(session, plan);
      await this.#doors.audit.append(session, { act: plansPermissions.write, on: subjectOf(plan), result: 'done' });
    });
    return this.plan(area, id, act.principal);
  }

  async #record(session: Session, plan: PlanRow, name: PlanAct, reason: string, { principal, at }: Act): Promise<void> {
    await addPlanAct(session, plan, { act: name, reason, by_person: principal.id, at });
    await this.#doors.audit.append(session, { act: `plans.${name}`, on: subjectOf(plan), result: 'done', reason });
  }

  async #require(area: string, id: string, principal: Principal, permission: string): Promise<PlanRow> {
    return this.#admit(await findPlan(this.#database, area, id), id, principal, permission);
  }

  async #hold(session: Session, area: string, id: string, principal: Principal, permission: string): Promise<PlanRow> {
    return this.#admit(await holdPlan(session, area, id), id, principal, permission);
  }

  /** A plan of which one may not even know is not there. */
  #admit(plan: PlanRow | undefined, id: string, principal: Principal, permission: string): PlanRow {
    const { gate } = this.#doors;
    const place = plan && { area: plan.area_code, ...(plan.unit_id === '' ? {} : { unit: plan.unit_id }) };
    if (plan === undefined || place === undefined || !gate.decide(principal, plansPermissions.read, place).allowed) {
      throw planErrors.planNotFound({ plan: id });
    }
    gate.require(principal, permission, place);
    return plan;
  }
}

function subjectOf({ area_code, id, unit_id }: PlanRow) {
  return { kind: 'plan', id, area: area_code, unit: unit_id === '' ? undefined : unit_id };
}

/** A task that nobody has been asked to do yet. */
async function requireTask(session: Session, plan: PlanRow, id: string): Promise<void> {
  const found = (await listTasks(session, [plan.area_code], [plan.id])).find((one) => one.id === id);
  if (found === undefined) throw planErrors.taskNotFound({ task: id });
  refuseUnderWay(found);
}

function refuseUnderWay({ title, case_id }: TaskRow): void {
  if (case_id !== null) throw planErrors.taskUnderWay({ task: title });
}
