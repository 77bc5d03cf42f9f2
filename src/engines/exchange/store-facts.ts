import type { CopyValue, Session } from '#core/db';
import { factColumns } from '#engines/facts';
import type { MappedFact } from '#engines/mapping';
import { copyRows } from './copy-rows.ts';
import type { Change } from './model.ts';

const named = factColumns.join(', ');
const sameKey = `f.county_code = i.county_code AND f.school_year = i.school_year AND f.unit_id = i.unit_id AND f.stage = i.stage AND f.measure = i.measure`;
const label = { zh: '数据', en: 'facts' };

/** Copies facts into a temporary table beside the real one. Must run in a transaction. */
export async function stageFacts(session: Session, facts: readonly MappedFact[], batchId: string): Promise<void> {
  await session.query(`CREATE TEMP TABLE fact_in ON COMMIT DROP AS SELECT ${named} FROM fact WITH NO DATA`);
  await copyRows(session, { table: 'fact_in', columns: factColumns }, rowsOf(facts, batchId));
}

function* rowsOf(facts: readonly MappedFact[], batchId: string): Generator<readonly CopyValue[]> {
  for (const fact of facts) {
    const { countyCode, schoolYear, unitId, stage, measure, value, sheet, row, column } = fact;
    yield [countyCode, schoolYear, unitId, stage, measure, value, batchId, sheet, row, column];
  }
}

/** Counts what writing the staged facts would do. */
export async function countFacts(session: Session): Promise<Change> {
  const [row] = await session.query<{ total: number; known: number; changed: number }>(
    `SELECT count(*) AS total, count(f.value) AS known, count(*) FILTER (WHERE f.value <> i.value) AS changed
     FROM fact_in i LEFT JOIN fact f ON ${sameKey}`,
  );
  const { total, known, changed } = row ?? { total: 0, known: 0, changed: 0 };
  return { dataset: 'facts', label, inserted: total - known, changed, unchanged: known - changed };
}

/** Writes facts, keeping what they replace. Where the counties hold nothing yet for the years, they are copied straight in. */
export async function writeBatchFacts(
  session: Session,
  facts: readonly MappedFact[],
  batchId: string,
  counties: readonly string[],
  schoolYears: readonly number[],
): Promise<Change> {
  const [held] = await session.query<{ any: boolean }>(
    'SELECT EXISTS (SELECT 1 FROM fact WHERE county_code = ANY($1) AND school_year = ANY($2)) AS any',
    [counties, schoolYears],
  );
  if (held?.any === false) {
    await copyRows(session, { table: 'fact', columns: factColumns }, rowsOf(facts, batchId));
    return { dataset: 'facts', label, inserted: facts.length, changed: 0, unchanged: 0 };
  }
  await stageFacts(session, facts, batchId);
  const [before] = await session.query<{ count: number }>(
    `WITH kept AS (INSERT INTO fact_before (county_code, batch_id, school_year, unit_id, stage, measure, value, before_batch_id, sheet,
         sheet_row, sheet_column)
       SELECT f.county_code, $1, f.school_year, f.unit_id, f.stage, f.measure, f.value, f.batch_id, f.sheet, f.sheet_row, f.sheet_column
       FROM fact f JOIN fact_in i ON ${sameKey} WHERE f.value <> i.value RETURNING 1) SELECT count(*) AS count FROM kept`,
    [batchId],
  );
  const [written] = await session.query<{ count: number }>(
    `WITH written AS (INSERT INTO fact (${named}) SELECT ${named} FROM fact_in
       ON CONFLICT (county_code, school_year, unit_id, stage, measure) DO UPDATE SET value = excluded.value,
         batch_id = excluded.batch_id, sheet = excluded.sheet, sheet_row = excluded.sheet_row, sheet_column = excluded.sheet_column
       WHERE fact.value <> excluded.value RETURNING 1) SELECT count(*) AS count FROM written`,
  );
  const changed = before?.count ?? 0;
  const touched = written?.count ?? 0;
  return { dataset: 'facts', label, inserted: touched - changed, changed, unchanged: facts.length - touched };
}

/** Takes back the facts of a batch. */
export async function restoreFacts(session: Session, batchId: string, counties: readonly string[]): Promise<Change> {
  const [removed] = await session.query<{ count: number }>(
    `WITH removed AS (DELETE FROM fact WHERE county_code = ANY($1) AND batch_id = $2 RETURNING 1) SELECT count(*) AS count FROM removed`,
    [counties, batchId],
  );
  const [restored] = await session.query<{ count: number }>(
    `WITH restored AS (INSERT INTO fact (${named})
       SELECT county_code, school_year, unit_id, stage, measure, value, before_batch_id, sheet, sheet_row, sheet_column
       FROM fact_before WHERE county_code = ANY($1) AND batch_id = $2 RETURNING 1) SELECT count(*) AS count FROM restored`,
    [counties, batchId],
  );
  await session.query('DELETE FROM fact_before WHERE county_code = ANY($1) AND batch_id = $2', [counties, batchId]);
  const changed = restored?.count ?? 0;
  return { dataset: 'facts', label, inserted: (removed?.count ?? 0) - changed, changed, unchanged: 0 };
}

/** How many values of a batch (null: the staged ones) are the same as in another school year; the most alike year, if any. */
export async function mostAlikeYear(
  session: Session,
  batchId: string | null,
  counties: readonly string[],
): Promise<{ schoolYear: number; compared: number; same: number } | undefined> {
  const given =
    batchId === null ? 'fact_in' : '(SELECT * FROM fact WHERE county_code = ANY ($1::text[]) AND batch_id = $2)';
  const [row] = await session.query<{ school_year: number; compared: number; same: number }>(
    `SELECT f.school_year, count(*) AS compared, count(*) FILTER (WHERE f.value = i.value) AS same
     FROM ${given} i JOIN fact f ON f.county_code = i.county_code AND f.unit_id = i.unit_id AND f.stage = i.stage
       AND f.measure = i.measure AND f.school_year <> i.school_year
     WHERE f.value <> 0 GROUP BY f.school_year ORDER BY count(*) FILTER (WHERE f.value = i.value) DESC LIMIT 1`,
    batchId === null ? [] : [counties, batchId],
  );
  return row === undefined ? undefined : { schoolYear: row.school_year, compared: row.compared, same: row.same };
}
