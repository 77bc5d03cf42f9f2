import type { Principal } from '#core/access';
import { chinaDate } from '#core/calendar';
import type { Session } from '#core/db';
import type { DomainError } from '#core/errors';
import { type CurrentRow, deleteDraft, lockCurrent, readActions } from './case-rows.ts';
import { checkGiven, type Given } from './check-given.ts';
import { isCommonAction, type KindDeclaration } from './declaration.ts';
import { deriveCase } from './derive-case.ts';
import { casesErrors } from './errors.ts';
import { type Hindrance, judgeAction } from './judge-action.ts';
import { judgeCommon } from './judge-common.ts';
import type { CaseAction, CaseFile, CaseRef, DerivedCase } from './model.ts';
import { nameOf, placeOf, type Tools } from './parts.ts';
import { recordAction } from './record-action.ts';
import { titleOf } from './tell-people.ts';

export interface GivenAction {
  readonly fields?: Readonly<Record<string, unknown>> | undefined;
  readonly files?: readonly CaseFile[] | undefined;
  readonly comment?: string | undefined;
  /** The number of the last action the actor saw: whatever moved the case since then overtakes them. */
  readonly seenSeq?: number | undefined;
  /** The same request sent again does nothing more. */
  readonly requestKey?: string | undefined;
}

/** A case with its history and its edition, held for this transaction. */
interface Held {
  readonly kind: KindDeclaration;
  readonly history: readonly CaseAction[];
  readonly before: DerivedCase;
}

/** Does something to a case. @throws DomainError `cases.*`, `access.forbidden` */
export async function actOnCase(
  tools: Tools,
  session: Session,
  by: Principal,
  ref: CaseRef,
  action: string,
  given: GivenAction,
): Promise<DerivedCase> {
  const { kind, history, before } = await holdCase(tools, session, by, ref);
  const requestKey = given.requestKey === undefined ? null : `${by.id} ${given.requestKey}`;
  if (requestKey !== null && history.some((done) => done.requestKey === requestKey)) return before;
  const declared = kind.actions[action];
  if (declared === undefined && (!isCommonAction(action) || action === 'open' || action === 'escalate')) {
    throw casesErrors.actionUnknown({ action });
  }
  if (declared !== undefined) tools.gate.require(by, declared.permission, placeOf(before));
  await refuseOvertaken(tools, kind, history, before, given.seenSeq);
  const asked: Given = { fields: given.fields ?? {}, files: given.files ?? [], comment: given.comment ?? '' };
  let checked = asked;
  if (declared === undefined) {
    checked = judgeCommon(tools, { kind, before, action, by, given: asked });
  } else {
    const hindrance = judgeAction(kind, before, history, action, by.id);
    if (hindrance !== null) throw await refusalOf(tools, hindrance, kind, before, action);
    checked = checkGiven(declared, tools.library.schema(kind, action), asked);
  }
  const after = await recordAction(tools, session, {
    ref,
    kind,
    action,
    opening: null,
    ...checked,
    requestKey,
    by,
    effect: declared?.effect ?? null,
    history,
    before,
  });
  if (after === undefined) throw new Error('an action was not recorded');
  if (declared !== undefined) await deleteDraft(session, ref, by.id, action);
  return after;
}

async function holdCase(tools: Tools, session: Session, by: Principal, ref: CaseRef): Promise<Held> {
  const row = await lockCurrent(session, ref);
  const kind = row === undefined ? undefined : tools.library.edition(row.kind, row.version);
  if (row === undefined || kind === undefined || !maySee(tools, by, kind, row)) throw casesErrors.notFound();
  const history = await readActions(session, ref);
  return { kind, history, before: deriveCase(kind, history, tools.calendar) };
}

/** Whether somebody may know of a case at all. */
export function maySee(
  { gate }: Tools,
  by: Principal,
  kind: KindDeclaration,
  { area_code, unit_id }: Pick<CurrentRow, 'area_code' | 'unit_id'>,
): boolean {
  return gate.decide(by, kind.read, placeOf({ area: area_code, unit: unit_id })).allowed;
}

async function refuseOvertaken(
  { people }: Tools,
  kind: KindDeclaration,
  history: readonly CaseAction[],
  { movedSeq }: DerivedCase,
  seenSeq: number | undefined,
): Promise<void> {
  if (seenSeq === undefined || movedSeq <= seenSeq) return;
  const overtaking = history.find(({ seq }) => seq === movedSeq);
  if (overtaking === undefined) throw new Error('a case moved by no action');
  throw casesErrors.overtaken({
    by: await nameOf(people, overtaking.by),
    at: `${chinaDate(overtaking.at)} ${chinaTime(overtaking.at)}`,
    action: titleOf(kind, overtaking.action),
  });
}

function chinaTime(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
}

async function refusalOf(
  { people }: Tools,
  hindrance: Hindrance,
  kind: KindDeclaration,
  { state: stateName, assignee }: DerivedCase,
  actionName: string,
): Promise<DomainError> {
  const action = titleOf(kind, actionName);
  const state = kind.states[stateName]?.title ?? { zh: stateName, en: stateName };
  switch (hindrance) {
    case 'unknownAction':
      return casesErrors.actionUnknown({ action: actionName });
    case 'final':
      return casesErrors.final({ state });
    case 'wrongState':
      return casesErrors.wrongState({ state, action });
    case 'fourEyes':
      return casesErrors.fourEyes({ action });
    case 'notTheirs':
      return casesErrors.notTheirs({ action });
    case 'assignedElsewhere':
      return casesErrors.assignedElsewhere({ by: await nameOf(people, assignee ?? '') });
  }
}
