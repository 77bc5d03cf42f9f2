import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createServer, openApplication, verifyEvidenceFile } from '#app';
import { testEngine } from './test-database.ts';

const at = new Date('2026-11-21T08:00:00Z');
const program = path.resolve('bin/junheng.mjs');
let folder: string;
let pack: Buffer;
let unknown: unknown;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'junheng-evidence-'));
  const database = await testEngine.openDemo();
  const application = await openApplication({ database, now: () => at });
  const server = await createServer(application);
  const [row] = await database.query<{ code: string }>('SELECT DISTINCT county_code AS code FROM unit');
  const url = `/api/v1/balance/areas/${row?.code}/evidence`;
  const answer = await server.inject(`${url}?indicator=R1&stage=primary`);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  pack = answer.rawPayload;
  unknown = (await server.inject(`${url}?indicator=NONE&stage=primary`)).json();
  await server.close();
  await application.close();
});
afterAll(() => rm(folder, { recursive: true }));

const textOf = (name: string) => Buffer.from(unzipSync(pack)[name] ?? []).toString('utf8');

test('a pack holds values, source cells, the formula with its values, and the evaluation computed again', async () => {
  const found = await verifyEvidenceFile(pack, 'pack.zip');
  expect(found).toMatchObject({
    holds: true,
    valuesFollow: true,
    faults: [],
    about: { indicator: 'R1', stage: 'primary' },
  });
  expect(textOf('values.csv').split('\r\n').length).toBeGreaterThan(25);
  expect(textOf('values.csv')).toContain('coefficient of variation');
  expect(textOf('sources.csv')).toMatch(/aboveRequiredDegreeTeachers/);
  // In the invented county one school sent last year's figures, and one teacher stands in the staff rows of two schools.
  const signals = JSON.parse(textOf('signals.json')) as { rule: string; chance: object | null }[];
  expect(signals.map(({ rule }) => rule).sort()).toEqual(['copiedYear', 'countedTwice']);
  expect(signals.every(({ chance }) => chance !== null)).toBe(true);
  expect(JSON.parse(textOf('formula.json'))).toMatchObject({ trace: { formula: expect.any(String) } });
});

test('an indicator that the standard does not have is refused', () => {
  expect(unknown).toMatchObject({ status: 404, code: 'balance.indicatorNotFound' });
});

test('another machine, which has neither database nor keys, verifies it and names what was touched', async () => {
  const good = path.join(folder, 'good.zip');
  const bad = path.join(folder, 'bad.zip');
  await writeFile(good, pack);
  await writeFile(bad, zipSync({ ...unzipSync(pack), 'values.csv': Buffer.from('area,school\r\n') }));
  const verify = (file: string) =>
    new Promise<{ code: number; found: { holds: boolean; faults: unknown } }>((resolve) => {
      const env = { ...process.env, JUNHENG_DATA: path.join(folder, 'elsewhere') };
      execFile(process.execPath, [program, 'verify', file, '--json'], { env, maxBuffer: 1 << 26 }, (error, stdout) =>
        resolve({
          code: typeof error?.code === 'number' ? error.code : 0,
          found: JSON.parse(stdout) as { holds: boolean; faults: unknown },
        }),
      );
    });
  expect(await verify(good)).toMatchObject({ code: 0, found: { holds: true } });
  expect(await verify(bad)).toMatchObject({
    code: 1,
    found: { holds: false, faults: [{ path: 'values.csv', kind: 'changed' }] },
  });
});
