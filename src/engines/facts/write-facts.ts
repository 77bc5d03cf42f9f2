import type { CopyValue, Session } from '#core/db';
import { factColumns } from './fact-columns.ts';
import type { Fact } from './model.ts';

/**
 * Writes facts in bulk inside the caller's transaction; a fact that is already there takes the new value and source.
 *
 * @remarks Of two facts with the same key in one call the later wins. An unchanged value keeps its old source, so a file sent twice
 * changes nothing.
 * @returns how many facts are new or changed
 */
export async function writeFacts(session: Session, facts: AsyncIterable<Fact> | Iterable<Fact>): Promise<number> {
  await session.query('CREATE TEMP TABLE fact_in (LIKE fact, place bigint NOT NULL) ON COMMIT DROP');
  await session.copyIn({ table: 'fact_in', columns: [...factColumns, 'place'] }, rowsOf(facts));
  const named = factColumns.join(', ');
  const [written] = await session.query<{ count: number }>(`WITH written AS (INSERT INTO fact (${named})
    SELECT DISTINCT ON (county_code, school_year, unit_id, stage, measure) ${named} FROM fact_in
    ORDER BY county_code, school_year, unit_id, stage, measure, place DESC
    ON CONFLICT (county_code, school_year, unit_id, stage, measure) DO UPDATE SET value = excluded.value,
      batch_id = excluded.batch_id, sheet = excluded.sheet, sheet_row = excluded.sheet_row, sheet_column = excluded.sheet_column
    WHERE fact.value IS DISTINCT FROM excluded.value
    RETURNING 1) SELECT count(*) AS count FROM written`);
  await session.query('DROP TABLE fact_in');
  return written?.count ?? 0;
}

async function* rowsOf(facts: AsyncIterable<Fact> | Iterable<Fact>): AsyncGenerator<readonly CopyValue[]> {
  let place = 0;
  for await (const fact of facts) {
    yield [
      fact.countyCode,
      fact.schoolYear,
      fact.unitId,
      fact.stage,
      fact.measure,
      fact.value,
      fact.batchId,
      fact.sheet,
      fact.sheetRow,
      fact.sheetColumn,
      place,
    ];
    place += 1;
  }
}
