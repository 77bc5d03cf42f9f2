import type { MigrationFolder } from '#core/db';

export { importStamp } from './batch-store.ts';
export { countyWorkbookPlaces, type WorkbookPlaces } from './county-workbook-places.ts';
export { countyWorkbookProfile } from './county-workbook-profile.ts';
export { buildDataPackage, type PackageTable } from './data-package.ts';
export type { Admit, CheckPhase, Exchange, ImportBatch, ImportPreview, ImportRequest, RuleOutcome } from './model.ts';
export { openExchange } from './open-exchange.ts';
export type { HeldSchool, RegistryPort } from './parts.ts';
export { readProfiles } from './read-profiles.ts';

export const exchangeMigrations: MigrationFolder = {
  owner: 'exchange',
  folder: new URL('./migrations/', import.meta.url),
};
