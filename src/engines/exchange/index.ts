import type { MigrationFolder } from '#core/db';

export { countyWorkbookPlaces, type WorkbookPlaces } from './county-workbook-places.ts';
export { countyWorkbookProfile } from './county-workbook-profile.ts';
export { buildDataPackage, type PackageRequest, type PackageTable } from './data-package.ts';
export type {
  Change,
  CommitRequest,
  Download,
  Exchange,
  FindingsPage,
  ImportBatch,
  ImportPreview,
  ImportRequest,
  ImportResult,
  SheetSummary,
  UndoRequest,
  Upload,
  WorkbookRequest,
} from './model.ts';
export { openExchange } from './open-exchange.ts';
export type { ExchangeParts, RegistryPort } from './parts.ts';
export { readProfiles } from './read-profiles.ts';

export const exchangeMigrations: MigrationFolder = {
  owner: 'exchange',
  folder: new URL('./migrations/', import.meta.url),
};
