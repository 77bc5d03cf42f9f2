import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadDictionary } from '#standards';
import { parseProfile } from './parse-profile.ts';

const { dictionary } = loadDictionary({ path: 'measures.yaml', text: readFileSync('policies/measures.yaml', 'utf8') });

test('a wrong formula of a check is named by line and column', () => {
  const text = readFileSync('profiles/returns/cn-base-returns-2018.yaml', 'utf8');
  const broken = text.replace('基础基331!R7 = 基础基311!I7', '基础基331!R7 = students@primry');
  const { profile, mistakes } = parseProfile('returns.yaml', broken, { dictionary, datasets: new Map() });
  const line = broken.split('\n').findIndex((one) => one.includes('@primry')) + 1;
  const column = (broken.split('\n')[line - 1] ?? '').indexOf('primry') + 1;
  expect(profile).toBeNull();
  expect(mistakes).toContainEqual(expect.objectContaining({ code: 'unknown-stage', line, column }));
});
