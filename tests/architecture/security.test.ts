import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const state = z.enum(['met', 'partly', 'gap', 'deployment', 'none']);
const line = z.union([
  z.tuple([z.string(), state, z.string().min(2)]),
  z.tuple([z.string(), state, z.string().min(2), z.array(z.string())]),
  z.tuple([z.string(), state, z.string().min(2), z.array(z.string()), z.string()]),
]);
const list = z.object({ title: z.string(), note: z.string(), lines: z.array(line) });
const { evidence, asvs, dengbao } = z
  .object({ evidence: z.record(z.string(), z.string()), asvs: list, dengbao: list })
  .parse(parse(readFileSync('docs/security.yaml', 'utf8')));
const lines = [...asvs.lines, ...dengbao.lines];

test('every file that is named as evidence exists, and every one is used', () => {
  expect(Object.values(evidence).filter((file) => !existsSync(file))).toEqual([]);
  const used = new Set(lines.flatMap(([, , , shown]) => shown ?? []));
  expect([...used].filter((key) => !(key in evidence))).toEqual([]);
  expect(Object.keys(evidence).filter((key) => !used.has(key))).toEqual([]);
});

test('what is met or partly met shows something; what is partly met says what is missing', () => {
  const bare = lines.filter(
    ([, found, , shown]) => (found === 'met' || found === 'partly') && (shown ?? []).length === 0,
  );
  expect(bare.map(([number]) => number)).toEqual([]);
  const silent = lines.filter((each) => each[1] === 'partly' && (each[4] ?? '') === '');
  expect(silent.map(([number]) => number)).toEqual([]);
});

test('no line stands twice', () => {
  const numbers = lines.map(([number]) => number);
  expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
});
