import type { EvaluationView } from '#contracts/quality';
import { fixedText, noValue, numberText, type Text } from '#web/locale';

export type ComparedRow = EvaluationView['sections'][number]['items'][number] & { readonly section: Text };

/** The items of all sections as rows, each with its section. */
export function rowsOf({ sections }: EvaluationView): readonly ComparedRow[] {
  return sections.flatMap(({ words, items }) => items.map((item) => ({ ...item, section: words })));
}

export function levelText(row: ComparedRow, value: ComparedRow['self'], text: (words: Text) => string): string {
  if (value === null) return noValue;
  const found = row.options.find(({ id }) => id === value);
  return found === undefined ? String(value) : text(found.words);
}

/** +1, −2, 0; nothing where one side has not answered. */
export function gapText(gap: number | null): string {
  if (gap === null) return noValue;
  return gap > 0 ? `+${numberText(gap)}` : numberText(gap);
}

export function shareText(value: number | null, how: string): string {
  if (value === null) return noValue;
  return how === 'share' ? `${fixedText(value * 100, 1)}%` : numberText(value);
}
