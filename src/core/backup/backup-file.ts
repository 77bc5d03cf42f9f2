import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { finished } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Database } from '#core/db';
import type { FileStore } from '#core/files';
import { type RestoreOptions, readArchive } from './read-archive.ts';
import { type ArchiveContent, type BackupProgress, writeArchive } from './write-archive.ts';

/** Where data lives: the database and the files kept beside it. */
export interface Holdings {
  readonly database: Database;
  readonly files: FileStore;
}

// Rows compress to a tenth already at this level; higher ones cost more time than they save.
const compression = { level: 3 };

/**
 * Writes everything the system holds, as it is at one instant, into one file with a seal for every table.
 *
 * @remarks The file appears under its name only when it is whole and on the disk. It restores on either engine.
 * @example await backUp({ database, files }, 'junheng-2026-11-21.jhb.gz', { madeAt: new Date() });
 */
export async function backUp(
  { database, files }: Holdings,
  place: string,
  {
    madeAt,
    onProgress = () => {},
  }: { readonly madeAt: Date; readonly onProgress?: (progress: BackupProgress) => void },
): Promise<ArchiveContent> {
  await mkdir(path.dirname(path.resolve(place)), { recursive: true });
  const draft = `${place}.${randomUUID()}.draft`;
  const packed = createGzip(compression);
  const written = packed.pipe(createWriteStream(draft));
  try {
    const content = await writeArchive(database, files, packed, madeAt, onProgress);
    packed.end();
    await finished(written);
    await syncFile(draft);
    await rename(draft, place);
    return content;
  } catch (error) {
    packed.destroy();
    written.destroy();
    await rm(draft, { force: true });
    throw error;
  }
}

/** Puts a backup back; see `readArchive` for what is refused. Nothing is changed unless every table is as it was sealed. */
export async function restore(
  { database, files }: Holdings,
  place: string,
  options: Omit<RestoreOptions, 'name'>,
): Promise<ArchiveContent> {
  const source = createReadStream(place);
  const unpacked = createGunzip();
  source.once('error', (error) => unpacked.destroy(error));
  // Told to whoever reads it; before that nobody listens, and an error nobody hears would end the process.
  unpacked.on('error', () => {});
  return readArchive(database, files, source.pipe(unpacked), { ...options, name: path.basename(place) });
}

/** Carries everything from one database to another, of whichever engines, without a file between. */
export async function moveHoldings(
  from: Holdings,
  to: Holdings,
  options: Omit<RestoreOptions, 'name'> & { readonly madeAt: Date },
): Promise<ArchiveContent> {
  const between = new PassThrough({ highWaterMark: 16 << 20 });
  between.on('error', () => {});
  const sent = writeArchive(from.database, from.files, between, options.madeAt, () => {}).then(
    () => between.end(),
    (error: unknown) => between.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  const content = await readArchive(to.database, to.files, between, { ...options, name: 'move' });
  await sent;
  return content;
}

async function syncFile(place: string): Promise<void> {
  const file = await open(place, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
