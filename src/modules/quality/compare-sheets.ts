import type { OpenedSheet } from '#engines/instruments';
import { type AnswerValue, type Instrument, worthOf } from '#standards';

export interface ComparedItem {
  readonly section: string;
  readonly item: string;
  readonly self: AnswerValue | null;
  readonly external: AnswerValue | null;
  /** The external answer of the round before. */
  readonly before: AnswerValue | null;
  /** Points of the external answer above those of the school's own; below zero = the school thought better of itself. */
  readonly gap: number | null;
  /** The external answer is not positive: something to mend. */
  readonly isWeak: boolean;
}

/** The two sides of an evaluation beside each other, item by item. Pure; the points are the instrument's. */
export function compareSheets(
  instrument: Instrument,
  self: OpenedSheet | null,
  external: OpenedSheet | null,
  before: OpenedSheet | null,
): readonly ComparedItem[] {
  const [own, others, past] = [self, external, before].map(valuesOf);
  return instrument.sections.flatMap((section) =>
    section.items.map((item) => {
      const mine = own?.get(item.id) ?? null;
      const theirs = others?.get(item.id) ?? null;
      const [a, b] = [worthOf(item, mine), worthOf(item, theirs)];
      return {
        section: section.id,
        item: item.id,
        self: mine,
        external: theirs,
        before: past?.get(item.id) ?? null,
        gap: a.points === null || b.points === null ? null : b.points - a.points,
        isWeak: b.positive === false,
      };
    }),
  );
}

function valuesOf(sheet: OpenedSheet | null): ReadonlyMap<string, AnswerValue | null> {
  return new Map((sheet?.answers ?? []).map(({ item, value }) => [item, value]));
}
