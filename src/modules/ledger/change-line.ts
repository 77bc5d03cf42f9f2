import type { Session } from '#core/db';
import type { AssignBody } from './contract.ts';
import { ledgerErrors } from './errors.ts';
import { addEvents, holdLine, putLines } from './line-repository.ts';
import type { LineRow } from './line-row.ts';

export interface LineChange {
  readonly county: string;
  readonly id: string;
  readonly given: AssignBody;
  readonly by: string;
  readonly at: Date;
}

/**
 * Changes who answers for a line, its day, its means or its cost.
 *
 * @returns the fields that changed
 * @throws DomainError `ledger.lineNotFound`; `ledger.reasonMissing` where the day or the cost changes without a reason
 */
export async function changeLine(session: Session, { county, id, given, by, at }: LineChange): Promise<string[]> {
  const row = await holdLine(session, county, id);
  if (row === undefined) throw ledgerErrors.lineNotFound({ line: id });
  const next: LineRow = {
    ...row,
    owner: given.owner === undefined ? row.owner : emptyToNull(given.owner),
    due_on: given.dueOn ?? row.due_on,
    act: given.act === undefined ? row.act : emptyToNull(given.act),
    own_cost_fen: given.costFen === undefined ? row.own_cost_fen : given.costFen,
    last_seq: row.last_seq + 1,
  };
  const changed = (['owner', 'due_on', 'act', 'own_cost_fen'] as const).filter((field) => next[field] !== row[field]);
  if (changed.length === 0) return changed;
  if ((changed.includes('due_on') || changed.includes('own_cost_fen')) && given.reason === '') {
    throw ledgerErrors.reasonMissing();
  }
  await putLines(session, [next]);
  const details = Object.fromEntries(changed.map((field) => [field, { from: row[field], to: next[field] }]));
  await addEvents(session, [
    {
      county_code: county,
      line_id: id,
      seq: next.last_seq,
      kind: 'assigned',
      at,
      by_person: by,
      school_year: null,
      value: null,
      threshold: null,
      shortfall: null,
      details: given.reason === '' ? details : { ...details, reason: given.reason },
    },
  ]);
  return changed;
}

function emptyToNull(text: string | null): string | null {
  return text === '' ? null : text;
}
