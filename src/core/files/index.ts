import type { MigrationFolder } from '#core/db';

export { bindFiles } from './file-routes.ts';
export { type FileRecord, type Fingerprinted, listFingerprints } from './file-rows.ts';
export { type FileStore, openFileStore } from './file-store.ts';
export type { TakenFile } from './intake.ts';
export { type Files, type NewFile, openFiles } from './open-files.ts';
export { openS3Store, type S3Settings } from './s3-store.ts';
export { type Scan, scanOf } from './scan.ts';

export const filesMigrations: MigrationFolder = {
  owner: 'files',
  folder: new URL('./migrations/', import.meta.url),
};
