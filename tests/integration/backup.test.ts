import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backUp, backUpIfDue, moveHoldings, restore } from '#core/backup';
import type { Database, Session } from '#core/db';
import { openFileStore } from '#core/files';
import { createLog } from '#core/log';
import { factsMigrations } from '#engines/facts';
import { organizationMigrations } from '#modules/organization';
import { testEngines } from './test-database.ts';

const migrations = [organizationMigrations, factsMigrations];
/** Stands for the code tables that every new database fills by itself. */
const seeds = [
  {
    id: 'tiny',
    async load(session: Session) {
      await session.query(`INSERT INTO area (code, level, name) VALUES ('000000', 'nation', '中国')`);
    },
  },
];
const at = new Date('2026-11-21T08:00:00Z');
const quiet = { replace: false, seeded: ['area'], onProgress: () => {} };

let root: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'junheng-backup-'));
});
afterAll(() => rm(root, { recursive: true }));

async function fill(database: Database): Promise<void> {
  await database.query(`INSERT INTO area (code, level, name) VALUES ('341181', 'county', '天长市')`);
  await database.query(
    `INSERT INTO school_year_act VALUES ('341181', 2026, '2026-09-01T08:00:00.123456+08', 'locked', '行一\n行二\t\\', '李')`,
  );
  await database.copyIn(
    {
      table: 'fact',
      columns: [
        'county_code',
        'school_year',
        'unit_id',
        'stage',
        'measure',
        'value',
        'batch_id',
        'sheet',
        'sheet_row',
        'sheet_column',
      ],
    },
    Array.from({ length: 20_000 }, (_, index) => [
      '341181',
      2026,
      `u${index % 997}`,
      'primary',
      `m${index}`,
      index / 7,
      'b',
      0,
      index,
      1,
    ]),
  );
}

const sums = async (database: Database) =>
  database.query(`SELECT (SELECT count(*) FROM fact) AS n, (SELECT sum(value::numeric) FROM fact)::text AS s,
    (SELECT reason FROM school_year_act) AS reason, (SELECT at::text FROM school_year_act) AS at`);

describe.each(testEngines)('backups from $engine', ({ open }) => {
  test.each(testEngines)(
    'restore whole into $engine, with every table sealed',
    { timeout: 180_000 },
    async ({ open: openTarget, engine }) => {
      const database = await open(migrations);
      await fill(database);
      const files = openFileStore(path.join(root, `from-${engine}`));
      const kept = await files.put(new Uint8Array([1, 2, 3]));
      const place = path.join(root, `${database.engine}-${engine}.jhb.gz`);
      const content = await backUp({ database, files }, place, { madeAt: at });
      expect(content.tables.fact?.rows).toBe(20_000);

      const target = await openTarget(migrations, seeds);
      const targetFiles = openFileStore(path.join(root, `to-${database.engine}-${engine}`));
      const holdings = { database: target, files: targetFiles };
      expect(await restore(holdings, place, quiet)).toEqual(content);
      expect(await sums(target)).toEqual(await sums(database));
      expect(await targetFiles.list()).toEqual([kept]);

      await expect(restore(holdings, place, quiet)).rejects.toMatchObject({ code: 'backup.databaseNotEmpty' });
      await restore(holdings, place, { ...quiet, replace: true });
      await moveHoldings({ database, files }, holdings, { ...quiet, replace: true, madeAt: at });
      expect(await sums(target)).toEqual(await sums(database));
      await database.close();
      await target.close();
    },
  );
});

test('a cut, altered or foreign file is refused and nothing changes', async () => {
  const [first] = testEngines;
  const database = await first?.open(migrations);
  if (database === undefined) throw new Error('no engine');
  const files = openFileStore(path.join(root, 'none'));
  await fill(database);
  const place = path.join(root, 'whole.jhb.gz');
  await backUp({ database, files }, place, { madeAt: at });
  const text = gunzipSync(await readFile(place));
  const before = await sums(database);
  const tampered = Buffer.from(text.toString('latin1').replace('\t2856.714285714286', '\t2856.714285714287'), 'latin1');
  expect(tampered.equals(text)).toBe(false);
  const cases: [string, Uint8Array, string][] = [
    ['cut.gz', (await readFile(place)).subarray(0, 20_000), 'backup.notABackup'],
    ['short.gz', gzipSync(text.subarray(0, text.length - 400)), 'backup.notABackup'],
    ['text.gz', new TextEncoder().encode('hello'), 'backup.notABackup'],
    ['tampered.gz', gzipSync(tampered), 'backup.differs'],
  ];
  for (const [name, bytes, code] of cases) {
    await writeFile(path.join(root, name), bytes);
    await expect(
      restore({ database, files }, path.join(root, name), { ...quiet, replace: true }),
    ).rejects.toMatchObject({ code });
    expect(await sums(database)).toEqual(before);
  }
  await database.close();
});

test('scheduled backups are made when due and old ones go', async () => {
  const [first] = testEngines;
  const database = await first?.open(migrations);
  if (database === undefined) throw new Error('no engine');
  const folder = path.join(root, 'scheduled');
  const log = createLog({ level: 'silent', now: () => at, write: () => {} });
  const holdings = { database, files: openFileStore(path.join(root, 'none')) };
  const made: string[] = [];
  const onMade = async (file: string) => {
    made.push(path.basename(file));
  };
  for (const hour of [0, 1, 24, 48, 72]) {
    const now = new Date(at.getTime() + hour * 3_600_000);
    await backUpIfDue(holdings, { folder, everyHours: 24, kept: 2, now: () => now, log, onMade });
    for (const name of await readdir(folder)) {
      const day = Number(name.slice(14, 16));
      await utimes(path.join(folder, name), at, new Date(Date.UTC(2026, 10, day, 8)));
    }
  }
  expect(await readdir(folder)).toEqual(['junheng-20261123-080000.jhb.gz', 'junheng-20261124-080000.jhb.gz']);
  expect(made).toHaveLength(4);
  await database.close();
});
