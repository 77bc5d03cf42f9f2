import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type DrawList, freezeDraw, runDraw } from '#engines/draw';
import { inventDraw } from '#markets';

const folder = mkdtempSync(join(tmpdir(), 'junheng-draw-'));
afterAll(() => rmSync(folder, { recursive: true }));
const options = { seed: 2, applicants: 200, schools: 5, choices: 4, room: 0.9, rules: 'all', inFamilies: 0.1 } as const;
const seed = { value: '甲 7', source: '会议记录', witnesses: ['乙'], enteredAt: '2026-07-10T10:00:00+08:00' };

function verify(...given: string[]): Promise<{ code: number; found: unknown }> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      [resolve('bin/junheng.mjs'), 'draw', 'verify', folder, '--json', ...given],
      (error, stdout) => done({ code: typeof error?.code === 'number' ? error.code : 0, found: JSON.parse(stdout) }),
    );
  });
}

test('the command computes a published draw again, and names the line that was changed', async () => {
  const list = inventDraw(options, 'sha256');
  const { listHash, files } = freezeDraw(list);
  const drawn = runDraw(list, listHash, seed);
  for (const [name, text] of [...files, ...drawn.files]) writeFileSync(join(folder, name), text);
  expect(await verify('--list', listHash)).toMatchObject({
    code: 0,
    found: { holds: true, applicants: 200, listHash },
  });
  expect(await verify('--list', '0')).toMatchObject({ code: 1, found: { holds: false } });
  const lines = readFileSync(join(folder, 'numbers.csv'), 'utf8').split('\n');
  lines[41] = `${lines[41]}0`;
  writeFileSync(join(folder, 'numbers.csv'), lines.join('\n'));
  const { code, found } = await verify();
  expect(code).toBe(1);
  expect(found).toMatchObject({ holds: false, differences: [{ file: 'numbers.csv', line: 42 }] });
});

test('a list edited after freezing is not drawn, nor one without a seed', () => {
  const list = inventDraw(options, 'sha256');
  const { listHash } = freezeDraw(list);
  const edited = {
    ...list,
    groups: list.groups.map((group, g) => (g === 0 ? { ...group, seats: group.seats + 1 } : group)),
  };
  expect(() => runDraw(edited, listHash, seed)).toThrow(expect.objectContaining({ code: 'draw.listChanged' }));
  expect(() => runDraw(list, listHash, { ...seed, value: ' ' })).toThrow(
    expect.objectContaining({ code: 'draw.seedMissing' }),
  );
});

const small = inventDraw({ ...options, applicants: 5 }, 'sha256');
const [first, ...rest] = small.applicants;
if (first === undefined) throw new Error('nobody was invented');
const [group, ...groups] = small.groups;
if (group === undefined) throw new Error('no seats were invented');

test.each<[string, Partial<DrawList>]>([
  ['draw.codeRefused', { applicants: [{ ...first, code: '张 三' }, ...rest], families: [] }],
  ['draw.listedTwice', { applicants: [first, ...small.applicants] }],
  [
    'draw.unknownCode',
    { applicants: [{ ...first, choices: [{ school: 'S99', priority: 0 }] }, ...rest], families: [] },
  ],
  ['draw.numberRefused', { groups: [{ ...group, seats: -1 }, ...groups] }],
  ['draw.familyRefused', { families: [{ code: 'F', members: [first.code], rows: [[99]] }] }],
  ['draw.tooMany', { applicants: [{ ...first, traits: Array.from({ length: 40 }, (_, k) => `x${k}`) }, ...rest] }],
])('%s', (code, change) => {
  expect(() => freezeDraw({ ...small, ...change })).toThrow(expect.objectContaining({ code }));
});
