import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';
import { type Database, databaseOver } from './database.ts';
import { embeddedEngine } from './embedded-engine.ts';
import { migrate, type Seed } from './migrate.ts';
import type { Migration } from './migration.ts';

// Raise when the engine's on-disk format or its settings change.
const templateEdition = 'pglite-0.5.16-1';

// A tenth of the size for a twentieth of a second.
const pack = promisify(zstdCompress);
const unpack = promisify(zstdDecompress);

/** What a database begins with beyond its tables and seeds. */
export interface Holding {
  /** Changes whenever what is written does. */
  readonly id: string;
  write(database: Database): Promise<unknown>;
}

/**
 * An initialised, migrated and seeded database as an archive, made once and kept in the cache folder.
 *
 * @remarks Named by what went into it, so an edited script or seed makes a new one. Beginning from it takes a third of the time.
 */
export async function embeddedTemplate(
  cacheFolder: string,
  migrations: readonly Migration[],
  seeds: readonly Seed[],
  holding?: Holding,
): Promise<Uint8Array<ArrayBuffer>> {
  const content = [
    templateEdition,
    ...migrations.map(({ id, sha256 }) => `${id} ${sha256}`),
    ...seeds.map(({ id }) => id),
    ...(holding === undefined ? [] : [holding.id]),
  ];
  const name = `embedded-${createHash('sha256').update(content.join('\n')).digest('hex').slice(0, 24)}.tar.zst`;
  const file = path.join(cacheFolder, name);
  try {
    return new Uint8Array(await unpack(await readFile(file)));
  } catch {
    const archive = await makeTemplate(migrations, seeds, holding);
    await keep(file, await pack(archive));
    return archive;
  }
}

async function makeTemplate(
  migrations: readonly Migration[],
  seeds: readonly Seed[],
  holding?: Holding,
): Promise<Uint8Array<ArrayBuffer>> {
  const engine = await embeddedEngine({});
  const database = databaseOver(engine);
  try {
    await migrate(database, migrations, seeds);
    await holding?.write(database);
    await database.query('CHECKPOINT');
    return await engine.dump();
  } finally {
    await database.close();
  }
}

/** A cache that cannot be written (a read-only disk) only costs time. */
async function keep(file: string, archive: Uint8Array): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(draft, archive);
    await rename(draft, file);
  } catch {
    await rm(draft, { force: true });
  }
}
