import type { Session } from '#core/db';
import type { Found } from './compare-levels.ts';

interface Row {
  readonly level: Found['level'];
  readonly item: string;
  readonly value: Found['value'];
  readonly verdict: Found['verdict'];
  readonly note: string;
  readonly by_person: string;
  readonly at: Date;
}

export async function listFindings(session: Session, county: string, id: string): Promise<readonly Found[]> {
  const rows = await session.query<Row>(
    `SELECT level, item, value, verdict, note, by_person, at FROM recognition_finding
     WHERE county_code = $1 AND case_id = $2 ORDER BY item, level`,
    [county, id],
  );
  return rows.map(({ by_person, ...rest }) => ({ ...rest, by: by_person }));
}

export async function putFinding(
  session: Session,
  county: string,
  id: string,
  unit: string,
  found: Found,
): Promise<void> {
  await session.query(
    `INSERT INTO recognition_finding (county_code, case_id, level, item, unit_id, value, verdict, note, by_person, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (county_code, case_id, level, item) DO UPDATE SET value = excluded.value, verdict = excluded.verdict,
       note = excluded.note, by_person = excluded.by_person, at = excluded.at`,
    [
      county,
      id,
      found.level,
      found.item,
      unit,
      JSON.stringify(found.value),
      found.verdict,
      found.note,
      found.by,
      found.at,
    ],
  );
}
