import type { Session } from '#core/db';
import type { ListRow } from './model.ts';

/** Puts a list in place of what a former file of it brought. @returns how many rows that were */
export async function replaceList(
  session: Session,
  round: { readonly county: string; readonly id: string },
  list: string,
  rows: readonly ListRow[],
): Promise<number> {
  const [before] = await session.query<{ n: number }>(
    `WITH gone AS (DELETE FROM admission_list_row WHERE county_code = $1 AND round_id = $2 AND list = $3 RETURNING 1)
     SELECT count(*)::int AS n FROM gone`,
    [round.county, round.id, list],
  );
  await session.copyIn(
    {
      table: 'admission_list_row',
      columns: ['county_code', 'round_id', 'id', 'list', 'name', 'identity', 'identity_index', 'birth_date', 'value'],
    },
    rows.map((row) => [
      round.county,
      round.id,
      row.id,
      row.list,
      row.name,
      row.identity,
      row.identity_index,
      row.birth_date,
      row.value,
    ]),
  );
  return before?.n ?? 0;
}

export function listListRows(
  session: Session,
  round: { readonly county: string; readonly id: string },
  ids?: readonly string[],
): Promise<readonly ListRow[]> {
  return session.query<ListRow>(
    `SELECT id, list, name, identity, identity_index, birth_date, value FROM admission_list_row
     WHERE county_code = $1 AND round_id = $2 AND ($3::text[] IS NULL OR id = ANY ($3::text[]))`,
    [round.county, round.id, ids ?? null],
  );
}

export function countListRows(
  session: Session,
  county: string,
  round: string,
): Promise<readonly { readonly list: string; readonly n: number }[]> {
  return session.query(
    `SELECT list, count(*)::int AS n FROM admission_list_row WHERE county_code = $1 AND round_id = $2 GROUP BY list`,
    [county, round],
  );
}
