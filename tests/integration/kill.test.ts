import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApplication } from '#app';
import { killCaseRounds } from './kill/kill-case-rounds.ts';
import { killRounds } from './kill/kill-rounds.ts';
import { seededRandom } from './kill/seeded-random.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'junheng-kill-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

test('a killed process leaves no half import and loses nothing that was acknowledged', {
  timeout: 300_000,
}, async () => {
  const sum = await killRounds(path.join(root, 'rounds'), 6, seededRandom(20_261_121));
  expect(sum.kills).toBe(6);
  expect(sum.imports).toBeGreaterThan(0);
});

test('a process killed while people act on cases loses nothing that was acknowledged and leaves no half effect', {
  timeout: 300_000,
}, async () => {
  const sum = await killCaseRounds(path.join(root, 'cases'), 4, seededRandom(20_261_122));
  expect(sum.kills).toBe(4);
  expect(sum.acts).toBeGreaterThan(0);
});

test('a second process on the same folder is refused by name; after a kill the folder is free', {
  timeout: 120_000,
}, async () => {
  const folder = path.join(root, 'held');
  const holder = spawn(process.execPath, [path.resolve('tests/integration/kill/victim.ts'), folder, '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: holder.stdout })) {
    if (line.startsWith('state')) break;
  }
  await expect(openApplication({ place: { kind: 'folder', folder } })).rejects.toMatchObject({
    code: 'database.folderInUse',
    parameters: { pid: holder.pid },
  });
  const gone = new Promise((resolve) => holder.once('exit', resolve));
  holder.kill('SIGKILL');
  await gone;
  const application = await openApplication({ place: { kind: 'folder', folder } });
  await application.close();
});
