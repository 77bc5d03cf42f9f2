import type { AttestationItem } from '#contracts/balance';

/** Items in the order of their parts, each part once. */
export function itemsByPart(items: readonly AttestationItem[]): ReadonlyMap<string, readonly AttestationItem[]> {
  const parts = new Map<string, AttestationItem[]>();
  for (const item of items) parts.set(item.part, [...(parts.get(item.part) ?? []), item]);
  return parts;
}

type Asked = Pick<AttestationItem, 'answerKind' | 'range' | 'decimals'>;

/** What was typed: an answer, nothing yet (`answer` null), or what is wrong with it. */
export interface Typed {
  readonly answer: boolean | number | null;
  readonly fault: 'notANumber' | 'outOfRange' | 'notWhole' | null;
}

/** Reads what was typed as an answer, a number in the unit of the item; a per cent sign behind it is understood. */
export function readAnswer({ answerKind, range, decimals }: Asked, typed: string): Typed {
  const refuse = (fault: Typed['fault']): Typed => ({ answer: null, fault });
  if (answerKind === 'boolean') return { answer: typed === 'yes' ? true : typed === 'no' ? false : null, fault: null };
  const text = typed.replace(/[%％]\s*$/, '').trim();
  const number = Number(text);
  if (text === '') return refuse(null);
  if (!Number.isFinite(number)) return refuse('notANumber');
  if (range !== null && (number < range[0] || number > range[1])) return refuse('outOfRange');
  if (decimals === 0 && !Number.isInteger(number)) return refuse('notWhole');
  return { answer: number, fault: null };
}

export function writeAnswer(answer: AttestationItem['answer']): string {
  if (answer === null) return '';
  return typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : String(answer);
}
