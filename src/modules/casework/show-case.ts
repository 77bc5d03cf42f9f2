import type { CaseView, KindDeclaration } from '#engines/cases';
import { caseName } from '#engines/cases';
import type { CaseDetail, PossibleAction } from './contract.ts';
import { formFields } from './form-fields.ts';
import { shownFields } from './shown-fields.ts';

/** A case as the page shows it. */
export function showCase(
  { ref, declaration, now, history, possible, drafts, ...view }: CaseView,
  reader: { readonly id: string; readonly today: string; readonly unitName: string | null },
): CaseDetail {
  const states = statesOf(declaration);
  return {
    case: caseName(ref),
    kind: declaration.kind,
    kindTitle: declaration.title,
    version: declaration.version,
    title: now.title,
    area: now.area,
    unit: now.unit,
    unitName: reader.unitName,
    about: now.about,
    state: now.state,
    stateTitle: states.find(({ state }) => state === now.state)?.title ?? { zh: now.state, en: now.state },
    states,
    isFinal: now.isFinal,
    seq: now.seq,
    fields: [...shownFields(declaration, now.fields)],
    dueOn: now.dueOn,
    dueMissingYears: [...now.dueMissingYears],
    isOverdue: !now.isFinal && now.dueOn !== null && now.dueOn < reader.today,
    openedBy: view.openedByName,
    openedAt: now.openedAt.toISOString(),
    assignee: view.assigneeName,
    isMine: now.assignee === reader.id,
    may: { claim: view.mayClaim, assign: view.mayAssign, release: view.mayRelease, comment: !now.isFinal },
    possible: possible.map(
      ({ fields, hindrance, ...action }): PossibleAction => ({
        ...action,
        fields: [...formFields(fields)],
        hindrance: hindrance === 'fourEyes' || hindrance === 'assignedElsewhere' ? hindrance : null,
      }),
    ),
    drafts: drafts.map(({ action, fields, files, comment, savedAt }) => ({
      action,
      fields: { ...fields },
      files: [...files],
      comment,
      savedAt: savedAt.toISOString(),
    })),
    history: history.map(({ seq, action, title, byName, at, fields, files, comment }) => ({
      seq,
      action,
      title,
      by: byName,
      at: at.toISOString(),
      fields: [...shownFields(declaration, fields)],
      files: [...files],
      comment,
    })),
  };
}

export function statesOf({ states }: KindDeclaration): CaseDetail['states'] {
  return Object.entries(states).map(([state, { title, final }]) => ({ state, title, final }));
}
