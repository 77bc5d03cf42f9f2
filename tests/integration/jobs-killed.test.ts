import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'junheng-jobs-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the process says; it is killed as soon as it says that the job is under way, where that is wanted. */
async function run(isKilled: boolean): Promise<readonly string[]> {
  const script = path.resolve('tests/integration/jobs/interrupted.ts');
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (isKilled && line === 'under way') child.kill('SIGKILL');
  }
  await gone;
  return lines;
}

test('a job in the middle of which the process is killed ends with the next process, once', {
  timeout: 180_000,
}, async () => {
  const [first = '', underWay] = await run(true);
  expect(underWay).toBe('under way');
  const again = await run(true);
  expect(again[0]).toBe(first);
  const last = await run(false);
  expect(last[0]).toBe(first);
  expect(last.at(-1)).toBe('done once');
});
