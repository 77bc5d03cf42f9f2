export { forEachTuple } from './copy-binary.ts';
export { type CopyValue, copyLine } from './copy-text.ts';
export type { Database } from './database.ts';
export { DatabaseError } from './database-error.ts';
export type { Seed } from './migrate.ts';
export type { MigrationFolder } from './migration.ts';
export { type DatabasePlace, openDatabase } from './open-database.ts';
export { type CopyTarget, quoteName, quoteText, type Session } from './session.ts';
