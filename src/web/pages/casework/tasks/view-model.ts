import type { CaseRow } from '#contracts/casework';

export interface TogetherAction {
  readonly kind: string;
  readonly action: string;
  readonly title: CaseRow['kindTitle'];
  readonly needsReason: boolean;
}

/** What can be done to all chosen cases at once: they are of one kind, and each waits for it. */
export function togetherActions(rows: readonly CaseRow[]): readonly TogetherAction[] {
  const [first] = rows;
  if (first === undefined || rows.some(({ kind }) => kind !== first.kind)) return [];
  return first.asks
    .filter(
      (ask) =>
        ask.together &&
        rows.every(({ asks }) => asks.some(({ action, together }) => together && action === ask.action)),
    )
    .map(({ action, title, reason }) => ({ kind: first.kind, action, title, needsReason: reason === 'required' }));
}
