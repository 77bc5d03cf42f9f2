import { halfWidth } from './normalize-text.ts';

/** The first calendar year a text names: `2020-2021学年` → 2020. */
export function yearIn(text: string): number | undefined {
  const found = /(?:19|20|21)\d{2}/.exec(halfWidth(text));
  return found === null ? undefined : Number(found[0]);
}
