import path from 'node:path';
import pg from 'pg';
import { type Database, type MigrationFolder, openDatabase, type Seed } from '#core/db';

export interface TestEngine {
  readonly engine: 'embedded' | 'postgres';
  /** A new empty database with the given tables; closing it drops it. */
  readonly open: (migrations: readonly MigrationFolder[], seeds?: readonly Seed[]) => Promise<Database>;
}

const cacheFolder = path.resolve('.cache');

/**
 * The engines an integration test runs on: always the embedded one, and PostgreSQL when `DATABASE_URL` is set.
 *
 * @example describe.each(testEngines)('areas on $engine', ({ open }) => { … });
 */
export const testEngines: readonly TestEngine[] = [
  {
    engine: 'embedded',
    open: (migrations, seeds = []) => openDatabase({ place: { kind: 'memory' }, migrations, seeds, cacheFolder }),
  },
  ...postgresEngines(process.env.DATABASE_URL),
];

function postgresEngines(serverUrl: string | undefined): readonly TestEngine[] {
  return serverUrl === undefined
    ? []
    : [{ engine: 'postgres', open: (migrations, seeds = []) => openScratch(serverUrl, migrations, seeds) }];
}

async function openScratch(
  serverUrl: string,
  migrations: readonly MigrationFolder[],
  seeds: readonly Seed[],
): Promise<Database> {
  const name = `junheng_test_${crypto.randomUUID().replaceAll('-', '')}`;
  const server = new pg.Client({ connectionString: serverUrl });
  await server.connect();
  await server.query(`CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const scratch = await openDatabase({ place: { kind: 'server', url: url.href }, migrations, seeds, cacheFolder });
  const closeScratch = scratch.close.bind(scratch);
  scratch.close = async () => {
    await closeScratch();
    await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await server.end();
  };
  return scratch;
}
