import type { MigrationFolder } from '#core/db';

export { bindRecognition } from './routes.ts';
export { Recognition } from './service.ts';

export const recognitionMigrations: MigrationFolder = {
  owner: 'recognition',
  folder: new URL('./migrations/', import.meta.url),
};
