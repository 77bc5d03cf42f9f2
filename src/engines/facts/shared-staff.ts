import type { Session } from '#core/db';

/** People of one county whose staff rows stand in the same two or more units. Who they are is not told. */
export interface SharedStaff {
  readonly county: string;
  readonly units: readonly string[];
  readonly people: number;
}

/** Full-time teachers who are counted in more than one unit of a county, by the units that share them. */
export async function findSharedStaff(
  session: Session,
  counties: readonly string[],
  schoolYear: number,
): Promise<readonly SharedStaff[]> {
  const rows = await session.query<{ county_code: string; units: string; people: number }>(
    `SELECT county_code, units, count(*)::int AS people FROM (
       SELECT county_code, id, string_agg(unit_id, E'\\t' ORDER BY unit_id) AS units FROM staff
       WHERE county_code = ANY ($1::text[]) AND school_year = $2 AND role = 'teacher' AND full_time
       GROUP BY county_code, id HAVING count(*) > 1) AS shared
     GROUP BY county_code, units ORDER BY county_code, units`,
    [counties, schoolYear],
  );
  return rows.map(({ county_code, units, people }) => ({ county: county_code, units: units.split('\t'), people }));
}
