import { type AnswerValue, type Instrument, type InstrumentItem, worthOf } from '#standards';
import type { Finding } from './model.ts';

/**
 * What a visit found: every answer that the instrument calls negative, with the words asked for it. Pure.
 *
 * @returns the findings in the order of the checklist, and the earliest day by which the inspector wants one mended (null = none said)
 */
export function findProblems(
  { sections }: Instrument,
  answers: ReadonlyMap<string, AnswerValue | null>,
): { readonly findings: readonly Finding[]; readonly mendBy: string | null } {
  const days: string[] = [];
  const findings = sections.flatMap(({ items }) =>
    items
      .filter((item) => worthOf(item, answers.get(item.id) ?? null).positive === false)
      .map(({ id }) => {
        const about = items.filter(({ askedIf }) => askedIf === id);
        days.push(...textsOf(about, 'date', answers));
        return { item: id, what: textsOf(about, 'text', answers).join('；') };
      }),
  );
  return { findings, mendBy: days.toSorted()[0] ?? null };
}

function textsOf(
  items: readonly InstrumentItem[],
  kind: 'text' | 'date',
  answers: ReadonlyMap<string, AnswerValue | null>,
): readonly string[] {
  return items.flatMap(({ id, type }) => {
    const value = type.kind === kind ? answers.get(id) : null;
    return typeof value === 'string' && value !== '' ? [value] : [];
  });
}
