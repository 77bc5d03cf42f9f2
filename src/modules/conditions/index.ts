import type { MigrationFolder } from '#core/db';

export type { CatalogueEntry } from './catalogue.ts';
export { hashFiles } from './catalogue.ts';
export { bindLedger, Ledger, type LedgerDoors, readLedgerPolicy } from './ledger/index.ts';
export { namesOf } from './names.ts';
export { bindConditions } from './routes.ts';
export { type Conditions, openConditions } from './service.ts';

import './permissions.ts';

export const conditionsMigrations: MigrationFolder = {
  owner: 'conditions',
  folder: new URL('./migrations/', import.meta.url),
};
