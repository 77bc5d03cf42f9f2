import type { OpenedSheet } from '#engines/instruments';
import { type AnswerValue, itemsOf } from '#standards';
import { compareSheets } from './compare-sheets.ts';
import type { EvaluationHead, EvaluationView, RoundView } from './contract.ts';

/** An evaluation as the screens, the record and the API show it. */
export function showEvaluation(parts: {
  readonly round: RoundView;
  readonly head: EvaluationHead;
  readonly self: OpenedSheet | null;
  readonly external: OpenedSheet | null;
  readonly before: OpenedSheet | null;
  readonly fields: Readonly<Record<string, unknown>>;
}): EvaluationView {
  const { round, head, self, before, fields } = parts;
  // What the other side is still writing is nobody's business yet.
  const external = parts.external?.sheet.state === 'submitted' ? parts.external : null;
  const shownSelf = self?.sheet.state === 'submitted' ? self : null;
  const instrument = self?.compiled.instrument;
  if (instrument === undefined)
    return { round, head, sections: [], scores: [], demands: null, rectifyBy: null, done: null };
  const compared = new Map(compareSheets(instrument, shownSelf, external, before).map((item) => [item.item, item]));
  const items = new Map(itemsOf(instrument).map((item) => [item.id, item]));
  const filesOf = (sheet: OpenedSheet | null, item: string) =>
    sheet?.answers.find((answer) => answer.item === item)?.files.length ?? 0;
  const scoreOf = (sheet: OpenedSheet | null, id: string) =>
    sheet?.scores.find((score) => score.id === id)?.value ?? null;
  return {
    round,
    head,
    sections: instrument.sections.map((section) => ({
      id: section.id,
      words: { ...section.words },
      items: section.items.map(({ id }) => {
        const found = compared.get(id);
        const type = items.get(id)?.type;
        return {
          item: id,
          words: { ...(items.get(id)?.words ?? { zh: id, en: id }) },
          options:
            type !== undefined && 'options' in type
              ? type.options.map((option) => ({ id: option.id, words: { ...option.words } }))
              : [],
          self: writable(found?.self ?? null),
          external: writable(found?.external ?? null),
          before: writable(found?.before ?? null),
          gap: found?.gap ?? null,
          isWeak: found?.isWeak ?? false,
          selfFiles: filesOf(shownSelf, id),
          externalFiles: filesOf(external, id),
        };
      }),
    })),
    scores: instrument.scores.map(({ id, words, how }) => ({
      id,
      words: { ...words },
      how,
      self: scoreOf(shownSelf, id),
      external: scoreOf(external, id),
      before: scoreOf(before, id),
    })),
    demands: textOf(fields['demands']),
    rectifyBy: textOf(fields['rectifyBy']),
    done: textOf(fields['done']),
  };
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const writable = (value: AnswerValue | null): boolean | number | string | string[] | null =>
  typeof value === 'object' && value !== null ? [...value] : value;
