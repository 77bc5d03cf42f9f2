import { type RawBuilder, sql } from 'kysely';
import { inScope, type Scope } from '#core/access';
import type { Session } from '#core/db';
import type { LineRow } from './line-row.ts';

interface Tables {
  readonly ledger_line: LineRow;
}

/** Which lines are wanted; absent = all. */
export interface LineFilter {
  /** Text to be found in the school's name or identifier … */
  readonly q?: string | undefined;
  /** … or the items (`standard~indicator`) whose names hold it. */
  readonly items?: readonly string[] | undefined;
  readonly state?: LineRow['state'] | undefined;
  readonly progress?: 'unplanned' | 'planned' | 'underway' | 'accepted' | undefined;
  readonly family?: string | undefined;
  readonly stage?: string | undefined;
  readonly standard?: string | undefined;
  readonly unit?: string | undefined;
  readonly project?: string | undefined;
  readonly overdue?: boolean | undefined;
  readonly bottomLine?: boolean | undefined;
  readonly sort: 'due' | 'cost' | 'school' | 'opened';
}

export interface LinesAsked {
  readonly counties: readonly string[];
  /** A township narrows its county. */
  readonly township: string | null;
  readonly scope: Scope;
  readonly today: string;
  readonly filter: LineFilter;
}

/** The day by which an open line was due has passed. */
const overdue = (today: string) => sql<boolean>`(ledger_line.state = 'open' AND due_on < ${today}::date)`;

function matching({ counties, township, scope, today, filter }: LinesAsked): RawBuilder<boolean> {
  const { q, items } = filter;
  const like = `%${(q ?? '').replaceAll(/[\\%_]/g, '\\$&')}%`;
  const conditions: RawBuilder<boolean>[] = [
    sql<boolean>`county_code = ANY (${[...counties]}::text[])`,
    inScope(scope, { county: 'county_code', unit: 'unit_id', township: 'township_code' }),
  ];
  const equal = (column: string, value: string | boolean | undefined) => {
    if (value !== undefined) conditions.push(sql<boolean>`${sql.ref(column)} = ${value}`);
  };
  equal('township_code', township ?? undefined);
  equal('state', filter.state);
  equal('family', filter.family);
  equal('stage', filter.stage);
  equal('standard_id', filter.standard);
  equal('unit_id', filter.unit);
  equal('project_id', filter.project);
  equal('bottom_line', filter.bottomLine);
  if (filter.overdue !== undefined) conditions.push(sql<boolean>`${overdue(today)} = ${filter.overdue}`);
  if (filter.progress !== undefined) conditions.push(inProgress(filter.progress));
  if (q !== undefined && q !== '') {
    conditions.push(
      sql<boolean>`(unit_name ILIKE ${like} OR unit_id ILIKE ${like} OR owner ILIKE ${like}
        OR standard_id || '~' || indicator = ANY (${[...(items ?? [])]}::text[]))`,
    );
  }
  return sql<boolean>`(${sql.join(conditions, sql` AND `)})`;
}

function inProgress(progress: NonNullable<LineFilter['progress']>): RawBuilder<boolean> {
  return progress === 'unplanned'
    ? sql<boolean>`(state = 'open' AND project_id IS NULL)`
    : sql<boolean>`(state = 'open' AND project_state = ${progress})`;
}

const orders = {
  due: sql`bottom_line DESC, due_on, unit_name, id`,
  cost: sql`coalesce(own_cost_fen, cost_fen) DESC NULLS LAST, id`,
  school: sql`unit_name, id`,
  opened: sql`opened_at DESC, id`,
} as const;

/** A page of lines: open ones first. */
export function selectLines(
  session: Session,
  asked: LinesAsked,
  page: { readonly offset: number; readonly limit: number },
): Promise<readonly LineRow[]> {
  return session
    .tables<Tables>()
    .selectFrom('ledger_line')
    .selectAll()
    .where(matching(asked))
    .orderBy(sql`CASE state WHEN 'open' THEN 0 WHEN 'closed' THEN 1 ELSE 2 END`)
    .orderBy(orders[asked.filter.sort])
    .offset(page.offset)
    .limit(page.limit)
    .execute();
}

export interface CountRow {
  readonly county_code: string;
  readonly family: string;
  readonly lines: number;
  readonly open: number;
  readonly closed: number;
  readonly lapsed: number;
  readonly unplanned: number;
  readonly overdue: number;
  readonly bottom_line_open: number;
  readonly bottom_line_overdue: number;
  readonly reopened: number;
  readonly open_cost_fen: number;
  readonly without_cost: number;
}

const count = (condition: RawBuilder<boolean>) => sql<number>`count(*) FILTER (WHERE ${condition})::int`;

/** Lines counted by county and family. */
export function countLines(session: Session, asked: LinesAsked): Promise<readonly CountRow[]> {
  const isOpen = sql<boolean>`state = 'open'`;
  const late = overdue(asked.today);
  return session
    .tables<Tables>()
    .selectFrom('ledger_line')
    .select([
      'county_code',
      'family',
      sql<number>`count(*)::int`.as('lines'),
      count(isOpen).as('open'),
      count(sql<boolean>`state = 'closed'`).as('closed'),
      count(sql<boolean>`state = 'lapsed'`).as('lapsed'),
      count(sql<boolean>`state = 'open' AND project_id IS NULL`).as('unplanned'),
      count(late).as('overdue'),
      count(sql<boolean>`state = 'open' AND bottom_line`).as('bottom_line_open'),
      count(sql<boolean>`${late} AND bottom_line`).as('bottom_line_overdue'),
      count(sql<boolean>`state = 'open' AND reopened > 0`).as('reopened'),
      sql<number>`coalesce(sum(coalesce(own_cost_fen, cost_fen)) FILTER (WHERE ${isOpen}), 0)::bigint`.as(
        'open_cost_fen',
      ),
      count(sql<boolean>`state = 'open' AND coalesce(own_cost_fen, cost_fen) IS NULL`).as('without_cost'),
    ])
    .where(matching(asked))
    .groupBy(['county_code', 'family'])
    .orderBy('county_code')
    .orderBy('family')
    .execute();
}
