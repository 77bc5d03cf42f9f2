import { canonicalText } from './canonical-text.ts';
import { currentRow } from './case-rows.ts';
import { findBrokenLink } from './chain-action.ts';
import { deriveCase } from './derive-case.ts';
import { eachHistory } from './each-history.ts';
import type { CaseAction, CaseRef } from './model.ts';
import type { Tools } from './parts.ts';

/** What is wrong with a stored case. */
export interface CaseFault {
  readonly ref: CaseRef;
  /** `chain`: an action was changed after it was recorded. `replay`: the actions are no history. `row`: the derived row differs. */
  readonly fault: 'chain' | 'replay' | 'row';
  readonly seq: number | null;
}

export async function verifyCases(tools: Tools): Promise<readonly CaseFault[]> {
  const faults: CaseFault[] = [];
  for await (const { ref, history, row } of eachHistory(tools.database)) {
    const broken = findBrokenLink(history);
    if (broken !== undefined) faults.push({ ref, fault: 'chain', seq: broken });
    const derived = replayed(tools, history);
    if (derived === undefined) faults.push({ ref, fault: 'replay', seq: null });
    else if (row === undefined || canonicalText(row) !== canonicalText(currentRow(ref, derived))) {
      faults.push({ ref, fault: 'row', seq: row?.seq ?? null });
    }
  }
  return faults;
}

function replayed({ library, calendar }: Tools, history: readonly CaseAction[]) {
  const opening = history[0]?.opening;
  if (!opening) return undefined;
  try {
    return deriveCase(library.edition(opening.kind, opening.version), history, calendar);
  } catch {
    return undefined;
  }
}
