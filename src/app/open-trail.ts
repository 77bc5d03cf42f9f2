import path from 'node:path';
import { type Audit, openAudit } from '#core/audit';
import type { Config } from '#core/config';
import type { Database, DatabasePlace } from '#core/db';
import { type Key, type KeyRing, memoryKeyRing, openKeyRing } from '#core/keys';
import { createLog } from '#core/log';

/** Opens the keys and the audit trail; a database in memory has both in memory. */
export function openTrail({
  config,
  now,
  database,
  place,
  heldKeys,
}: {
  readonly config: Config;
  readonly now: () => Date;
  readonly database: Database;
  readonly place: DatabasePlace;
  /** Those of the process that lends its database in memory. */
  readonly heldKeys?: readonly Key[] | undefined;
}): { readonly keys: KeyRing; readonly audit: Audit } {
  const isKept = place.kind !== 'memory';
  const keys = isKept ? openKeyRing(config.keysFolder, now) : memoryKeyRing(now, heldKeys);
  const log = createLog({ level: config.logLevel, now, write: (line) => process.stderr.write(line) });
  const audit = openAudit({
    database,
    keys,
    folder: isKept ? sealsFolder(config) : undefined,
    hash: config.cryptography === 'national' ? 'sm3' : 'sha256',
    now,
    onFault: (failure) => log.error('the audit trail could not be sealed', { failure }),
  });
  return { keys, audit };
}

/** Where the seals of the audit trail are written. */
export function sealsFolder({ dataFolder }: Pick<Config, 'dataFolder'>): string {
  return path.join(dataFolder, 'audit');
}
