import type { Principal } from '#core/access';
import { chinaDate } from '#core/calendar';
import type { Session } from '#core/db';
import { currentRow, lockCurrent, putCurrent, readActions } from './case-rows.ts';
import { deriveCase } from './derive-case.ts';
import type { CaseRef } from './model.ts';
import type { Tools } from './parts.ts';
import { recordAction } from './record-action.ts';

const atOnce = 100;

/**
 * Tells higher up of every case whose due day has passed, one step after another, and counts due days again whose year's holidays
 * have become known.
 *
 * @remarks What was told stands in the case's own history: run twice, or after a kill, it tells nobody twice.
 * @returns how many steps were taken
 */
export async function escalateCases(tools: Tools, by: Principal): Promise<number> {
  await recountDueDays(tools);
  let steps = 0;
  for (;;) {
    const rows = await tools.database.query<{ county_code: string; case_id: string }>(
      `SELECT county_code, case_id FROM case_current WHERE next_escalation_on <= $1
       ORDER BY county_code, case_id LIMIT ${atOnce}`,
      [chinaDate(tools.now())],
    );
    for (const { county_code, case_id } of rows) {
      const ref = { county: county_code, id: case_id };
      steps += await tools.database.transaction((session) => escalateOne(tools, session, ref, by));
    }
    if (rows.length < atOnce) return steps;
  }
}

/** Takes every step that is due for one case. */
async function escalateOne(tools: Tools, session: Session, ref: CaseRef, by: Principal): Promise<number> {
  const today = chinaDate(tools.now());
  const row = await lockCurrent(session, ref);
  if (row === undefined) return 0;
  const kind = tools.library.edition(row.kind, row.version);
  let steps = 0;
  for (;;) {
    const history = await readActions(session, ref);
    const before = deriveCase(kind, history, tools.calendar);
    const step = kind.states[before.state]?.escalate[before.escalated];
    if (step === undefined || before.nextEscalationOn === null || before.nextEscalationOn > today) {
      await putCurrent(session, currentRow(ref, before));
      return steps;
    }
    await recordAction(tools, session, {
      ref,
      kind,
      action: 'escalate',
      opening: null,
      fields: { to: step.to },
      files: [],
      comment: '',
      requestKey: null,
      by,
      effect: null,
      history,
      before,
    });
    steps += 1;
  }
}

async function recountDueDays({ database, library, calendar }: Tools): Promise<void> {
  const rows = await database.query<{ county_code: string; case_id: string; due_missing_years: number[] }>(
    'SELECT county_code, case_id, due_missing_years FROM case_current WHERE cardinality(due_missing_years) > 0 AND NOT is_final',
  );
  for (const { county_code, case_id } of rows.filter((row) => row.due_missing_years.some(calendar.knowsYear))) {
    const ref = { county: county_code, id: case_id };
    await database.transaction(async (session) => {
      const row = await lockCurrent(session, ref);
      if (row === undefined) return;
      const kind = library.edition(row.kind, row.version);
      await putCurrent(session, currentRow(ref, deriveCase(kind, await readActions(session, ref), calendar)));
    });
  }
}
