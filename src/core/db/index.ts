export type { EngineKind } from './connection.ts';
export { forEachTuple, type Tuple } from './copy-binary.ts';
export { type CopyValue, copyLine } from './copy-text.ts';
export type { Database } from './database.ts';
export { DatabaseError } from './database-error.ts';
export type { Seed } from './migrate.ts';
export type { Migration, MigrationFolder } from './migration.ts';
export { type DatabasePlace, type OpenOptions, openDatabase } from './open-database.ts';
export { type CopyTarget, quoteName, quoteText, type Session } from './session.ts';
