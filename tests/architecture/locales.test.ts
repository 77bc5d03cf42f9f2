import { existsSync, globSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

const pairs = globSync('src/web/**/locale.zh-cn.ts')
  .map((path) => path.replaceAll('\\', '/'))
  .sort()
  .map((zh) => ({ zh, en: zh.replace('zh-cn', 'en') }));

async function wordsOf(path: string): Promise<Record<string, string>> {
  const exported = Object.values((await import(pathToFileURL(resolve(path)).href)) as Record<string, unknown>);
  return flatten(exported.length === 1 ? exported[0] : exported, '');
}

/** Every text by its path; a text with parameters is called with a mark in place of each. */
function flatten(words: unknown, at: string): Record<string, string> {
  if (typeof words === 'string') return { [at]: words };
  if (typeof words === 'function') {
    const marks = Array.from({ length: words.length }, (_, index) => `<${index}>`);
    return { [at]: String(Reflect.apply(words, undefined, marks)) };
  }
  return Object.assign(
    {},
    ...Object.entries(words ?? {}).map(([key, value]) => flatten(value, `${at}.${key}`)),
  ) as Record<string, string>;
}

test.each(pairs)('$zh has its English', async ({ zh, en }) => {
  expect(existsSync(en)).toBe(true);
  const [chinese, english] = [await wordsOf(zh), await wordsOf(en)];
  expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort());
  expect(Object.entries(english).filter(([, text]) => /[\u4e00-\u9fff]/.test(text) && !/中文|均衡/.test(text))).toEqual(
    [],
  );
  const marksOf = (text: string) => [...new Set(text.match(/<\d>/g))].sort();
  const unlike = Object.keys(chinese).filter(
    (key) => marksOf(chinese[key] ?? '').join() !== marksOf(english[key] ?? '').join(),
  );
  expect(unlike).toEqual([]);
});

test('each English file belongs to a Chinese one', () => {
  const alone = globSync('src/web/**/locale.en.ts').filter(
    (path) => !existsSync(path.replace('locale.en', 'locale.zh-cn')),
  );
  expect(alone).toEqual([]);
});
