import type { Session } from '#core/db';
import type { Dataset } from '#engines/mapping';

/**
 * The batch that came after this one and stands on the same data, so that undoing this one would leave neither.
 *
 * @returns its file name, or its id where no import is known by it; undefined where there is none.
 */
export async function laterImport(
  session: Session,
  batchId: string,
  counties: readonly string[],
  areaCode: string,
  datasets: Iterable<Dataset>,
): Promise<string | undefined> {
  const found =
    (await replacedLater(session, batchId, counties, areaCode)) ??
    (await standsOnUnits(session, batchId, counties, datasets));
  if (found === undefined) {
    return undefined;
  }
  const [batch] = await session.query<{ file_name: string }>('SELECT file_name FROM import_batch WHERE id = $1', [
    found,
  ]);
  return batch?.file_name ?? found;
}

async function replacedLater(
  session: Session,
  batchId: string,
  counties: readonly string[],
  areaCode: string,
): Promise<string | undefined> {
  const [row] = await session.query<{ batch_id: string }>(
    `SELECT batch_id FROM fact_before WHERE county_code = ANY($1) AND before_batch_id = $3
     UNION ALL SELECT batch_id FROM import_before WHERE county_code = ANY($2) AND before ->> 'batch_id' = $3
     UNION ALL SELECT f.batch_id FROM fact_before b JOIN fact f ON f.county_code = b.county_code AND f.school_year = b.school_year
       AND f.unit_id = b.unit_id AND f.stage = b.stage AND f.measure = b.measure
       WHERE b.county_code = ANY($1) AND b.batch_id = $3 AND f.batch_id <> $3
     LIMIT 1`,
    [counties, [...counties, areaCode], batchId],
  );
  return row?.batch_id;
}

/** Facts, classes or staff that other imports brought for units this batch made. */
async function standsOnUnits(
  session: Session,
  batchId: string,
  counties: readonly string[],
  datasets: Iterable<Dataset>,
): Promise<string | undefined> {
  const tables = [
    'fact',
    ...[...datasets].filter((dataset) => dataset.unitField !== undefined).map((dataset) => dataset.table),
  ];
  for (const table of tables) {
    const [row] = await session.query<{ batch_id: string }>(
      `SELECT f.batch_id FROM unit u JOIN ${table} f ON f.county_code = u.county_code AND f.unit_id = u.id
       WHERE u.county_code = ANY($1) AND u.batch_id = $2 AND f.batch_id <> $2
         AND NOT EXISTS (SELECT 1 FROM import_before b WHERE b.county_code = u.county_code AND b.batch_id = $2
           AND b.table_name = 'unit' AND b.row_key = jsonb_build_array(u.county_code, u.id)::text)
       LIMIT 1`,
      [counties, batchId],
    );
    if (row !== undefined) {
      return row.batch_id;
    }
  }
  return undefined;
}
