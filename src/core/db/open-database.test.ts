import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from './open-database.ts';
import { splitStatements } from './split-statements.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'junheng-open-'));
  await writeFile(
    path.join(root, '0001-first.sql'),
    "-- a; b\nCREATE TABLE note (id int PRIMARY KEY, text text DEFAULT ';');\n",
  );
});
afterAll(() => rm(root, { recursive: true, force: true }));

const options = (folder: string) => ({
  place: { kind: 'folder', folder } as const,
  migrations: [{ owner: 'sample', folder: pathToFileURL(`${root}${path.sep}`) }],
  seeds: [
    {
      id: 'notes-1',
      load: async (session: { query(sql: string): Promise<unknown> }) =>
        void (await session.query("INSERT INTO note VALUES (1, 'seed')")),
    },
  ],
  cacheFolder: path.join(root, 'cache'),
});

test('a folder keeps its rows, is held by one opener, and refuses an edited script', async () => {
  const folder = path.join(root, 'data');
  const first = await openDatabase(options(folder));
  await first.query('INSERT INTO note (id) VALUES (2)');
  await expect(openDatabase(options(folder))).rejects.toMatchObject({
    code: 'database.folderInUse',
    parameters: { pid: process.pid },
  });
  await first.close();

  const second = await openDatabase(options(folder));
  expect(await second.query('SELECT * FROM note ORDER BY id')).toEqual([
    { id: 1, text: 'seed' },
    { id: 2, text: ';' },
  ]);
  await second.close();

  await writeFile(path.join(root, '0001-first.sql'), 'CREATE TABLE note (id int PRIMARY KEY, text text, more int);\n');
  await expect(openDatabase(options(folder))).rejects.toMatchObject({ code: 'database.migrationChanged' });
  await rm(path.join(root, '0001-first.sql'));
  await expect(openDatabase(options(folder))).rejects.toMatchObject({ code: 'database.newerThanProgram' });
});

test('a folder that is a file and a server that is not there are refused in words', async () => {
  const file = path.join(root, 'file');
  await writeFile(file, '');
  await expect(openDatabase(options(file))).rejects.toMatchObject({ code: 'database.folderRefused' });
  const place = { kind: 'server', url: 'postgres://someone:secret@127.0.0.1:1/none' } as const;
  const refusal = openDatabase({ ...options(file), place, migrations: [] });
  await expect(refusal).rejects.toMatchObject({
    code: 'database.serverUnreachable',
    parameters: { server: '127.0.0.1:1', reason: 'ECONNREFUSED' },
  });
});

test('statements are split outside quotes and comments', () => {
  expect(splitStatements("SELECT ';'; -- x;y\nSELECT $$a;b$$; /* ; */")).toEqual([
    "SELECT ';'",
    '-- x;y\nSELECT $$a;b$$',
  ]);
});
