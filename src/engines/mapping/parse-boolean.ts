import { matchKey, remember } from './normalize-text.ts';

const yes = new Set(['是', '有', '1', 'true', 'yes', 'y', '√', '✓', '对']);
const no = new Set(['否', '无', '0', 'false', 'no', 'n', '×', '✗', '非', '不是', '没有']);

/** Reads yes or no as people write it; undefined for anything else. */
export const parseBoolean: (text: string) => boolean | undefined = remember((text) => {
  const key = matchKey(text);
  return yes.has(key) ? true : no.has(key) ? false : undefined;
});
