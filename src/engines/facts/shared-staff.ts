import type { Session } from '#core/db';

/** People whose staff rows stand in the same two or more units, of one county or of several. Who they are is not told. */
export interface SharedStaff {
  readonly places: readonly { readonly county: string; readonly unit: string }[];
  readonly people: number;
}

/** Full-time teachers who are counted in more than one unit of these counties, by the units that share them. */
export async function findSharedStaff(
  session: Session,
  counties: readonly string[],
  schoolYear: number,
): Promise<readonly SharedStaff[]> {
  const rows = await session.query<{ places: string; people: number }>(
    `SELECT places, count(*)::int AS people FROM (
       SELECT id, string_agg(county_code || E'\\n' || unit_id, E'\\t' ORDER BY county_code, unit_id) AS places FROM staff
       WHERE county_code = ANY ($1::text[]) AND school_year = $2 AND role = 'teacher' AND full_time
       GROUP BY id HAVING count(*) > 1) AS shared
     GROUP BY places ORDER BY places`,
    [counties, schoolYear],
  );
  return rows.map(({ places, people }) => ({
    places: places.split('\t').map((place) => {
      const [county = '', unit = ''] = place.split('\n');
      return { county, unit };
    }),
    people,
  }));
}
