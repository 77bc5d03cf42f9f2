import { tmpdir } from 'node:os';
import pg from 'pg';
import { type Database, type MigrationFolder, openDatabase } from '#core/db';

/** A new database with these tables, on the server where one is given and in memory elsewhere; closing it drops it. */
export async function openScratch(
  serverUrl: string | undefined,
  migrations: readonly MigrationFolder[],
): Promise<Database> {
  const cacheFolder = tmpdir();
  if (serverUrl === undefined) return openDatabase({ place: { kind: 'memory' }, migrations, cacheFolder });
  const name = `junheng_bench_${crypto.randomUUID().replaceAll('-', '')}`;
  const server = new pg.Client({ connectionString: serverUrl });
  await server.connect();
  await server.query(`CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const database = await openDatabase({ place: { kind: 'server', url: url.href }, migrations, cacheFolder });
  const closeScratch = database.close.bind(database);
  database.close = async () => {
    await closeScratch();
    await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await server.end();
  };
  return database;
}
