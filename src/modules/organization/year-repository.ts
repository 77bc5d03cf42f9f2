import type { Session } from '#core/db';
import type { Tables } from './tables.ts';

export interface YearAct {
  readonly county: string;
  readonly year: number;
  readonly act: 'locked' | 'reopened';
  readonly at: Date;
  readonly reason: string;
  readonly by: string;
}

/** Counties whose school year is locked, by year. */
export async function findLocked(session: Session, counties: readonly string[]): Promise<ReadonlyMap<number, number>> {
  const rows = await session.query<{ year: number; locked: number }>(
    `SELECT year, count(*) AS locked FROM school_year WHERE county_code = ANY ($1::text[]) AND state = 'locked' GROUP BY year`,
    [counties],
  );
  return new Map(rows.map(({ year, locked }) => [year, locked]));
}

/** The first county of these whose school year is locked; `undefined` where all are open. */
export async function findLock(
  session: Session,
  counties: readonly string[],
  years: readonly number[],
): Promise<{ readonly county: string; readonly year: number } | undefined> {
  const [row] = await session.query<{ county: string; year: number }>(
    `SELECT county_code AS county, year FROM school_year
     WHERE county_code = ANY ($1::text[]) AND year = ANY ($2::int[]) AND state = 'locked' ORDER BY county_code, year LIMIT 1`,
    [counties, years],
  );
  return row;
}

export async function findActs(session: Session, counties: readonly string[]): Promise<readonly YearAct[]> {
  return session.query<YearAct>(
    `SELECT county_code AS county, year, act, at, reason, by_person AS by FROM school_year_act
     WHERE county_code = ANY ($1::text[]) ORDER BY at DESC`,
    [counties],
  );
}

/** Changes the state and records the act; answers false where the year already had that state. */
export async function setYearState(session: Session, act: YearAct): Promise<boolean> {
  const state = act.act === 'locked' ? 'locked' : 'open';
  const before = await session.query<{ state: string }>(
    'SELECT state FROM school_year WHERE county_code = $1 AND year = $2 FOR UPDATE',
    [act.county, act.year],
  );
  if ((before[0]?.state ?? 'open') === state) {
    return false;
  }
  await session.query(
    `INSERT INTO school_year VALUES ($1, $2, $3) ON CONFLICT (county_code, year) DO UPDATE SET state = excluded.state`,
    [act.county, act.year, state],
  );
  await session
    .tables<Tables>()
    .insertInto('school_year_act')
    .values({
      county_code: act.county,
      year: act.year,
      at: act.at,
      act: act.act,
      reason: act.reason,
      by_person: act.by,
    })
    .execute();
  return true;
}

export interface YearCount {
  readonly units: number;
  readonly facts: number;
}

/** Counties counted by one statement: between two of them others on the same connection have their turn. */
const portionOf = (counties: number) => Math.max(2, Math.ceil(counties / 50));

/** Units and facts of each school year. Cost: one walk over the years' keys, about 10 ms a county on the embedded database. */
export async function countFacts(
  session: Session,
  counties: readonly string[],
  years: readonly number[],
): Promise<ReadonlyMap<number, YearCount>> {
  const sums = new Map<number, YearCount>();
  const portion = portionOf(counties.length);
  for (let from = 0; from < counties.length; from += portion) {
    for (const [year, count] of await countPortion(session, counties.slice(from, from + portion), years)) {
      const { units = 0, facts = 0 } = sums.get(year) ?? {};
      sums.set(year, { units: units + count.units, facts: facts + count.facts });
    }
  }
  return sums;
}

async function countPortion(
  session: Session,
  counties: readonly string[],
  years: readonly number[],
): Promise<ReadonlyMap<number, YearCount>> {
  const rows = await session.query<{ year: number } & YearCount>(
    `SELECT school_year AS year, count(*) FILTER (WHERE unit_id <> '') AS units, sum(facts)::bigint AS facts
     FROM (SELECT school_year, county_code, unit_id, count(*) AS facts FROM fact
       WHERE county_code = ANY ($1::text[]) AND school_year = ANY ($2::int[]) GROUP BY school_year, county_code, unit_id) AS per_unit
     GROUP BY school_year`,
    [counties, years],
  );
  return new Map(rows.map(({ year, units, facts }) => [year, { units, facts }]));
}

export interface SubmissionRow {
  readonly county: string;
  readonly unit: string;
  readonly name: string;
  readonly name_key: string;
  readonly township: string | null;
  readonly facts: number;
}

export interface Submissions {
  readonly total: number;
  readonly missing: number;
  readonly rows: readonly SubmissionRow[];
}

/**
 * Units of which nothing came in a year first, then by name, and how many there are in all.
 *
 * @remarks The key is asked once a unit whether anything is there; figures are counted only for the units of the page.
 */
export async function findSubmissions(
  session: Session,
  counties: readonly string[],
  year: number,
  after: readonly [number, string, string, string] | null,
  limit: number,
): Promise<Submissions> {
  const [present, key, county, id] = after ?? [-1, '', '', ''];
  const [found] = await session.query<{ total: number; missing: number; rows: readonly SubmissionRow[] }>(
    `WITH asked AS MATERIALIZED (
       SELECT u.county_code AS county, u.id AS unit, u.name, u.name_key, u.township_code AS township,
         EXISTS (SELECT 1 FROM fact f WHERE f.county_code = u.county_code AND f.school_year = $2 AND f.unit_id = u.id)::int AS present
       FROM unit u WHERE u.county_code = ANY ($1::text[]) AND u.closed_on IS NULL),
     shown AS (
       SELECT * FROM asked WHERE (present, name_key, county, unit) > ($3::int, $4::text, $5::text, $6::text)
       ORDER BY present, name_key, county, unit LIMIT $7),
     counted AS (
       SELECT s.*, (SELECT count(*) FROM fact f
         WHERE f.county_code = s.county AND f.school_year = $2 AND f.unit_id = s.unit) AS facts FROM shown s)
     SELECT (SELECT count(*) FROM asked) AS total, (SELECT count(*) FROM asked WHERE present = 0) AS missing,
       coalesce((SELECT jsonb_agg(to_jsonb(c) ORDER BY present, name_key, county, unit) FROM counted c), '[]') AS rows`,
    [counties, year, present, key, county, id, limit],
  );
  return found ?? { total: 0, missing: 0, rows: [] };
}
