import type { CurrentRow, KindDeclaration } from '#engines/cases';
import { caseName } from '#engines/cases';
import type { CaseRow } from './contract.ts';

/** Rows as a list shows them. */
export function listRows(
  rows: readonly CurrentRow[],
  editionOf: (kind: string, version: number) => KindDeclaration,
  reader: { readonly id: string; readonly today: string; readonly unitNames: ReadonlyMap<string, string> },
): CaseRow[] {
  return rows.map((row) => {
    const edition = editionOf(row.kind, row.version);
    const state = edition.states[row.state];
    return {
      case: caseName({ county: row.county_code, id: row.case_id }),
      kind: row.kind,
      kindTitle: edition.title,
      title: row.title,
      area: row.area_code,
      unit: row.unit_id,
      unitName: row.unit_id === null ? null : (reader.unitNames.get(row.unit_id) ?? null),
      state: row.state,
      stateTitle: state?.title ?? { zh: row.state, en: row.state },
      isFinal: row.is_final,
      asks: asksOf(edition, row.state),
      dueOn: row.due_on,
      dueMissingYears: [...row.due_missing_years],
      isOverdue: !row.is_final && row.due_on !== null && row.due_on < reader.today,
      isMine: row.assignee === reader.id,
      openedAt: row.opened_at.toISOString(),
      actedAt: row.acted_at.toISOString(),
      seq: row.seq,
    };
  });
}

function asksOf({ states, actions }: KindDeclaration, state: string): CaseRow['asks'] {
  return (states[state]?.asks ?? []).flatMap((name) => {
    const action = actions[name];
    if (action === undefined) return [];
    const { title, evidence, reason, fields } = action;
    const required = (fields.required ?? []) as readonly string[];
    return [{ action: name, title, together: evidence === 0 && required.length === 0, reason }];
  });
}
