import type { MigrationFolder } from '#core/db';

export type { CountyFiles } from './county-files.ts';
export { type ProjectedFiles, projectFiles } from './project-files.ts';
export { projectJob } from './project-job.ts';
export { readSeatsPolicy } from './read-policy.ts';
export { bindSeats } from './routes.ts';
export { Seats, type SeatsDoors } from './service.ts';
export type { StoredRows } from './store-files.ts';

export const seatsMigrations: MigrationFolder = {
  owner: 'seats',
  folder: new URL('./migrations/', import.meta.url),
};
