import type { Principal } from '#core/access';
import type { Session } from '#core/db';
import { currentRow, insertAction, putCurrent } from './case-rows.ts';
import { chainAction } from './chain-action.ts';
import type { Given } from './check-given.ts';
import type { KindDeclaration } from './declaration.ts';
import { deriveCase } from './derive-case.ts';
import { type CaseAction, type CaseOpening, type CaseRef, caseName, type DerivedCase } from './model.ts';
import { placeOf, type Tools } from './parts.ts';
import { noticesOf } from './tell-people.ts';

export interface Recording extends Given {
  readonly ref: CaseRef;
  readonly kind: KindDeclaration;
  readonly action: string;
  readonly opening: CaseOpening | null;
  readonly requestKey: string | null;
  readonly by: Principal;
  readonly effect: string | null;
  /** The actions so far; none where the case is being opened. */
  readonly history: readonly CaseAction[];
  readonly before: DerivedCase | null;
}

/**
 * Adds an action to a case with everything that follows from it: the derived row, the effect, the audit entry.
 *
 * @returns where the case stands now; undefined where this opening was recorded before
 */
export async function recordAction(
  tools: Tools,
  session: Session,
  recording: Recording,
): Promise<DerivedCase | undefined> {
  const { ref, kind, history, before, by } = recording;
  const last = history.at(-1);
  const now = tools.now();
  const action = chainAction(last?.hash ?? '', {
    seq: (last?.seq ?? 0) + 1,
    action: recording.action,
    by: by.id,
    // A clock that was set back must not turn the order round.
    at: last !== undefined && last.at > now ? last.at : now,
    fields: recording.fields,
    files: recording.files,
    comment: recording.comment,
    opening: recording.opening,
    requestKey: recording.requestKey,
  });
  const after = deriveCase(kind, [...history, action], tools.calendar);
  if (!(await insertAction(session, ref, action))) return undefined;
  for (const { file } of recording.files) await tools.keepFile?.(session, file, `case:${caseName(ref)}`);
  await putCurrent(session, currentRow(ref, after));
  if (recording.effect !== null) {
    const effect = tools.library.effect(kind, recording.effect);
    await effect({ session, ref, kind, action, before, after, by });
  }
  if (tools.tell !== undefined) {
    for (const notice of noticesOf(kind, ref, action, before, after, by)) await tools.tell(session, notice);
  }
  const place = placeOf(after);
  await tools.audit.append(session, {
    by,
    act: `${kind.kind}.${action.action}`,
    on: { kind: kind.kind, id: ref.id, ...place },
    result: 'done',
    details: { seq: action.seq, state: after.state },
  });
  return after;
}
