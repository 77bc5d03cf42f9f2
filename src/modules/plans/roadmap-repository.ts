import type { Session } from '#core/db';
import type { RoadmapRow } from './model.ts';

const columns =
  'county_code, standard_id, target_year, set_by_area, responsible, document, signed_on, recognised_on, changed_at, changed_by';

export function listRoadmap(
  session: Session,
  counties: readonly string[],
  standard: string,
): Promise<readonly RoadmapRow[]> {
  return session.query<RoadmapRow>(
    `SELECT ${columns} FROM roadmap_entry WHERE county_code = ANY ($1::text[]) AND standard_id = $2 ORDER BY county_code`,
    [counties, standard],
  );
}

export async function putRoadmapEntry(session: Session, row: RoadmapRow): Promise<void> {
  await session.query(
    `INSERT INTO roadmap_entry (${columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (county_code, standard_id) DO UPDATE SET target_year = excluded.target_year,
       set_by_area = excluded.set_by_area, responsible = excluded.responsible, document = excluded.document,
       signed_on = excluded.signed_on, recognised_on = excluded.recognised_on, changed_at = excluded.changed_at,
       changed_by = excluded.changed_by`,
    [
      row.county_code,
      row.standard_id,
      row.target_year,
      row.set_by_area,
      row.responsible,
      row.document,
      row.signed_on,
      row.recognised_on,
      row.changed_at,
      row.changed_by,
    ],
  );
}
