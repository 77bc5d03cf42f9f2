import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { type Database, databaseOver } from './database.ts';
import { DatabaseError } from './database-error.ts';
import { embeddedEngine } from './embedded-engine.ts';
import { embeddedTemplate, type Holding } from './embedded-template.ts';
import { errors } from './errors.ts';
import { lockFolder } from './folder-lock.ts';
import { migrate, type Seed } from './migrate.ts';
import { type MigrationFolder, readMigrations } from './migration.ts';

export type DatabasePlace =
  /** Gone with the process; what it holds from the start is written once and kept beside its template. */
  | { readonly kind: 'memory'; readonly holding?: Holding }
  /** The embedded database in a folder, which this process then holds alone. */
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'server'; readonly url: string };

export interface OpenOptions {
  readonly place: DatabasePlace;
  /** Every room's scripts, in the order they must run. */
  readonly migrations: readonly MigrationFolder[];
  readonly seeds?: readonly Seed[];
  /** Where the start template of the embedded engine is kept; may be emptied at any time. */
  readonly cacheFolder: string;
}

/**
 * Opens the database and brings its tables to this program's version.
 *
 * @throws DomainError `database.folderInUse`, `database.migrationChanged`, `database.newerThanProgram`, `database.serverTooOld`.
 * @example const database = await openDatabase({ place: { kind: 'memory' }, migrations: allMigrations, cacheFolder: '.cache' });
 */
export async function openDatabase({
  place,
  migrations: folders,
  seeds = [],
  cacheFolder,
}: OpenOptions): Promise<Database> {
  const migrations = await readMigrations(folders);
  if (place.kind === 'server') {
    const { postgresEngine } = await import('./postgres-engine.ts');
    return ready(databaseOver(postgresEngine(place.url)), async (database) => {
      await refuseOldServer(database, place.url);
      await migrate(database, migrations, seeds);
    });
  }
  if (place.kind === 'memory') {
    const template = await embeddedTemplate(cacheFolder, migrations, seeds, place.holding);
    return databaseOver(await embeddedEngine({ template }));
  }
  const lock = await lockFolder(place.folder);
  try {
    const folder = path.join(place.folder, 'postgres');
    await dropDrafts(place.folder);
    if (!existsSync(folder)) {
      await layDown(place.folder, folder, await embeddedTemplate(cacheFolder, migrations, seeds));
    }
    const database = databaseOver(await embeddedEngine({ folder }));
    return await ready(
      closingAfter(database, () => lock.release()),
      (opened) => migrate(opened, migrations, seeds),
    );
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function ready(database: Database, prepare: (database: Database) => Promise<void>): Promise<Database> {
  try {
    await prepare(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

function closingAfter(database: Database, release: () => Promise<void>): Database {
  const close = database.close.bind(database);
  database.close = async () => {
    await close();
    await release();
  };
  return database;
}

/** Lays the first database down beside its place and moves it there whole, so that a kill leaves no half database. */
async function layDown(dataFolder: string, folder: string, template: Uint8Array<ArrayBuffer>): Promise<void> {
  const draft = path.join(dataFolder, `draft-${randomUUID()}`);
  const engine = await embeddedEngine({ folder: draft, template });
  await engine.close();
  await rename(draft, folder);
}

async function dropDrafts(dataFolder: string): Promise<void> {
  const drafts = (await readdir(dataFolder)).filter((name) => name.startsWith('draft-'));
  await Promise.all(drafts.map((name) => rm(path.join(dataFolder, name), { recursive: true, force: true })));
}

async function refuseOldServer(database: Database, url: string): Promise<void> {
  const [row] = await database
    .query<{ number: string; version: string }>(
      "SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS version",
    )
    .catch((error: unknown) => {
      // The address without user and password.
      throw errors.serverUnreachable({ server: URL.parse(url)?.host ?? '?', reason: reasonOf(error) }, error);
    });
  if (Number(row?.number) < 150_000) {
    throw errors.serverTooOld({ version: row?.version ?? '?' });
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof DatabaseError) {
    return error.sqlState;
  }
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
