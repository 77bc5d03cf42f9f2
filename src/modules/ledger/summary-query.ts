import type { Session } from '#core/db';
import type { MonthMoves } from './terms.ts';

export type CountyMonth = MonthMoves & { readonly county: string };

/** What moved in each month of each county; months are those of China. */
export function movesByMonth(session: Session, counties: readonly string[]): Promise<readonly CountyMonth[]> {
  const count = (kind: string) => `count(*) FILTER (WHERE kind = '${kind}')::int`;
  return session.query<CountyMonth>(
    `SELECT county_code AS county, to_char(at AT TIME ZONE 'UTC' + interval '8 hours', 'YYYY-MM') AS month,
       ${count('opened')} AS opened, ${count('closed')} AS closed, ${count('reopened')} AS reopened,
       ${count('lapsed')} AS lapsed, ${count('accepted')} AS accepted
     FROM ledger_event
     WHERE county_code = ANY ($1::text[]) AND kind IN ('opened', 'closed', 'reopened', 'lapsed', 'accepted')
     GROUP BY 1, 2 ORDER BY 1, 2`,
    [counties],
  );
}

export interface TrackedRow {
  readonly county_code: string;
  readonly level: 'national' | 'provincial';
  readonly since: string;
  readonly basis: string;
}

/** Counties tracked on a day. */
export function trackedOn(session: Session, counties: readonly string[], day: string): Promise<readonly TrackedRow[]> {
  return session.query<TrackedRow>(
    `SELECT county_code, level, since, basis FROM ledger_tracked
     WHERE county_code = ANY ($1::text[]) AND since <= $2::date AND (until IS NULL OR until > $2::date)
     ORDER BY county_code, level`,
    [counties, day],
  );
}

export interface Tracking {
  readonly county: string;
  readonly level: 'national' | 'provincial';
  readonly basis: string;
  readonly by: string;
  readonly at: Date;
  readonly day: string;
}

/** Begins to track a county; one that is tracked already keeps its first day and gets the new basis. */
export async function beginTracking(session: Session, { county, level, basis, by, at, day }: Tracking): Promise<void> {
  const updated = await session.query(
    `UPDATE ledger_tracked SET basis = $3, by_person = $4, at = $5
     WHERE county_code = $1 AND level = $2 AND until IS NULL RETURNING since`,
    [county, level, basis, by, at],
  );
  if (updated.length > 0) return;
  await session.query(
    `INSERT INTO ledger_tracked (county_code, level, since, basis, by_person, at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (county_code, level, since) DO UPDATE SET until = NULL, basis = excluded.basis,
       by_person = excluded.by_person, at = excluded.at`,
    [county, level, day, basis, by, at],
  );
}

export async function endTracking(session: Session, { county, level, by, at, day }: Tracking): Promise<void> {
  await session.query(
    `UPDATE ledger_tracked SET until = $3, by_person = $4, at = $5
     WHERE county_code = $1 AND level = $2 AND until IS NULL`,
    [county, level, day, by, at],
  );
}

/** Open lines by who answers for them: the person or office named, or the family's own where nobody is. */
export function owedBy(
  session: Session,
  counties: readonly string[],
  today: string,
): Promise<
  readonly {
    readonly owner: string | null;
    readonly family: string;
    readonly open: number;
    readonly overdue: number;
    readonly cost_fen: number;
  }[]
> {
  return session.query(
    `SELECT owner, family, count(*)::int AS open, count(*) FILTER (WHERE due_on < $2::date)::int AS overdue,
       coalesce(sum(coalesce(own_cost_fen, cost_fen)), 0)::bigint AS cost_fen
     FROM ledger_line WHERE county_code = ANY ($1::text[]) AND state = 'open' GROUP BY owner, family`,
    [counties, today],
  );
}

export interface LateRow {
  readonly county_code: string;
  readonly project_id: string;
  readonly title: string;
  /** A milestone's title; null = the project itself. */
  readonly what: string | null;
  readonly due_on: string;
}

/** Milestones, and projects as a whole, that are past their day. */
export function lateProjects(
  session: Session,
  counties: readonly string[],
  today: string,
): Promise<readonly LateRow[]> {
  return session.query<LateRow>(
    `SELECT p.county_code, p.id AS project_id, p.title, m.title AS what, m.due_on
     FROM ledger_milestone m JOIN ledger_project p ON p.county_code = m.county_code AND p.id = m.project_id
     WHERE m.county_code = ANY ($1::text[]) AND m.done_on IS NULL AND m.due_on < $2::date
       AND p.state NOT IN ('accepted', 'cancelled')
     UNION ALL
     SELECT county_code, id, title, NULL, finish_on FROM ledger_project
     WHERE county_code = ANY ($1::text[]) AND finish_on < $2::date AND state NOT IN ('accepted', 'cancelled')
     ORDER BY 5, 1, 2`,
    [counties, today],
  );
}

/** What was paid between two days. */
export async function paidBetween(
  session: Session,
  counties: readonly string[],
  from: string,
  to: string,
): Promise<number> {
  const [row] = await session.query<{ fen: number }>(
    `SELECT coalesce(sum(amount_fen), 0)::bigint AS fen FROM ledger_outlay
     WHERE county_code = ANY ($1::text[]) AND kind = 'payment' AND on_day >= $2::date AND on_day < $3::date`,
    [counties, from, to],
  );
  return row?.fen ?? 0;
}
