import type { Database } from '#core/db';
import { batchOf, type Writing } from './provenance.ts';
import { tablesOf } from './table-rows.ts';

/** What an area above the counties reports of itself, in place of what an earlier demo wrote; figures from elsewhere stay. */
export async function writeAreaFacts(database: Database, writing: Writing): Promise<void> {
  const { area, years } = writing.county;
  const batches = years.map(({ schoolYear }) => batchOf(area.code, schoolYear));
  await database.transaction(async (session) => {
    const [other] = await session.query(
      "SELECT 1 FROM fact WHERE county_code = $1 AND unit_id = '' AND NOT batch_id = ANY ($2::text[]) LIMIT 1",
      [area.code, batches],
    );
    if (other !== undefined) return;
    await session.query('DELETE FROM fact WHERE county_code = $1 AND batch_id = ANY ($2::text[])', [
      area.code,
      batches,
    ]);
    await session.query('DELETE FROM import_batch WHERE area_code = $1 AND id = ANY ($2::text[])', [
      area.code,
      batches,
    ]);
    for (const { table, columns, rows } of tablesOf(writing)) {
      if (table === 'import_batch' || table === 'fact') await session.copyIn({ table, columns }, rows);
    }
  });
}
