import { expect, test } from 'vitest';
import { filesUnder } from './source-files.ts';

const forbidden: readonly (readonly [string, RegExp])[] = [
  ['chance', /\bMath\.random\b|\bcrypto\b/],
  ['the clock', /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b|\bDate\(\s*\)/],
  ['the outer world', /\b(process|globalThis|window)\s*[.[]|(?<!\.)\b(fetch|setTimeout|setInterval)\(/],
  ['evaluation of text', /\beval\(|\bnew Function\b/],
];

test.each(forbidden)('kernels and standards use no %s', (_, pattern) => {
  const files = [...filesUnder('src/kernels/'), ...filesUnder('src/standards/')].filter((file) => !file.isTest);
  const found = files.flatMap(({ path, text }) =>
    withoutComments(text)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [])),
  );
  expect(files.length).toBeGreaterThan(10);
  expect(found).toEqual([]);
});

/** The text with comments blanked, so that line numbers stay. */
function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|\s)\/\/.*$/gm, '$1');
}
