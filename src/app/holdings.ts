import path from 'node:path';
import { type ArchiveContent, type BackupProgress, backUp, type Holdings, moveHoldings, restore } from '#core/backup';
import type { Config } from '#core/config';
import { type Database, type DatabasePlace, openDatabase } from '#core/db';
import { openFileStore } from '#core/files';
import { migrations, placeOf, readSettings, seeds } from './application.ts';

/** Tables that every new database fills by itself. */
const seededTables = ['area', 'area_change', 'core_migration', 'core_seed'];

/** What a backup carries: the database, and the files kept beside it. */
export function holdingsOf(database: Database, { dataFolder }: Pick<Config, 'dataFolder'>): Holdings {
  return { database, files: openFileStore(path.join(dataFolder, 'files')) };
}

/** Where scheduled backups are kept. */
export function backupFolder({ dataFolder }: Pick<Config, 'dataFolder'>): string {
  return path.join(dataFolder, 'backups');
}

export interface HoldingsOptions {
  readonly onProgress: (progress: BackupProgress) => void;
}

/** Writes everything this installation holds into one file. */
export function backUpTo(file: string, { onProgress }: HoldingsOptions): Promise<ArchiveContent> {
  return withHoldings(undefined, (holdings) => backUp(holdings, file, { madeAt: new Date(), onProgress }));
}

/** Puts a backup back. @throws DomainError `backup.databaseNotEmpty` unless `replace`, `backup.notABackup`, `backup.differs` */
export function restoreFrom(
  file: string,
  options: HoldingsOptions & { readonly replace: boolean },
): Promise<ArchiveContent> {
  return withHoldings(undefined, (holdings) => restore(holdings, file, { ...options, seeded: seededTables }));
}

/** Carries everything to another database, which must be empty. */
export function moveTo(place: DatabasePlace, { onProgress }: HoldingsOptions): Promise<ArchiveContent> {
  return withHoldings(undefined, (from) =>
    withHoldings(place, (to) =>
      moveHoldings(from, to, { madeAt: new Date(), replace: false, seeded: seededTables, onProgress }),
    ),
  );
}

async function withHoldings<Result>(
  place: DatabasePlace | undefined,
  work: (holdings: Holdings) => Promise<Result>,
): Promise<Result> {
  const config = readSettings();
  const { cacheFolder } = config;
  const database = await openDatabase({ place: place ?? placeOf(config), migrations, seeds, cacheFolder });
  const folder = place?.kind === 'folder' ? place.folder : config.dataFolder;
  try {
    return await work(holdingsOf(database, { dataFolder: folder }));
  } finally {
    await database.close();
  }
}
