import type { Session } from '#core/db';
import type { ApplicationRow, Checked, ChildRow } from './model.ts';

export interface CheckFilter {
  readonly states: readonly Checked[];
  readonly after?: string | undefined;
  readonly limit?: number;
}

/** Children that were handed in, in the order of their ids, with their applications. */
export async function listChecking(
  session: Session,
  round: { readonly county: string; readonly id: string },
  { states, after, limit }: CheckFilter,
): Promise<readonly { readonly child: ChildRow; readonly application: ApplicationRow }[]> {
  const children = await session.query<ChildRow>(
    `SELECT * FROM admission_child WHERE county_code = $1 AND round_id = $2 AND is_claimed AND checked = ANY ($3::text[])
       AND ($4::text IS NULL OR id > $4) ORDER BY id LIMIT $5`,
    [round.county, round.id, states, after ?? null, limit ?? null],
  );
  const applications = await session.query<ApplicationRow>(
    'SELECT * FROM admission_application WHERE county_code = $1 AND round_id = $2 AND id = ANY ($3::text[])',
    [round.county, round.id, [...new Set(children.map(({ application_id }) => application_id))]],
  );
  const byId = new Map(applications.map((row) => [row.id, row]));
  return children.flatMap((child) => {
    const application = byId.get(child.application_id);
    return application === undefined ? [] : [{ child, application }];
  });
}

export interface RoundCounts {
  readonly drafts: number;
  readonly applications: number;
  readonly children: number;
  readonly unchecked: number;
  readonly doubtful: number;
  readonly confirmed: number;
  readonly refused: number;
}

/** How far the applications of a county's rounds are, by round. */
export async function countRounds(session: Session, county: string): Promise<ReadonlyMap<string, RoundCounts>> {
  const applications = await session.query<{ round: string; drafts: number; applications: number }>(
    `SELECT round_id AS round, (count(*) FILTER (WHERE state = 'draft'))::int AS drafts,
       (count(*) FILTER (WHERE state = 'submitted'))::int AS applications
     FROM admission_application WHERE county_code = $1 GROUP BY round_id`,
    [county],
  );
  const children = await session.query<{ round: string } & Omit<RoundCounts, 'drafts' | 'applications'>>(
    `SELECT round_id AS round, count(*)::int AS children,
       (count(*) FILTER (WHERE checked = 'none'))::int AS unchecked,
       (count(*) FILTER (WHERE checked IN ('doubtful', 'missing', 'refusalProposed')))::int AS doubtful,
       (count(*) FILTER (WHERE checked IN ('sure', 'confirmed')))::int AS confirmed,
       (count(*) FILTER (WHERE checked = 'refused'))::int AS refused
     FROM admission_child WHERE county_code = $1 AND is_claimed GROUP BY round_id`,
    [county],
  );
  const none: RoundCounts = {
    drafts: 0,
    applications: 0,
    children: 0,
    unchecked: 0,
    doubtful: 0,
    confirmed: 0,
    refused: 0,
  };
  const counts = new Map<string, RoundCounts>();
  for (const { round, ...n } of applications) counts.set(round, { ...none, ...n });
  for (const { round, ...n } of children) counts.set(round, { ...none, ...counts.get(round), ...n });
  return counts;
}

/** How many children named each school first. */
export function countFirstChoices(
  session: Session,
  county: string,
  round: string,
): Promise<readonly { readonly school: string; readonly n: number }[]> {
  return session.query(
    `SELECT choices[1] AS school, count(*)::int AS n FROM admission_child
     WHERE county_code = $1 AND round_id = $2 AND is_claimed AND cardinality(choices) > 0 GROUP BY choices[1]`,
    [county, round],
  );
}
