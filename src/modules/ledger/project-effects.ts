import { chinaDate } from '#core/calendar';
import type { Session } from '#core/db';
import type { Effect, EffectContext } from '#engines/cases';
import { projectPlan, projectState } from './contract.ts';
import { ledgerErrors } from './errors.ts';
import { addEvents, putLines } from './line-repository.ts';
import { costOf, type LineRow } from './line-row.ts';
import {
  addOutlay,
  changeProject,
  findProject,
  fundsOf,
  holdLines,
  linesHeldBy,
  type ProjectRecord,
  putProject,
  reachMilestone,
} from './project-repository.ts';

/** What the actions of a project do to the ledger, in the action's own transaction. */
export const projectEffects: Readonly<Record<string, Effect>> = {
  plan: takeLines,
  submit: async (context) => {
    const funds = await fundsOf(context.session, context.ref.county, context.ref.id);
    if (funds.length === 0) throw ledgerErrors.noFunds();
    await move(context);
  },
  move,
  outlay: recordOutlay,
  milestone: async ({ session, ref, action }) => {
    const { milestone, on } = action.fields;
    if (!(await reachMilestone(session, ref, Number(milestone), String(on)))) {
      throw ledgerErrors.milestoneNotFound({ milestone: Number(milestone) });
    }
  },
  progress: ({ session, ref, action }) =>
    changeProject(session, ref, { progress_percent: Number(action.fields['percent']), changed_at: action.at }),
};

/**
 * Takes the lines of a plan for a project and gives back those it no longer names.
 *
 * @throws DomainError `ledger.lineNotFound`, `ledger.lineNotOpen`, `ledger.doubleFunding`, `ledger.overFunding`, `ledger.dayPassed`
 */
async function takeLines({ session, ref, action, after }: EffectContext): Promise<void> {
  const plan = projectPlan.parse(action.fields);
  const ids = [...new Set(plan.lines)].sort();
  const taken = await holdLines(session, ref.county, ids);
  const known = new Set(taken.map(({ id }) => id));
  const unknown = ids.find((id) => !known.has(id));
  if (unknown !== undefined) throw ledgerErrors.lineNotFound({ line: unknown });
  for (const row of taken) {
    if (after.unit !== null && row.unit_id !== after.unit) throw ledgerErrors.otherSchool({ school: row.unit_name });
    if (row.project_id !== null && row.project_id !== ref.id) {
      const other = await findProject(session, ref.county, row.project_id);
      throw ledgerErrors.doubleFunding({
        school: row.unit_name,
        line: row.id,
        project: other?.title ?? row.project_id,
      });
    }
    if (row.state !== 'open') throw ledgerErrors.lineNotOpen({ school: row.unit_name, line: row.id });
  }
  const costs = new Map(taken.map((row) => [row.id, costOf(row)]));
  const costFen = [...costs.values()].reduce<number>((sum, cost) => sum + (cost ?? 0), 0);
  const fundsFen = plan.funds.reduce((sum, { amountFen }) => sum + amountFen, 0);
  if (fundsFen > costFen && plan.overReason === '') {
    throw ledgerErrors.overFunding({ funds: yuan(fundsFen), cost: yuan(costFen) });
  }
  const today = chinaDate(action.at);
  if (plan.finishOn < today) throw ledgerErrors.dayPassed({ day: plan.finishOn });
  const held = await linesHeldBy(session, ref.county, ref.id);
  const freed = held.filter(({ id }) => !known.has(id)).map((row) => ({ ...row, ...free }));
  const joined = taken.filter(({ project_id: project }) => project !== ref.id);
  await tell(session, freed, 'leftProject', { ref, action });
  await tell(
    session,
    joined.map((row) => ({ ...row, project_id: ref.id, project_state: 'planned' as const })),
    'joinedProject',
    { ref, action },
  );
  await putProject(
    session,
    {
      county_code: ref.county,
      id: ref.id,
      unit_id: after.unit,
      title: after.title,
      cost_fen: costFen,
      funds_fen: fundsFen,
      changed_at: action.at,
    },
    plan,
    costs,
  );
}

const free = { project_id: null, project_state: null };

/** What a state of the project means for the lines in it; null = they are free again. */
const standing: Readonly<Record<ProjectRecord['state'], LineRow['project_state']>> = {
  draft: 'planned',
  submitted: 'planned',
  approved: 'planned',
  underway: 'underway',
  reported: 'underway',
  accepted: 'accepted',
  cancelled: null,
};

/** Writes the new state of the project on its row and on its lines. */
async function move({ session, ref, action, after }: EffectContext): Promise<void> {
  const state = projectState.parse(after.state);
  const isAccepted = state === 'accepted';
  await changeProject(session, ref, {
    state,
    changed_at: action.at,
    ...(isAccepted ? { accepted_at: action.at, progress_percent: 100 } : {}),
  });
  const next = standing[state];
  const lines = (await linesHeldBy(session, ref.county, ref.id)).filter((row) => row.project_state !== next);
  const kind = next === null ? 'leftProject' : next === 'accepted' ? 'accepted' : 'projectMoved';
  await tell(
    session,
    lines.map((row) => (next === null ? { ...row, ...free } : { ...row, project_state: next })),
    kind,
    { ref, action },
  );
}

/** @throws DomainError `ledger.overContracted`, `ledger.overPaid` */
async function recordOutlay({ session, ref, action }: EffectContext): Promise<void> {
  const project = await findProject(session, ref.county, ref.id);
  if (project === undefined) throw new Error('a project without its row');
  const kind = action.action === 'contract' ? 'contract' : 'payment';
  const amount = Number(action.fields['amountFen']);
  const contracts = project.contracts_fen + (kind === 'contract' ? amount : 0);
  const paid = project.paid_fen + (kind === 'payment' ? amount : 0);
  if (contracts > project.funds_fen) {
    throw ledgerErrors.overContracted({ contracts: yuan(contracts), funds: yuan(project.funds_fen) });
  }
  if (paid > project.contracts_fen) {
    throw ledgerErrors.overPaid({ paid: yuan(paid), contracts: yuan(project.contracts_fen) });
  }
  await addOutlay(session, ref, {
    seq: action.seq,
    kind,
    number: String(action.fields['number']),
    party: String(action.fields['party']),
    amount_fen: amount,
    on_day: String(action.fields['on']),
  });
  await changeProject(session, ref, { contracts_fen: contracts, paid_fen: paid, changed_at: action.at });
}

/** Writes changed lines, each with the event that says why. */
async function tell(
  session: Session,
  rows: readonly LineRow[],
  kind: string,
  { ref, action }: Pick<EffectContext, 'ref' | 'action'>,
): Promise<void> {
  const next = rows.map((row) => ({ ...row, last_seq: row.last_seq + 1 }));
  await putLines(session, next);
  await addEvents(
    session,
    next.map((row) => ({
      county_code: row.county_code,
      line_id: row.id,
      seq: row.last_seq,
      kind,
      at: action.at,
      by_person: action.by,
      school_year: null,
      value: null,
      threshold: null,
      shortfall: null,
      details: { project: ref.id, action: action.action },
    })),
  );
}

function yuan(fen: number): string {
  return (fen / 100).toFixed(2);
}
