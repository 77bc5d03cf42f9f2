import type { Session } from '#core/db';

export interface StoredTable {
  readonly table: string;
  readonly columns: readonly string[];
  /** Puts the rows into the same order on every engine. */
  readonly orderBy: string;
}

/** Which scripts a database has had is its own affair. */
const leftOut = ['core_migration'];

/** All tables of the database with their columns, by name. */
export async function listTables(session: Session): Promise<readonly StoredTable[]> {
  const rows = await session.query<{ table: string; columns: string[]; keys: string[] | null }>(
    `SELECT c.relname::text AS table,
       (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
       (SELECT array_agg(quote_ident(a.attname) || CASE WHEN a.attcollation <> 0 THEN ' COLLATE "C"' ELSE '' END ORDER BY k.place)
        FROM pg_index i CROSS JOIN unnest(i.indkey::int2[]) WITH ORDINALITY AS k(attnum, place)
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
        WHERE i.indrelid = c.oid AND i.indisprimary) AS keys
     FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace
       AND NOT c.relispartition AND c.relname <> ALL ($1::text[])
     ORDER BY c.relname`,
    [leftOut],
  );
  return rows.map(({ table, columns, keys }) => ({ table, columns, orderBy: keys?.join(', ') ?? '1' }));
}

/** Values are written alike wherever the server stands. */
export async function fixTextForms(session: Session): Promise<void> {
  await session.query("SET LOCAL TimeZone = 'UTC'");
  await session.query("SET LOCAL DateStyle = 'ISO, YMD'");
  await session.query("SET LOCAL bytea_output = 'hex'");
  await session.query('SET LOCAL extra_float_digits = 1');
}
