import type { Session } from '#core/db';
import type { ExplainedResult } from './explain-result.ts';

export interface ResultRow {
  readonly child_id: string;
  readonly edition: number;
  readonly how: 'choice' | 'placed' | 'none' | 'corrected';
  readonly school: string | null;
  readonly choice: number | null;
  readonly seat_group: string | null;
  readonly explained: Pick<ExplainedResult, 'number' | 'rank' | 'of' | 'higher'>;
  readonly reason: string;
}

/** Copies the results of an edition, however many. */
export async function addResults(
  session: Session,
  round: { readonly county: string; readonly id: string },
  rows: readonly ResultRow[],
): Promise<void> {
  await session.copyIn(
    {
      table: 'admission_result',
      columns: [
        'county_code',
        'round_id',
        'child_id',
        'edition',
        'how',
        'school',
        'choice',
        'seat_group',
        'explained',
        'reason',
      ],
    },
    rows.map((row) => [
      round.county,
      round.id,
      row.child_id,
      row.edition,
      row.how,
      row.school,
      row.choice,
      row.seat_group,
      JSON.stringify(row.explained),
      row.reason,
    ]),
  );
}

/** Where these children stand now: of each the newest edition. */
export async function newestResults(
  session: Session,
  round: { readonly county: string; readonly id: string },
  children?: readonly string[],
): Promise<ReadonlyMap<string, ResultRow>> {
  const rows = await session.query<ResultRow>(
    `SELECT DISTINCT ON (child_id) child_id, edition, how, school, choice, seat_group, explained, reason
     FROM admission_result WHERE county_code = $1 AND round_id = $2 AND ($3::text[] IS NULL OR child_id = ANY ($3::text[]))
     ORDER BY child_id, edition DESC`,
    [round.county, round.id, children ?? null],
  );
  return new Map(rows.map((row) => [row.child_id, row]));
}

export interface ResultCount {
  readonly how: ResultRow['how'];
  readonly school: string | null;
  readonly choice: number | null;
  readonly n: number;
}

/** How many were placed where and by which choice. */
export function countResults(session: Session, county: string, round: string): Promise<readonly ResultCount[]> {
  return session.query<ResultCount>(
    `SELECT how, school, choice, count(*)::int AS n FROM (
       SELECT DISTINCT ON (child_id) child_id, how, school, choice FROM admission_result
       WHERE county_code = $1 AND round_id = $2 ORDER BY child_id, edition DESC) newest
     GROUP BY how, school, choice`,
    [county, round],
  );
}
