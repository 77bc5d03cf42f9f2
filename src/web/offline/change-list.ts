import type { StandingView } from '#contracts/instruments';
import type { AnswerValue } from '#standards';

/** A change that waits on this device to be sent. */
export interface KeptChange {
  readonly id: string;
  /** The order in which it was written. */
  readonly order: number;
  readonly person: string;
  readonly area: string;
  readonly sheet: string;
  readonly item: string;
  readonly base: number;
  readonly follows: string | null;
  readonly settles: string | null;
  readonly value: AnswerValue | null;
  readonly note: string;
  /** Names of kept files; a photo still on this device is `photo:` and its id. */
  readonly files: readonly string[];
  readonly writtenAt: string;
  /** It was sent at least once, so the server may know it. */
  readonly sent: boolean;
  /** Why the server did not take it; null = it has not said no. */
  readonly fault: string | null;
}

export interface Written {
  readonly item: string;
  readonly value: AnswerValue | null;
  readonly note: string;
  readonly files: readonly string[];
  readonly settles?: string;
}

/** An answer as this device shows it: what the server holds, with what waits here laid over it. */
export interface ShownAnswer {
  readonly value: AnswerValue | null;
  readonly note: string;
  readonly files: readonly string[];
  readonly state: 'saved' | 'kept' | 'refused';
}

/**
 * The change that a person's writing makes.
 *
 * @remarks Takes the place of an unsent change to the same item; one that was sent is followed, because its fate may not be known yet.
 */
export function makeChange(
  where: { readonly person: string; readonly area: string; readonly sheet: string },
  written: Written,
  waiting: readonly KeptChange[],
  standing: StandingView | undefined,
  made: { readonly id: string; readonly order: number; readonly at: string },
): KeptChange {
  const last = waiting
    .filter(({ item }) => item === written.item)
    .toSorted((a, b) => a.order - b.order)
    .at(-1);
  const isReplaced = last !== undefined && (!last.sent || last.fault !== null);
  const { person, area, sheet } = where;
  const { item, value, note, files } = written;
  const settles = written.settles ?? (isReplaced ? last.settles : null);
  return {
    ...(isReplaced && !last.sent ? { id: last.id, order: last.order } : { id: made.id, order: made.order }),
    person,
    area,
    sheet,
    item,
    base: last === undefined || isReplaced ? (standing?.revision ?? 0) : last.base,
    follows: last === undefined ? null : isReplaced ? last.follows : last.id,
    settles,
    value,
    note,
    files,
    writtenAt: made.at,
    sent: false,
    fault: null,
  };
}

/** What the sheet shows, item by item. */
export function layOver(
  standing: readonly StandingView[],
  waiting: readonly KeptChange[],
): ReadonlyMap<string, ShownAnswer> {
  const shown = new Map<string, ShownAnswer>(
    standing.map(({ item, value, note, files }) => [item, { value, note, files, state: 'saved' }]),
  );
  for (const { item, value, note, files, fault } of waiting.toSorted((a, b) => a.order - b.order)) {
    shown.set(item, { value, note, files, state: fault === null ? 'kept' : 'refused' });
  }
  return shown;
}
