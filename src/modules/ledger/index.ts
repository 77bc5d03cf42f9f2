import type { MigrationFolder } from '#core/db';

export { Ledger, type LedgerDoors } from './ledger.ts';
export { projectEffects } from './project-effects.ts';
export { projectKind } from './project-kind.ts';
export { Projects } from './projects.ts';
export { readLedgerPolicy } from './read-policy.ts';
export { Review } from './review.ts';
export { bindLedger } from './routes.ts';

export const ledgerMigrations: MigrationFolder = {
  owner: 'ledger',
  folder: new URL('./migrations/', import.meta.url),
};
