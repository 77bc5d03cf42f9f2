import type { Gate, Principal } from '#core/access';
import type { Audit } from '#core/audit';
import type { Database, Session } from '#core/db';
import type { FileAnswer } from '#core/http';
import { newId } from '#core/ids';
import {
  adoptTargets,
  checkTarget,
  readingsOf,
  requireTarget,
  splitTarget,
  writeTarget,
  writeTask,
} from './change-plan.ts';
import type { Clause, PlanBody, PlanDetail, PlansAnswer, Roadmap, RoadmapBody, TargetBody, TaskBody } from './contract.ts';
import type { PlanDoors } from './doors.ts';
import { planErrors } from './errors.ts';
import type { PlanRow, PlanState } from './model.ts';
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
import { readRoadmap, setRoadmapEntry } from './roadmap.ts';
import { areaRef, showHeads, showPlan } from './show-plan.ts';
import { type DocumentFormat, writePlanDocument } from './write-plan-document.ts';
import { writeResponsibilityLetter } from './write-responsibility-letter.ts';

/** Who acts, and when. */
export interface Act {
  readonly principal: Principal;
  readonly at: Date;
}

export interface PlanServiceDoors extends PlanDoors {
  readonly gate: Gate;
  readonly audit: Audit;
  /** Opens the cases of an issued plan's tasks, in the transaction that issues it. */
  readonly openTasks: (session: Session, plan: PlanRow, act: Act) => Promise<void>;
}

const transitions: Readonly<Record<'issue' | 'reopen' | 'close', { from: readonly PlanState[]; to: PlanState; act: PlanAct }>> = {
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
    this.#database = doors.database;
  }

  catalogue() {
    const { texts, clauses, departments } = this.#doors.catalogue;
    return { texts: [...texts], clauses: [...clauses.values()] as Clause[], departments: [...departments.values()] };
  }

  async plans(code: string): Promise<PlansAnswer> {
    const { area, path } = await this.#doors.registry.area(code);
    const above = path.map((one) => one.code).filter((one) => one !== code);
    return {
      area: areaRef(area),
      rows: await showHeads(this.#doors, this.#database, await listPlans(this.#database, [code])),
      above: await showHeads(this.#doors, this.#database, await listPlans(this.#database, above, 'issued')),
    };
  }

  async plan(area: string, id: string): Promise<PlanDetail> {
    return showPlan(this.#doors, this.#database, await this.#require(area, id));
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
    return this.plan(code, row.id);
  }

  /** @throws DomainError `plans.actRefused`, `plans.nothingToIssue` */
  async act(area: string, id: string, kind: keyof typeof transitions, reason: string, act: Act): Promise<PlanDetail> {
    const { from, to, act: name } = transitions[kind];
    await this.#database.transaction(async (session) => {
      const plan = await this.#hold(session, area, id);
      if (!from.includes(plan.state)) throw planErrors.actRefused({ state: plan.state, act: name });
      if (kind === 'issue') {
        if ((await listTargets(session, [area], [id])).length === 0) throw planErrors.nothingToIssue();
        await this.#doors.openTasks(session, plan, act);
      }
      await setPlanState(session, plan, to);
      await this.#record(session, plan, name, reason, act);
    });
    return this.plan(area, id);
  }

  async putTarget(area: string, id: string, target: string | null, body: TargetBody, act: Act): Promise<PlanDetail> {
    await checkTarget(this.#doors, area, body);
    return this.#changeDraft(area, id, act, async (session, plan) => {
      if (target !== null) await requireTarget(session, plan, target);
      await writeTarget(session, plan, body, target ?? newId(act.at));
    });
  }

  removeTarget(area: string, id: string, target: string, act: Act): Promise<PlanDetail> {
    return this.#changeDraft(area, id, act, async (session, plan) => {
      await requireTarget(session, plan, target);
      await deleteTarget(session, area, id, target);
    });
  }

  /** Takes over the targets of the plan above that are not carried yet. */
  adopt(area: string, id: string, act: Act): Promise<PlanDetail> {
    return this.#changeDraft(area, id, act, (session, plan) => adoptTargets(session, plan, act.at));
  }

  async split(area: string, id: string, target: string, lead: string, act: Act): Promise<PlanDetail> {
    const plan = await this.#require(area, id);
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

  async document(area: string, id: string, format: DocumentFormat): Promise<FileAnswer> {
    return writePlanDocument(await this.plan(area, id), format, this.#doors.now());
  }

  roadmap(area: string, standard: string | undefined): Promise<Roadmap> {
    return readRoadmap(this.#doors, area, standard);
  }

  async setRoadmap(county: string, body: RoadmapBody, act: Act): Promise<Roadmap> {
    this.#doors.gate.require(act.principal, 'plans.roadmap', { area: body.setBy });
    await setRoadmapEntry(this.#doors, county, body, { by: act.principal.id, at: act.at, setBy: body.setBy });
    return this.roadmap(county, body.standard);
  }

  async letter(county: string, standard: string | undefined, format: DocumentFormat): Promise<FileAnswer> {
    const shown = await this.roadmap(county, standard);
    const [row] = shown.rows;
    if (shown.area.level !== 'county' || row === undefined) throw planErrors.notACounty({ area: county });
    return writeResponsibilityLetter(shown, row, format, this.#doors.now());
  }

  async #changeDraft(
    area: string,
    id: string,
    act: Act,
    change: (session: Session, plan: PlanRow) => Promise<void>,
  ): Promise<PlanDetail> {
    await this.#database.transaction(async (session) => {
      const plan = await this.#hold(session, area, id);
      if (plan.state !== 'draft') throw planErrors.notADraft();
      await change(session, plan);
      await this.#doors.audit.append(session, { by: act.principal, act: 'plans.write', on: subjectOf(plan), result: 'done' });
    });
    return this.plan(area, id);
  }

  async #record(session: Session, plan: PlanRow, name: PlanAct, reason: string, { principal, at }: Act): Promise<void> {
    await addPlanAct(session, plan, { act: name, reason, by_person: principal.id, at });
    await this.#doors.audit.append(session, { by: principal, act: `plans.${name}`, on: subjectOf(plan), result: 'done', reason });
  }

  async #require(area: string, id: string): Promise<PlanRow> {
    const plan = await findPlan(this.#database, area, id);
    if (plan === undefined) throw planErrors.planNotFound({ plan: id });
    return plan;
  }

  async #hold(session: Session, area: string, id: string): Promise<PlanRow> {
    const plan = await holdPlan(session, area, id);
    if (plan === undefined) throw planErrors.planNotFound({ plan: id });
    return plan;
  }
}

function subjectOf({ area_code, id, unit_id }: PlanRow) {
  return { kind: 'plan', id, area: area_code, ...(unit_id === '' ? {} : { unit: unit_id }) };
}

async function requireTask(session: Session, plan: PlanRow, id: string): Promise<void> {
  const found = (await listTasks(session, [plan.area_code], [plan.id])).some((one) => one.id === id);
  if (!found) throw planErrors.taskNotFound({ task: id });
}
