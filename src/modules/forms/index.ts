import type { MigrationFolder } from '#core/db';

export type { FormDoors, SchoolGroup } from './doors.ts';
export { readFormPolicy } from './read-form-policy.ts';
export { bindForms } from './routes.ts';
export { Forms } from './service.ts';

export const formsMigrations: MigrationFolder = { owner: 'forms', folder: new URL('./migrations/', import.meta.url) };
