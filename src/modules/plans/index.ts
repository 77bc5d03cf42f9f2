import type { MigrationFolder } from '#core/db';

export type { IndicatorReader, PlanRegistry } from './doors.ts';
export { type ClauseCatalogue, readClauseCatalogue } from './read-catalogue.ts';
export { bindPlans } from './routes.ts';
export { Plans } from './service.ts';

export const plansMigrations: MigrationFolder = {
  owner: 'plans',
  folder: new URL('./migrations/', import.meta.url),
};
