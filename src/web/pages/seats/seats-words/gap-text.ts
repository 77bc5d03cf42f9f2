import { noValue, numberText } from '#web/locale';
import type { Messages } from './locale.zh-cn.ts';

/** A gap in words: short by so many, or so many free. */
export function gapText(gap: number | null, words: Pick<Messages, 'free' | 'short' | 'even'>): string {
  if (gap === null) return noValue;
  if (gap === 0) return words.even;
  return gap > 0 ? words.short(numberText(gap, 0)) : words.free(numberText(-gap, 0));
}

/** A school year by both of its calendar years, for a column whose title says what it is. */
export function spanText(year: number | null): string {
  return year === null ? '' : `${year}—${year + 1}`;
}
