import type { MigrationFolder } from '#core/db';

export type { CellCipher } from './cell.ts';
export { definePersonal, type PersonalField, type PersonalTable, personalTables } from './declaration.ts';
export { masks, type PersonalKind } from './kinds.ts';
export { openPersonal, type Personal, type PersonalPlace, type Seal } from './open-personal.ts';
export { watermark } from './watermark.ts';

export const personalMigrations: MigrationFolder = {
  owner: 'personal',
  folder: new URL('./migrations/', import.meta.url),
};
