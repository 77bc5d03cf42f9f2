import type { AttestationItem } from '#contracts/balance';

/** Items in the order of their parts, each part once. */
export function itemsByPart(items: readonly AttestationItem[]): ReadonlyMap<string, readonly AttestationItem[]> {
  const parts = new Map<string, AttestationItem[]>();
  for (const item of items) parts.set(item.part, [...(parts.get(item.part) ?? []), item]);
  return parts;
}

/** What was typed as an answer: a number for a number, otherwise yes or no; null while it is neither. */
export function readAnswer(kind: AttestationItem['answerKind'], typed: string): boolean | number | null {
  if (kind === 'boolean') return typed === 'yes' ? true : typed === 'no' ? false : null;
  const number = Number(typed);
  return typed.trim() === '' || !Number.isFinite(number) ? null : number;
}

export function writeAnswer(answer: AttestationItem['answer']): string {
  if (answer === null) return '';
  return typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : String(answer);
}
