import type { MigrationFolder } from '#core/db';

export { Admission } from './admission.ts';
export type { AdmissionDoors } from './doors.ts';
export { readLaw } from './law.ts';
export { placingJob, placingJobName } from './placing-job.ts';
export { bindAdmission } from './routes.ts';

export const admissionMigrations: MigrationFolder = {
  owner: 'admission',
  folder: new URL('./migrations/', import.meta.url),
};
