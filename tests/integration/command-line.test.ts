import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { evaluationReport } from '#contracts/balance';

const program = path.resolve('bin/junheng.mjs');
const books = path.resolve('policies/examples/books-per-pupil.yaml');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'junheng-cli-'));
  const rows = ['甲小学,45,279', '乙小学,37,137', '丙小学,89,935', '丁小学,76,160', '𠮷镇小学,55,402'];
  await writeFile(path.join(folder, 'five.csv'), `school,pupils,books\n${rows.join('\n')}\n`);
  await writeFile(path.join(folder, 'wrong.csv'), `school,pupils,books\n${rows[0]}\n乙小学,many,137\n`);
});
afterAll(() => rm(folder, { recursive: true }));

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function junheng(...given: string[]): Promise<Ended> {
  const { DATABASE_URL: _server, ...environment } = process.env;
  const env = { ...environment, JUNHENG_DATA: path.join(folder, 'data') };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [program, ...given],
      { cwd: folder, env, maxBuffer: 1 << 26 },
      (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, stdout, stderr });
      },
    );
  });
}

const evaluate = (file: string, ...more: string[]) =>
  junheng('evaluate', file, '--profile', 'five-schools', '--standard', books, '--year', '2026', ...more);

test('the published example of five schools comes out of files alone', async () => {
  const { code, stdout, stderr } = await evaluate('five.csv', '--json');
  expect(stderr).toBe('');
  expect(code).toBe(0);
  const report = evaluationReport.parse(JSON.parse(stdout));
  expect(report).toMatchObject({ standard: 'EXAMPLE-BOOKS', year: 2026, areaName: '示例县', verdict: 'notMet' });
  expect(report.coefficients).toHaveLength(1);
  expect(report.coefficients[0]).toMatchObject({
    stage: 'primary',
    indicator: 'books',
    schools: 5,
    limit: 0.5,
    verdict: 'notMet',
  });
  expect(report.coefficients[0]?.mean).toBeCloseTo(6.334437, 6);
  expect(report.coefficients[0]?.standardDeviation).toBeCloseTo(3.263861, 6);
  expect(report.coefficients[0]?.coefficientOfVariation).toBeCloseTo(0.515257, 6);
  expect(report.schools.map(({ school }) => school)).toContain('𠮷镇小学');
});

test('a saved snapshot is verified, an altered one is told', async () => {
  const snapshot = path.join(folder, 'five.snapshot');
  expect((await evaluate('five.csv', '--save', snapshot)).code).toBe(0);
  const good = await junheng('verify', snapshot, '--json');
  expect(good.code).toBe(0);
  expect(JSON.parse(good.stdout)).toMatchObject({ holds: true, differences: [] });
  const text = gunzipSync(await readFile(snapshot)).toString('utf8');
  await writeFile(snapshot, gzipSync(text.replace('0.5152566', '0.4152566')));
  const bad = await junheng('verify', snapshot, '--json');
  expect(bad.code).toBe(1);
  expect(JSON.parse(bad.stdout)).toMatchObject({
    holds: false,
    differences: [{ path: 'coefficients.0.coefficientOfVariation' }],
  });
});

test('a wrong cell is refused with its place, and the good rows can be taken', async () => {
  const refused = await evaluate('wrong.csv', '--json');
  expect(refused.code).toBe(3);
  expect(JSON.parse(refused.stdout)).toMatchObject({
    error: { code: 'app.rowsRefused', findings: [{ place: { file: 'wrong.csv', row: 3, column: 'B' } }] },
  });
  expect(refused.stderr).toContain('B3');
  const partial = await evaluate('wrong.csv', '--partial', '--json');
  expect(partial.code).toBe(0);
  const [coefficient] = evaluationReport.parse(JSON.parse(partial.stdout)).coefficients;
  expect(coefficient).toMatchObject({ schools: 1, missing: 1, verdict: 'noData' });
});

test.each([
  [['nonsense'], 2],
  [['evaluate', 'five.csv', '--profile', 'five-schools', '--year', '2026'], 2],
  [['evaluate', 'five.csv', '--profile', 'five-schools', '--standard', 'X', '--year', 'soon'], 2],
  [['evaluate', 'five.csv', '--standard', 'CN-CQB-2017'], 3],
  [['evaluate', 'none.csv', '--profile', 'five-schools', '--standard', 'CN-CQB-2017'], 3],
  [['standards', 'show', 'NONE'], 3],
  [['verify', 'five.csv'], 3],
])('%j ends with %i', async (given, code) => {
  const ended = await junheng(...given);
  expect({ code: ended.code, stderr: ended.stderr }).toMatchObject({ code });
  expect(ended.stderr).not.toMatch(/\n\s+at /);
});

test('help names every command, with examples', async () => {
  const { code, stdout } = await junheng('--help');
  expect(code).toBe(0);
  for (const command of [
    'serve',
    'demo',
    'import',
    'evaluate',
    'remedy',
    'standards',
    'profile',
    'export',
    'verify',
    'backup',
    'restore',
    'db',
    'bench',
  ]) {
    expect(stdout).toContain(`  ${command}`);
    const help = await junheng(command, '--help');
    expect(help.code).toBe(0);
    expect(help.stdout).toContain('Example');
  }
});

test('standards are listed, shown, checked and compared', async () => {
  const listed = JSON.parse((await junheng('standards', 'list', '--json')).stdout) as { id: string }[];
  expect(listed.map(({ id }) => id)).toContain('CN-CQB-2017');
  const shown = JSON.parse((await junheng('standards', 'show', 'CN-CQB-2017', '--json')).stdout) as { parts: object[] };
  expect(shown.parts.length).toBeGreaterThan(3);
  const broken = path.join(folder, 'broken.yaml');
  await writeFile(broken, (await readFile(books, 'utf8')).replace('books / students', 'boks / students'));
  const checked = await junheng('standards', 'check', broken, '--json');
  expect(checked.code).toBe(3);
  expect(JSON.parse(checked.stdout)).toMatchObject({
    mistakes: [{ line: 25, message: { en: expect.stringContaining('boks') } }],
  });
  expect((await junheng('standards', 'check', books)).code).toBe(0);
  const difference = JSON.parse(
    (await junheng('standards', 'diff', 'CN-CBB-2012', 'CN-CQB-2017', '--json')).stdout,
  ) as { changes: object[] };
  expect(difference.changes.length).toBeGreaterThan(10);
});
