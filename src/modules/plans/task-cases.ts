import type { Principal } from '#core/access';
import { chinaDate } from '#core/calendar';
import type { Session } from '#core/db';
import type { Cases } from '#engines/cases';
import type { Task } from './contract.ts';
import type { PlanRow } from './model.ts';
import { listTasks, putTask } from './plan-repository.ts';
import { taskCase } from './task-case.ts';

/** Hands out every task of a plan that has not been handed out yet: each becomes a case with its own due day. */
export async function openTaskCases(cases: Cases, session: Session, plan: PlanRow, by: Principal): Promise<void> {
  const tasks = await listTasks(session, [plan.area_code], [plan.id]);
  for (const task of tasks.filter(({ case_id }) => case_id === null)) {
    const opened = await cases.open(
      by,
      taskCase.declaration.kind,
      {
        area: plan.area_code,
        unit: plan.unit_id === '' ? null : plan.unit_id,
        title: `${task.year} ${task.title}`,
        about: { kind: 'plan', id: plan.id },
        fields: {
          clause: task.clause,
          lead: task.lead_unit,
          dueOn: task.due_on,
          ...(task.evidence === '' ? {} : { evidence: task.evidence }),
        },
        requestKey: `plan ${plan.id} task ${task.id}`,
      },
      session,
    );
    await putTask(session, { ...task, case_id: opened.id });
  }
}

/** More tasks than a plan ever has. */
const mostTasks = 2_000;

/** Where the handed-out tasks of a plan stand, by the id of their case. */
export async function listTaskCases(
  { cases, now }: { readonly cases: Cases; readonly now: () => Date },
  by: Principal,
  plan: PlanRow,
): Promise<ReadonlyMap<string, NonNullable<Task['case']>>> {
  const { kind } = taskCase.declaration;
  const rows = await cases.list(by, { kind, about: { kind: 'plan', id: plan.id }, limit: mostTasks });
  const today = chinaDate(now());
  const states = cases.kinds().find((one) => one.kind === kind)?.states ?? {};
  return new Map(
    rows.map((row) => [
      row.case_id,
      {
        id: row.case_id,
        state: states[row.state]?.title ?? { zh: row.state, en: row.state },
        isFinal: row.is_final,
        dueOn: row.due_on,
        isOverdue: !row.is_final && row.due_on !== null && row.due_on < today,
      },
    ]),
  );
}
