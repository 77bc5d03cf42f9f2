import { placeOf, readSettings, withApplication } from './application.ts';

export interface DatabaseStatus {
  readonly engine: 'embedded' | 'postgres';
  /** The folder, or the server's address without its password. */
  readonly place: string;
  readonly migrations: readonly { readonly id: string; readonly appliedAt: string }[];
}

/** Opens the database, which brings it up to date, and says what it holds. */
export function databaseStatus(): Promise<DatabaseStatus> {
  return withApplication({}, async ({ database }) => {
    const rows = await database.query<{ id: string; applied_at: Date }>(
      'SELECT id, applied_at FROM core_migration ORDER BY applied_at, id',
    );
    return {
      engine: database.engine,
      place: placeText(),
      migrations: rows.map(({ id, applied_at }) => ({ id, appliedAt: applied_at.toISOString() })),
    };
  });
}

function placeText(): string {
  const place = placeOf(readSettings());
  if (place.kind === 'folder') return place.folder;
  if (place.kind === 'memory') return 'memory';
  const url = new URL(place.url);
  url.password = '';
  return url.href;
}
