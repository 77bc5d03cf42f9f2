import { canonicalHash } from './canonical-text.ts';
import type { CaseAction } from './model.ts';

/** An action with its hash: SHA-256 over the hash before it and everything it says. */
export function chainAction(before: string, action: Omit<CaseAction, 'hash'>): CaseAction {
  return { ...action, hash: hashOf(before, action) };
}

/** The first action whose hash is not that of its content and of the action before it; undefined where the chain is whole. */
export function findBrokenLink(actions: readonly CaseAction[]): number | undefined {
  let before = '';
  for (const action of actions) {
    if (hashOf(before, action) !== action.hash) return action.seq;
    before = action.hash;
  }
  return undefined;
}

function hashOf(before: string, action: Omit<CaseAction, 'hash'>): string {
  const { seq, action: name, by, at, fields, files, comment, opening, requestKey } = action;
  return canonicalHash([before, seq, name, by, at.toISOString(), fields, files, comment, opening, requestKey]);
}
