import type { Principal } from '#core/access';
import type { Session } from '#core/db';
import type { LocalText } from '#core/locale';
import type { NewNotice } from '#engines/notices';
import { commonTitles, isCommonAction, type KindDeclaration } from './declaration.ts';
import { type CaseAction, type CaseRef, caseName, type DerivedCase } from './model.ts';

/** Who is told of an action: whom the case was given to, and its opener where somebody else moved it. */
export function noticesOf(
  kind: KindDeclaration,
  ref: CaseRef,
  action: CaseAction,
  before: DerivedCase | null,
  after: DerivedCase,
  by: Principal,
): readonly NewNotice[] {
  if (before === null) return [];
  if (action.action === 'escalate') return [escalationNotice(kind, ref, action, after)];
  const { assignee } = after;
  if (action.action === 'assign' && assignee !== null && assignee !== by.id) {
    const text = {
      zh: `“${after.title}”已指派给您（${kind.title.zh}）`,
      en: `“${after.title}” was given to you (${kind.title.en})`,
    };
    return [{ ...base(ref, after, action, 'cases.assigned', text), to: { person: assignee } }];
  }
  if (after.state === before.state || after.openedBy === by.id) return [];
  const [title, state] = [titleOf(kind, action.action), stateTitle(kind, after.state)];
  const text = {
    zh: `“${after.title}”：${title.zh}，现为“${state.zh}”`,
    en: `“${after.title}”: ${title.en}, now “${state.en}”`,
  };
  return [{ ...base(ref, after, action, 'cases.moved', text), to: { person: after.openedBy }, dueOn: null }];
}

function escalationNotice(kind: KindDeclaration, ref: CaseRef, action: CaseAction, after: DerivedCase): NewNotice {
  const state = stateTitle(kind, after.state);
  const text = {
    zh: `“${after.title}”应于 ${after.dueOn} 前办理，已逾期，仍为“${state.zh}”`,
    en: `“${after.title}” was due on ${after.dueOn} and is still at “${state.en}”`,
  };
  return {
    ...base(ref, after, action, 'cases.overdue', text),
    to: { permission: String(action.fields.to) },
    isUrgent: true,
  };
}

function base(
  ref: CaseRef,
  { area, unit, dueOn, kind }: DerivedCase,
  { seq }: CaseAction,
  noticeKind: string,
  text: LocalText,
): Omit<NewNotice, 'to'> {
  const name = caseName(ref);
  return { area, unit, kind: noticeKind, text, about: { kind, id: name }, dueOn, key: `${name} ${seq}` };
}

function stateTitle(kind: KindDeclaration, state: string): LocalText {
  return kind.states[state]?.title ?? { zh: state, en: state };
}

/** How an action is called. */
export function titleOf(kind: KindDeclaration, action: string): LocalText {
  if (action === 'open') return kind.open.title;
  return isCommonAction(action) ? commonTitles[action] : (kind.actions[action]?.title ?? { zh: action, en: action });
}

/** Puts notices, where the installation has them. */
export type Tell = (session: Session, notice: NewNotice) => Promise<void>;
