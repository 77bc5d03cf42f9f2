import type { Session } from '#core/db';

/** Sheets that schools were given to answer themselves, by month of China (`2026-11`). */
export interface SheetCount {
  readonly instrument: string;
  readonly month: string;
  readonly count: number;
}

export interface SheetsOf {
  readonly counties: readonly string[];
  /** One school only. */
  readonly unit?: string | undefined;
  readonly since: Date;
}

/** How many sheets about themselves schools were given, by instrument and month. */
export function countSheetsGiven(
  session: Session,
  { counties, unit, since }: SheetsOf,
): Promise<readonly SheetCount[]> {
  return session.query<SheetCount>(
    `SELECT instrument, to_char((opened_at + interval '8 hours') AT TIME ZONE 'UTC', 'YYYY-MM') AS month,
       count(*)::int AS count
     FROM answer_sheet WHERE county_code = ANY ($1::text[]) AND side = 'self' AND unit_id <> ''
       AND ($2::text IS NULL OR unit_id = $2) AND opened_at >= $3
     GROUP BY 1, 2 ORDER BY 1, 2`,
    [counties, unit ?? null, since],
  );
}
