import path from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { databaseScripts } from '#app';
import { type Database, type Holding, type MigrationFolder, openDatabase, type Seed } from '#core/db';
import { shippedStandards } from '#county';
import { type DemoChoice, writeDemo } from '#modules/demo';

export interface TestEngine {
  readonly engine: 'embedded' | 'postgres';
  /** A new empty database with the given tables; closing it drops it. */
  readonly open: (migrations: readonly MigrationFolder[], seeds?: readonly Seed[]) => Promise<Database>;
  /** A database of its own with the product's tables and a demo, which is written once a run; closing it drops it. */
  readonly openDemo: (choice?: DemoChoice) => Promise<Database>;
}

const cacheFolder = path.resolve('.cache');
/** When every demo was written. */
const writtenAt = new Date('2026-11-21T08:00:00Z');

const embedded: TestEngine = {
  engine: 'embedded',
  open: (migrations, seeds = []) => openDatabase({ place: { kind: 'memory' }, migrations, seeds, cacheFolder }),
  openDemo: async (choice = { size: 'county' }) => {
    const place = { kind: 'memory', holding: holdingOf(choice) } as const;
    return openDatabase({ place, ...(await databaseScripts()), cacheFolder: inject('runFolder') });
  },
};

function holdingOf(choice: DemoChoice): Holding {
  const { dictionary } = shippedStandards();
  return {
    id: `demo ${JSON.stringify(choice)}`,
    write: (database) => writeDemo({ ...choice, target: { database, dictionary, at: writtenAt } }),
  };
}

function postgres(serverUrl: string): TestEngine {
  return {
    engine: 'postgres',
    open: (migrations, seeds = []) => openScratch(serverUrl, migrations, seeds),
    openDemo: async (choice = { size: 'county' }) => {
      const { migrations, seeds } = await databaseScripts();
      return openScratch(serverUrl, migrations, seeds, await demoTemplate(serverUrl, choice));
    },
  };
}

const templateLock = 4_207_260_932;

/** The name of the database of this run that holds the demo; whoever comes first writes it, the others wait. */
async function demoTemplate(serverUrl: string, choice: DemoChoice): Promise<string> {
  const name = `${inject('runName')}_${Buffer.from(JSON.stringify(choice)).toString('hex').slice(0, 40)}`;
  const holding = holdingOf(choice);
  const server = new pg.Client({ connectionString: serverUrl });
  await server.connect();
  try {
    await server.query('SELECT pg_advisory_lock($1)', [templateLock]);
    const { rowCount } = await server.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) {
      await server.query(`CREATE DATABASE ${name}`);
      const database = await openDatabase({
        place: { kind: 'server', url: urlOf(serverUrl, name) },
        ...(await databaseScripts()),
        cacheFolder,
      });
      await holding.write(database);
      await database.close();
    }
  } finally {
    // Its end frees the lock.
    await server.end();
  }
  return name;
}

async function openScratch(
  serverUrl: string,
  migrations: readonly MigrationFolder[],
  seeds: readonly Seed[],
  template = 'template1',
): Promise<Database> {
  const name = `junheng_test_${crypto.randomUUID().replaceAll('-', '')}`;
  const server = new pg.Client({ connectionString: serverUrl });
  await server.connect();
  await server.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  const place = { kind: 'server', url: urlOf(serverUrl, name) } as const;
  const scratch = await openDatabase({ place, migrations, seeds, cacheFolder });
  const closeScratch = scratch.close.bind(scratch);
  scratch.close = async () => {
    await closeScratch();
    await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await server.end();
  };
  return scratch;
}

function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** The engine an integration test runs on: the embedded one, or PostgreSQL where `DATABASE_URL` is set. */
export const testEngine = process.env.DATABASE_URL === undefined ? embedded : postgres(process.env.DATABASE_URL);

/** @example describe.each(testEngines)('areas on $engine', ({ open }) => { … }); */
export const testEngines: readonly TestEngine[] = [testEngine];
