import { trialPrincipal } from '#core/access';
import type { Database } from '#core/db';

/** How people who acted are called; who is not registered, such as the system, by what they are. */
export async function readPeopleNames(
  database: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await database.query<{ id: string; name: string }>(
    'SELECT id, name FROM core_person WHERE id = ANY ($1::text[])',
    [ids],
  );
  return new Map([
    [trialPrincipal.id, trialPrincipal.name],
    [systemPrincipal.id, systemPrincipal.name],
    ...rows.map(({ id, name }) => [id, name] as const),
  ]);
}

/** Nobody: what the program does by itself. */
export const systemPrincipal = { id: 'system', name: '系统', kind: 'system', grants: [] } as const;
