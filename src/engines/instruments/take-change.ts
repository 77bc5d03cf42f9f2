import type { AnswerValue } from '#standards';
import type { AnswerChange, ChangeOutcome, StandingAnswer, StoredChange } from './model.ts';

export interface Fate {
  readonly outcome: ChangeOutcome;
  /** The item's revision afterwards. */
  readonly revision: number;
  /** Whether the answer that stands becomes this one. */
  readonly replaces: boolean;
}

/**
 * What becomes of a change that arrives.
 *
 * @param standing the answer to the item now; undefined = none
 * @param before the change it follows on the same device, where it names one that arrived
 */
export function fateOf(
  change: AnswerChange,
  standing: StandingAnswer | undefined,
  before: StoredChange | undefined,
  isSubmitted: boolean,
): Fate {
  const revision = standing?.revision ?? 0;
  if (isSame(change, standing)) return { outcome: 'taken', revision, replaces: false };
  if (isSubmitted) return { outcome: 'late', revision, replaces: false };
  // Its writer saw the earlier change of the same device, whether or not its acknowledgement came back.
  const base = before?.outcome === 'taken' ? Math.max(before.revision, change.base) : change.base;
  if (base !== revision) return { outcome: 'conflict', revision, replaces: false };
  return { outcome: 'taken', revision: revision + 1, replaces: true };
}

function isSame(change: AnswerChange, standing: StandingAnswer | undefined): boolean {
  if (standing === undefined) return change.value === null && change.note === '' && change.files.length === 0;
  return (
    sameValue(change.value, standing.value) &&
    change.note === standing.note &&
    change.files.length === standing.files.length &&
    change.files.every((file, at) => file === standing.files[at])
  );
}

function sameValue(one: AnswerValue | null, other: AnswerValue | null): boolean {
  if (typeof one === 'object' && typeof other === 'object') {
    if (one === null || other === null) return one === other;
    return one.length === other.length && one.every((id) => other.includes(id));
  }
  return one === other;
}
