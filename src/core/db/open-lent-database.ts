import { type Database, databaseOver } from './database.ts';
import { portEngine } from './port-engine.ts';
import type { LentDatabase } from './port-messages.ts';

/** Opens, in a thread, the database of the thread that started it. Tables and version are that one's care. */
export function openLentDatabase(lent: LentDatabase): Database {
  return databaseOver(portEngine(lent));
}
