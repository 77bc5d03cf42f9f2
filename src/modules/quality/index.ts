import type { MigrationFolder } from '#core/db';

export { bindQuality } from './routes.ts';
export { Quality } from './service.ts';

export const qualityMigrations: MigrationFolder = {
  owner: 'quality',
  folder: new URL('./migrations/', import.meta.url),
};
