import type { Session } from '#core/db';

const firstYear = 1990;

/**
 * School years with at least one fact, newest first.
 *
 * @remarks Asks the key for each county and year whether anything is there, instead of reading the facts.
 */
export async function listYears(
  session: Session,
  counties: readonly string[],
  lastYear: number,
): Promise<readonly number[]> {
  const rows = await session.query<{ year: number }>(
    `SELECT y.year FROM generate_series($1::int, $2::int) AS y(year) WHERE EXISTS (
       SELECT 1 FROM unnest($3::text[]) AS c(code) WHERE EXISTS (
         SELECT 1 FROM fact f WHERE f.county_code = c.code AND f.school_year = y.year))
     ORDER BY y.year DESC`,
    [firstYear, lastYear, counties],
  );
  return rows.map(({ year }) => year);
}
