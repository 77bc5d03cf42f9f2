import type { Database } from './database.ts';
import { errors } from './errors.ts';
import type { Migration } from './migration.ts';
import type { Session } from './session.ts';
import { splitStatements } from './split-statements.ts';

/** Data that every database holds from its first start, such as a code table; loaded once, after all migrations. */
export interface Seed {
  /** Changes whenever the data does, so that a newer edition is loaded over the older. */
  readonly id: string;
  load(session: Session): Promise<void>;
}

/** The tables of this room: which scripts and seeds a database already holds. */
export const ledgerScript = `
CREATE TABLE IF NOT EXISTS core_migration (id text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL);
CREATE TABLE IF NOT EXISTS core_seed (id text PRIMARY KEY, loaded_at timestamptz NOT NULL)`;

const migrationLock = 4_207_260_931;

/**
 * Brings a database to the given scripts and seeds; each is one transaction and is recorded with its checksum.
 *
 * @throws DomainError `database.migrationChanged` when an applied script was edited, `database.newerThanProgram` when the database
 * holds a script this program does not know.
 */
export async function migrate(
  database: Database,
  migrations: readonly Migration[],
  seeds: readonly Seed[],
): Promise<void> {
  // Under the lock, because two processes that both make the ledger would meet in the catalogue.
  await database.transaction(async (session) => {
    await session.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
    for (const statement of splitStatements(ledgerScript)) {
      await session.query(statement);
    }
  });
  await refuseDrift(database, migrations);
  for (const migration of migrations) {
    await once(database, 'core_migration', migration.id, async (session) => {
      for (const statement of splitStatements(migration.script)) {
        await session.query(statement);
      }
      await session.query('INSERT INTO core_migration VALUES ($1, $2, now())', [migration.id, migration.sha256]);
    });
  }
  for (const seed of seeds) {
    await once(database, 'core_seed', seed.id, async (session) => {
      await seed.load(session);
      await session.query('INSERT INTO core_seed VALUES ($1, now())', [seed.id]);
    });
  }
}

/** Runs the work unless the ledger already holds its id; two processes starting at once wait for each other. */
async function once(
  database: Database,
  ledger: 'core_migration' | 'core_seed',
  id: string,
  work: (session: Session) => Promise<void>,
): Promise<void> {
  await database.transaction(async (session) => {
    await session.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
    const held = await session.query(`SELECT 1 FROM ${ledger} WHERE id = $1`, [id]);
    if (held.length === 0) {
      await work(session);
    }
  });
}

async function refuseDrift(database: Database, migrations: readonly Migration[]): Promise<void> {
  const known = new Map(migrations.map((migration) => [migration.id, migration.sha256]));
  const applied = await database.query<{ id: string; sha256: string }>(
    'SELECT id, sha256 FROM core_migration ORDER BY id',
  );
  for (const { id, sha256 } of applied) {
    const expected = known.get(id);
    if (expected === undefined) {
      throw errors.newerThanProgram({ migration: id });
    }
    if (expected !== sha256) {
      throw errors.migrationChanged({ migration: id });
    }
  }
}
