import type { KindDeclaration } from './declaration.ts';
import type { CaseAction, DerivedCase } from './model.ts';

/** Why somebody cannot do something to a case as it stands, permission aside. */
export type Hindrance = 'unknownAction' | 'final' | 'wrongState' | 'fourEyes' | 'notTheirs' | 'assignedElsewhere';

/**
 * Whether a person could do a declared action now, by the state and by what was done before; `null` = nothing hinders.
 *
 * @remarks Pure. Permission is asked of the gate, and fields, files and reason are checked where they are given.
 */
export function judgeAction(
  kind: KindDeclaration,
  derived: DerivedCase,
  actions: readonly CaseAction[],
  action: string,
  person: string,
): Hindrance | null {
  const declared = kind.actions[action];
  const state = kind.states[derived.state];
  if (declared === undefined || state === undefined) return 'unknownAction';
  if (!declared.from.includes(derived.state)) return derived.isFinal ? 'final' : 'wrongState';
  if (actions.some((done) => done.by === person && declared.notBy.includes(done.action))) return 'fourEyes';
  if (declared.onlyBy !== null && lastActor(actions, declared.onlyBy) !== person) return 'notTheirs';
  const isInOtherHands = derived.assignee !== null && derived.assignee !== person;
  return isInOtherHands && state.asks.includes(action) ? 'assignedElsewhere' : null;
}

/** Who last did something. */
function lastActor(actions: readonly CaseAction[], action: string): string | undefined {
  return actions.findLast((done) => done.action === action)?.by;
}
