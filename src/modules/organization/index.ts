import type { MigrationFolder } from '#core/db';

export { divisionSeed } from './division-seed.ts';
export type { EvaluationFrame, FrameQuestion } from './evaluation-frame.ts';
export { pinyinKey } from './pinyin-key.ts';
export { createOrganization, type Organization } from './service.ts';

export const organizationMigrations: MigrationFolder = {
  owner: 'organization',
  folder: new URL('./migrations/', import.meta.url),
};
