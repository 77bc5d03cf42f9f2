import type { Clause, Rule, Threshold } from '#contracts/conditions';
import { numberText, shareText } from '#web/locale';

interface LineWords {
  readonly stage: (stage: string) => string;
  readonly sign: string;
  readonly separator: string;
}

/** The lines of a clause in one text: "Primary ≥ 4.2; Junior ≥ 5.3"; shares as per cent. A computed line shows its formula. */
export function lineText(thresholds: readonly Threshold[], isShare: boolean, words: LineWords): string {
  const figure = (value: number) => (isShare ? shareText(value, 2) : numberText(value, 4));
  return thresholds
    .map((threshold) => {
      const line = threshold.value === null ? (threshold.formula ?? '') : figure(threshold.value);
      const text = `${words.sign} ${line}`.trim();
      return threshold.stage === 'all' ? text : `${words.stage(threshold.stage)} ${text}`;
    })
    .join(words.separator);
}

/** The sign a line is compared with; a clause without one (a document) has none. */
export function signOf(
  comparison: Clause['comparison'],
  signs: Readonly<Record<NonNullable<Clause['comparison']>, string>>,
): string {
  return comparison === null ? '' : signs[comparison];
}

/** The numbers of a rule by name: "at least met 6, floor 0.85"; a name of the standard's own stands as it is. */
export function valuesText(rule: Rule, separator: string, names: Readonly<Record<string, string>>): string {
  return Object.entries(rule.values)
    .map(([name, value]) => `${names[name] ?? name} ${numberText(value, 6)}`)
    .join(separator);
}
