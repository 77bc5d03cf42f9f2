import type { Principal } from '#core/access';
import type { PlainDate } from '#core/calendar';
import type { Session } from '#core/db';
import type { LocalText } from '#core/locale';
import { maySee } from './act-on-case.ts';
import { type Draft, readActions, readCurrent, readDrafts } from './case-rows.ts';
import type { FieldsSchema, KindDeclaration } from './declaration.ts';
import { deriveCase } from './derive-case.ts';
import { casesErrors } from './errors.ts';
import { type Hindrance, judgeAction } from './judge-action.ts';
import type { CaseAction, CaseFile, CaseRef, DerivedCase } from './model.ts';
import { placeOf, type Tools } from './parts.ts';
import { titleOf } from './tell-people.ts';

/** One line of a case's history, as people read it. */
export interface HistoryEntry {
  readonly seq: number;
  readonly action: string;
  readonly title: LocalText;
  readonly by: string;
  readonly byName: string;
  readonly at: Date;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly files: readonly CaseFile[];
  readonly comment: string;
}

/** Something the reader may do here, or could but for one hindrance. */
export interface PossibleAction {
  readonly action: string;
  readonly title: LocalText;
  readonly fields: FieldsSchema;
  readonly evidence: number;
  readonly reason: 'none' | 'optional' | 'required';
  /** The case waits for this. */
  readonly isAsked: boolean;
  readonly hindrance: Hindrance | null;
}

/** A case as one person sees it. */
export interface CaseView {
  readonly ref: CaseRef;
  readonly declaration: KindDeclaration;
  readonly now: DerivedCase;
  readonly dueOn: PlainDate | null;
  readonly openedByName: string;
  readonly assigneeName: string | null;
  readonly history: readonly HistoryEntry[];
  readonly possible: readonly PossibleAction[];
  readonly mayClaim: boolean;
  readonly mayAssign: boolean;
  readonly mayRelease: boolean;
  readonly drafts: readonly Draft[];
}

/** Reads a case. @throws DomainError `cases.notFound`, also where the reader may not know of it */
export async function readCase(tools: Tools, session: Session, by: Principal, ref: CaseRef): Promise<CaseView> {
  const { kind, history } = await loadCase(tools, session, by, ref);
  const now = deriveCase(kind, history, tools.calendar);
  const drafts = await readDrafts(session, ref, by.id);
  const people = [
    ...new Set([...history.map((action) => action.by), ...(now.assignee === null ? [] : [now.assignee])]),
  ];
  const names = (await tools.people?.namesOf(people)) ?? new Map<string, string>();
  const nameOf = (id: string) => names.get(id) ?? id;
  const possible = possibleActions(tools, by, kind, history, now);
  const canDoAsked = possible.some(({ isAsked, hindrance }) => isAsked && hindrance === null);
  const mayAssign = kind.assign !== null && !now.isFinal && tools.gate.decide(by, kind.assign, placeOf(now)).allowed;
  return {
    ref,
    declaration: kind,
    now,
    dueOn: now.dueOn,
    openedByName: nameOf(now.openedBy),
    assigneeName: now.assignee === null ? null : nameOf(now.assignee),
    history: history.map((action) => historyEntry(kind, action, nameOf(action.by))),
    possible,
    mayClaim: now.assignee === null && canDoAsked,
    mayAssign,
    mayRelease: now.assignee !== null && (now.assignee === by.id || mayAssign),
    drafts,
  };
}

/** A case's edition and history, for somebody who may see it. @throws DomainError `cases.notFound` */
export async function loadCase(
  tools: Tools,
  session: Session,
  by: Principal,
  ref: CaseRef,
): Promise<{ readonly kind: KindDeclaration; readonly history: readonly CaseAction[] }> {
  const row = await readCurrent(session, ref);
  const kind = row === undefined ? undefined : tools.library.edition(row.kind, row.version);
  if (row === undefined || kind === undefined || !maySee(tools, by, kind, row)) throw casesErrors.notFound();
  return { kind, history: await readActions(session, ref) };
}

function possibleActions(
  { gate }: Tools,
  by: Principal,
  kind: KindDeclaration,
  history: readonly CaseAction[],
  now: DerivedCase,
): readonly PossibleAction[] {
  const asks = kind.states[now.state]?.asks ?? [];
  return Object.entries(kind.actions)
    .filter(([, { from, permission }]) => from.includes(now.state) && gate.decide(by, permission, placeOf(now)).allowed)
    .map(([action, { title, fields, evidence, reason }]) => ({
      action,
      title,
      fields,
      evidence,
      reason,
      isAsked: asks.includes(action),
      hindrance: judgeAction(kind, now, history, action, by.id),
    }))
    .filter(({ hindrance }) => hindrance !== 'notTheirs');
}

function historyEntry(kind: KindDeclaration, action: CaseAction, byName: string): HistoryEntry {
  const { seq, by, at, fields, files, comment } = action;
  return { seq, action: action.action, title: titleOf(kind, action.action), by, byName, at, fields, files, comment };
}
