import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';

interface Leaf {
  readonly path: string;
  readonly kind: string;
}

function leavesOf(value: unknown, path: string): Leaf[] {
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, `${path}.${key}`));
  }
  return [{ path, kind: typeof value === 'function' ? `function/${value.length}` : typeof value }];
}

async function load(file: string): Promise<Readonly<Record<string, unknown>>> {
  return (await import(pathToFileURL(join(process.cwd(), file)).href)) as Readonly<Record<string, unknown>>;
}

const chineseFiles = globSync('src/web/**/{locale,messages}.zh-cn.ts');

describe('messages in two languages', () => {
  it('finds the files', () => {
    expect(chineseFiles.length).toBeGreaterThan(0);
    expect(globSync('src/web/**/{locale,messages}.en.ts').map(dirname).sort()).toEqual(
      chineseFiles.map(dirname).sort(),
    );
  });

  it.each(chineseFiles)('%s has the same keys as its English twin', async (file) => {
    const chinese = await load(file);
    const english = await load(file.replace('.zh-cn.', '.en.'));
    const zh = leavesOf(chinese['zh'], '').map((leaf) => leaf.path);
    const en = leavesOf(english['en'], '').map((leaf) => leaf.path);
    expect(en.sort()).toEqual(zh.sort());
  });

  it.each(chineseFiles)('%s: no message is empty', async (file) => {
    for (const name of [file, file.replace('.zh-cn.', '.en.')]) {
      const loaded = await load(name);
      const blank: string[] = [];
      const visit = (value: unknown, path: string) => {
        if (typeof value === 'string' && value.trim() === '') blank.push(path);
        else if (typeof value === 'object' && value !== null)
          for (const [key, inner] of Object.entries(value)) visit(inner, `${path}.${key}`);
      };
      visit(loaded['zh'] ?? loaded['en'], '');
      expect(blank).toEqual([]);
    }
  });
});
