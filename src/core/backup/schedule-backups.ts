import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Log } from '#core/log';
import { backUp, type Holdings } from './backup-file.ts';

export interface BackupSchedule {
  readonly folder: string;
  readonly everyHours: number;
  /** How many scheduled backups are kept; older ones are removed after a new one is whole. */
  readonly kept: number;
  readonly now: () => Date;
  readonly log: Log;
  /** Told the file of each backup made. */
  readonly onMade: (file: string) => Promise<void>;
}

const fileName = /^junheng-\d{8}-\d{6}\.jhb\.gz$/;
const hourMs = 3_600_000;
const lookAgainMs = 10 * 60_000;

/**
 * Makes a backup whenever the newest one is older than the schedule allows, also one that fell due while the system was off.
 *
 * @returns a function that ends the schedule and waits for a backup under way
 */
export function scheduleBackups(holdings: Holdings, schedule: BackupSchedule): () => Promise<void> {
  let underWay: Promise<void> = Promise.resolve();
  const look = (): void => {
    underWay = underWay
      .then(() => backUpIfDue(holdings, schedule))
      .catch((error: unknown) => schedule.log.error('backup failed', { error }));
  };
  const timer = setInterval(look, lookAgainMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await underWay;
  };
}

/** Makes a backup if the newest is too old, then removes those beyond the number kept. */
export async function backUpIfDue(
  holdings: Holdings,
  { folder, everyHours, kept, now, log, onMade }: BackupSchedule,
): Promise<void> {
  const newest = (await listBackups(folder)).at(-1);
  const madeAt = newest === undefined ? undefined : (await stat(path.join(folder, newest))).mtimeMs;
  if (madeAt !== undefined && now().getTime() - madeAt < everyHours * hourMs) {
    return;
  }
  const stamp = now()
    .toISOString()
    .replaceAll(/[-:]|\.\d+Z/g, '')
    .replace('T', '-');
  const file = path.join(folder, `junheng-${stamp}.jhb.gz`);
  const content = await backUp(holdings, file, { madeAt: now() });
  await onMade(file);
  log.info('backup made', { tables: Object.keys(content.tables).length });
  for (const old of (await listBackups(folder)).slice(0, -kept)) {
    await rm(path.join(folder, old), { force: true });
  }
}

/** Scheduled backups, oldest first. */
async function listBackups(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => fileName.test(name)).sort();
}
