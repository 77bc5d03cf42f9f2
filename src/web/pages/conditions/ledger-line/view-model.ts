import type { LedgerLineAnswer } from '#contracts/ledger';
import type { Messages } from './locale.zh-cn.ts';

type LedgerEvent = LedgerLineAnswer['events'][number];

/** What an event says beside its figures: the changes of an arrangement, and the reason. */
export function remarksOf({ details }: LedgerEvent, words: Messages): readonly string[] {
  const changes = (['owner', 'due_on', 'act', 'own_cost_fen'] as const).flatMap((field) => {
    const change = details[field];
    if (typeof change !== 'object' || change === null || !('from' in change) || !('to' in change)) return [];
    return [words.change(words.fields[field], said(change.from, words), said(change.to, words))];
  });
  return typeof details['reason'] === 'string' ? [...changes, details['reason']] : changes;
}

function said(value: unknown, words: Messages): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : words.nothing;
}

/** The name of an event; one that this page does not know keeps its own. */
export function eventName(kind: string, words: Messages): string {
  return Object.entries(words.kinds).find(([known]) => known === kind)?.[1] ?? kind;
}
