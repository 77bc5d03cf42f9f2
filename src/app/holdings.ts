import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { type Audit, chainOf } from '#core/audit';
import { type ArchiveContent, type BackupProgress, backUp, type Holdings, moveHoldings, restore } from '#core/backup';
import { type Config, withDataFolder } from '#core/config';
import { type Database, type DatabasePlace, openDatabase } from '#core/db';
import { migrations, placeOf, readSettings, seeds } from './application.ts';
import { openStore } from './open-store.ts';
import { openTrail, sealsFolder } from './open-trail.ts';

/** Tables that every new database fills by itself. */
const seededTables = [
  'area',
  'area_change',
  'audit_entry',
  'audit_link',
  'audit_pending',
  'audit_state',
  'core_migration',
  'core_seed',
];

/** What a backup carries: the database, and the files kept beside it. */
export function holdingsOf(database: Database, config: Config): Holdings {
  return { database, files: openStore(config) };
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
  return withHoldings(undefined, async (holdings, audit) => {
    const content = await backUp(holdings, file, { madeAt: new Date(), onProgress });
    await recordBackup(audit, file);
    return content;
  });
}

/** Puts a backup back. @throws DomainError `backup.databaseNotEmpty` unless `replace`, `backup.notABackup`, `backup.differs` */
export function restoreFrom(
  file: string,
  options: HoldingsOptions & { readonly replace: boolean },
): Promise<ArchiveContent> {
  return withHoldings(undefined, async (holdings, audit) => {
    const content = await restore(holdings, file, { ...options, seeded: seededTables });
    await audit.restored({ file: path.basename(file) });
    return content;
  });
}

/** Carries everything to another database, which must be empty; to another folder the keys and seals go as well. */
export async function moveTo(place: DatabasePlace, { onProgress }: HoldingsOptions): Promise<ArchiveContent> {
  if (place.kind === 'folder') await copyBeside(place.folder);
  return withHoldings(undefined, (from) =>
    withHoldings(place, async (to, audit) => {
      const options = { madeAt: new Date(), replace: false, seeded: seededTables, onProgress };
      const content = await moveHoldings(from, to, options);
      await audit.record({ act: 'system.move', on: installation, result: 'done' });
      return content;
    }),
  );
}

/** Without them the moved database could be opened, but neither read in its personal fields nor verified. */
async function copyBeside(folder: string): Promise<void> {
  const from = readSettings();
  const to = withDataFolder(from, folder);
  for (const [source, target] of [
    [from.keysFolder, to.keysFolder],
    [sealsFolder(from), sealsFolder(to)],
  ] as const) {
    if (source !== target && existsSync(source)) await cp(source, target, { recursive: true });
  }
}

const installation = { kind: 'installation', id: 'installation', area: chainOf };

/** A backup is an export of everything. */
export function recordBackup(audit: Audit, file: string): Promise<void> {
  return audit.record({
    act: 'system.backup',
    on: installation,
    result: 'done',
    details: { file: path.basename(file) },
  });
}

async function withHoldings<Result>(
  place: DatabasePlace | undefined,
  work: (holdings: Holdings, audit: Audit) => Promise<Result>,
): Promise<Result> {
  const settings = readSettings();
  const config = place?.kind === 'folder' ? withDataFolder(settings, place.folder) : settings;
  const taken = place ?? placeOf(config);
  const database = await openDatabase({ place: taken, migrations, seeds, cacheFolder: config.cacheFolder });
  try {
    const { audit } = openTrail({ config, now: () => new Date(), database, place: taken });
    const result = await work(holdingsOf(database, config), audit);
    await audit.close();
    return result;
  } finally {
    await database.close();
  }
}
