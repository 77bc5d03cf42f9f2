import type { MigrationFolder } from '#core/db';

export type { PracticeDoors } from './doors.ts';
export { bindPractice } from './routes.ts';
export { Practice } from './service.ts';

export const practiceMigrations: MigrationFolder = {
  owner: 'practice',
  folder: new URL('./migrations/', import.meta.url),
};
