import { type RawBuilder, sql } from 'kysely';
import { inScope, type Principal, type Scope } from '#core/access';
import { chinaDate, type PlainDate } from '#core/calendar';
import type { Session } from '#core/db';
import type { CurrentRow } from './case-rows.ts';
import type { KindDeclaration } from './declaration.ts';
import type { Tools } from './parts.ts';

export interface CaseFilter {
  readonly kind?: string | undefined;
  readonly state?: string | undefined;
  /** `overdue`: the due day has passed. `soon`: it is today or within the next seven days. */
  readonly due?: 'overdue' | 'soon' | undefined;
  /** Only what is in one's own hands. */
  readonly mine?: boolean | undefined;
  /** An area with everything below it. */
  readonly area?: string | undefined;
  readonly unit?: string | undefined;
  readonly about?: { readonly kind: string; readonly id?: string | undefined } | undefined;
  readonly open?: boolean | undefined;
  /** Part of the title. */
  readonly q?: string | undefined;
  readonly limit?: number | undefined;
  /** Where the page before ended: the keys of its last row. */
  readonly after?: { readonly dueOn: PlainDate | null; readonly county: string; readonly id: string } | undefined;
}

interface CaseTables {
  readonly case_current: CurrentRow;
}

export interface QueueCount {
  readonly kind: string;
  readonly waiting: number;
  readonly overdue: number;
}

const longest = 200;
/** Rows without a due day come last. */
const noDay: PlainDate = '9999-12-31';

/** What waits for somebody: cases whose state asks for something they may do, that are in nobody else's hands. */
export async function listQueue(
  tools: Tools,
  session: Session,
  by: Principal,
  filter: CaseFilter,
): Promise<readonly CurrentRow[]> {
  return page(session, sql`${waitingFor(tools, by)} AND ${chosen(filter, chinaDate(tools.now()), by)}`, filter);
}

/** How many wait, by kind, and how many of them are overdue. */
export async function countQueue(tools: Tools, session: Session, by: Principal): Promise<readonly QueueCount[]> {
  const today = chinaDate(tools.now());
  const counted = sql<QueueCount>`SELECT kind, count(*)::int AS waiting, (count(*) FILTER (WHERE due_on < ${today}))::int AS overdue
    FROM case_current WHERE ${waitingFor(tools, by)} GROUP BY kind ORDER BY kind`;
  return (await counted.execute(session.tables<CaseTables>())).rows;
}

/** Every case somebody may see. */
export async function listCases(
  tools: Tools,
  session: Session,
  by: Principal,
  filter: CaseFilter,
): Promise<readonly CurrentRow[]> {
  return page(session, sql`${visibleTo(tools, by)} AND ${chosen(filter, chinaDate(tools.now()), by)}`, filter);
}

async function page(
  session: Session,
  condition: RawBuilder<unknown>,
  { limit = 50 }: CaseFilter,
): Promise<readonly CurrentRow[]> {
  // The keys first: they are chosen and ordered in the index alone.
  const asked = sql<CurrentRow>`WITH chosen AS (
      SELECT county_code, case_id, coalesce(due_on, ${noDay}) AS day FROM case_current WHERE ${condition}
      ORDER BY day, county_code, case_id LIMIT ${Math.min(limit, longest)})
    SELECT case_current.* FROM chosen JOIN case_current USING (county_code, case_id) ORDER BY day, county_code, case_id`;
  return (await asked.execute(session.tables<CaseTables>())).rows;
}

/** Where cases wait for something that needs a permission: kind, edition and state, by permission. */
function waitingPlaces(editions: readonly KindDeclaration[]): ReadonlyMap<string, readonly RawBuilder<unknown>[]> {
  const places = editions.flatMap(({ kind, version, states, actions }) =>
    Object.entries(states).flatMap(([state, { asks }]) =>
      [...new Set(asks.flatMap((name) => actions[name]?.permission ?? []))].map((permission) => ({
        permission,
        place: sql`(${kind}, ${version}::int, ${state})`,
      })),
    ),
  );
  const grouped = Map.groupBy(places, ({ permission }) => permission);
  return new Map([...grouped].map(([permission, found]) => [permission, found.map(({ place }) => place)]));
}

function waitingFor({ gate, library }: Tools, by: Principal): RawBuilder<boolean> {
  const conditions = [...waitingPlaces(library.editions())].map(
    ([permission, places]) =>
      sql<boolean>`((kind, version, state) IN (${sql.join(places)}) AND ${within(gate.scope(by, permission))})`,
  );
  return sql<boolean>`${anyOf(conditions)} AND NOT is_final AND (assignee IS NULL OR assignee = ${by.id}) AND NOT (${by.id} = ANY (barred))`;
}

function visibleTo({ gate, library }: Tools, by: Principal): RawBuilder<boolean> {
  const conditions = library
    .editions()
    .map(
      ({ kind, version, read }) =>
        sql<boolean>`(kind = ${kind} AND version = ${version} AND ${within(gate.scope(by, read))})`,
    );
  return anyOf(conditions);
}

function within(scope: Scope): RawBuilder<boolean> {
  return inScope(scope, { county: 'county_code', township: 'area_code', unit: 'unit_id' });
}

function anyOf(conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return conditions.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(conditions, sql` OR `)})`;
}

function chosen(filter: CaseFilter, today: PlainDate, by: Principal): RawBuilder<boolean> {
  const { kind, state, due, mine, area, unit, about, open, q, after } = filter;
  const conditions: RawBuilder<boolean>[] = [sql<boolean>`true`];
  if (kind !== undefined) conditions.push(sql`kind = ${kind}`);
  if (state !== undefined) conditions.push(sql`state = ${state}`);
  if (due === 'overdue') conditions.push(sql`due_on < ${today}`);
  if (due === 'soon') conditions.push(sql`due_on >= ${today} AND due_on <= ${weekAfter(today)}`);
  if (mine === true) conditions.push(sql`assignee = ${by.id}`);
  if (area !== undefined) conditions.push(within({ everything: false, parts: [{ area, odd: [] }] }));
  if (unit !== undefined) conditions.push(sql`unit_id = ${unit}`);
  if (about !== undefined) conditions.push(sql`about_kind = ${about.kind}`);
  if (about?.id !== undefined) conditions.push(sql`about_id = ${about.id}`);
  if (open !== undefined) conditions.push(open ? sql`NOT is_final` : sql`is_final`);
  if (q !== undefined && q !== '') conditions.push(sql`title ILIKE ${`%${q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`}`);
  if (after !== undefined) {
    conditions.push(
      sql`(coalesce(due_on, ${noDay}), county_code, case_id) > (${after.dueOn ?? noDay}, ${after.county}, ${after.id})`,
    );
  }
  return sql<boolean>`${sql.join(conditions, sql` AND `)}`;
}

function weekAfter(day: PlainDate): PlainDate {
  return chinaDate(new Date(Date.parse(`${day}T00:00:00Z`) + 7 * 86_400_000));
}
