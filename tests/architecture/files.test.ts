import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { longFiles } from './rooms.ts';
import { sourceFiles } from './source-files.ts';

const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\0')
  .filter((path) => path !== 'node_modules' && existsSync(path));
const isText = (path: string) => /\.(ts|tsx|mjs|js|json|md|css|html|sql|ya?ml|sh|txt)$|^\.ci\/run$/.test(path);
const linesOf = (text: string) => text.split('\n').length;

test('a file above 400 lines has a reason', () => {
  const long = sourceFiles
    .filter(({ path, text }) => linesOf(text) > 400 && !path.endsWith('.gen.ts'))
    .map(({ path }) => path);
  expect(long.filter((path) => longFiles[path] === undefined)).toEqual([]);
  expect(Object.keys(longFiles).filter((path) => !long.includes(path))).toEqual([]);
});

test('nine source files in ten stay under 160 lines', () => {
  const files = sourceFiles.filter(({ isTest }) => !isTest);
  expect(files.filter(({ text }) => linesOf(text) < 160).length / files.length).toBeGreaterThanOrEqual(0.9);
});

test('file names are kebab-case and name a thing', () => {
  const named = sourceFiles.map(({ path }) => path);
  expect(named.filter((path) => !/^([a-z0-9][a-z0-9.-]*\/)*[a-z0-9][a-z0-9.-]*$/.test(path))).toEqual([]);
  expect(named.filter((path) => /(^|[/-])(utils?|helpers?|managers?|misc|common-code)[./]/.test(path))).toEqual([]);
});

test('no file names a machine, a registry host or an unfinished thought', () => {
  // Written in pieces, so that this file does not find itself.
  const forbidden = [
    ['/wo', 'rk/'],
    ['/ro', 'ot/'],
    ['/ho', 'me/'],
    ['registry', '.npmjs.org'],
    ['npm', 'mirror.com'],
    ['TO', 'DO'],
    ['FIX', 'ME'],
    ['@ts-', 'ignore'],
    ['@ts-', 'expect-error'],
    ['oxlint-', 'disable'],
    ['eslint-', 'disable'],
    ['biome-', 'ignore'],
  ].map((parts) => parts.join(''));
  const found = tracked.filter(isText).flatMap((path) => {
    const text = readFileSync(path, 'utf8');
    return forbidden.filter((word) => text.includes(word)).map((word) => `${path}: ${word}`);
  });
  expect(tracked.length).toBeGreaterThan(50);
  expect(found).toEqual([]);
});
