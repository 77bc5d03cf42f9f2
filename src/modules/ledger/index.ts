import type { MigrationFolder } from '#core/db';

export { Ledger, type LedgerDoors } from './ledger.ts';
export { readLedgerPolicy } from './read-policy.ts';
export { bindLedger } from './routes.ts';

export const ledgerMigrations: MigrationFolder = {
  owner: 'ledger',
  folder: new URL('./migrations/', import.meta.url),
};
