import type { MigrationFolder } from '#core/db';

export { registryDatasets } from './datasets/index.ts';
export { pinyinKey } from './datasets/pinyin-key.ts';
export { divisionSeed } from './division-seed.ts';
export { exchangeRegistry } from './exchange-registry.ts';
export { exportPackage } from './export-package.ts';
export { checkInThread, previewJob } from './preview-job.ts';
export { organizationRoutesOver } from './routes.ts';
export { createOrganization, type Organization } from './service.ts';
export { writeCsv } from './write-csv.ts';

export const organizationMigrations: MigrationFolder = {
  owner: 'organization',
  folder: new URL('./migrations/', import.meta.url),
};
