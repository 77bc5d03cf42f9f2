import { type SelectQueryBuilder, sql } from 'kysely';
import { inScope, type Scope } from '#core/access';
import type { Session } from '#core/db';
import type { Unit, UnitsQuery } from './contract.ts';
import { type Tables, unitPlace } from './tables.ts';
import { type UnitRow, unitColumns, unitOf } from './unit-row.ts';
import { readSearch } from './unit-search.ts';

type UnitQuery = SelectQueryBuilder<Tables, 'unit', object>;

/** Where units are looked for: counties, and within one of them perhaps a township. */
export interface UnitScope {
  readonly counties: readonly string[];
  readonly township: string | null;
  /** Which of them exist for who asks; absent = all. */
  readonly seen?: Scope | undefined;
}

export interface UnitFilter extends Omit<UnitsQuery, 'cursor' | 'limit' | 'sort' | 'submitted' | 'year'> {
  /** Units with (`yes`) or without (`no`) a fact in this school year. */
  readonly submission?: { readonly year: number; readonly submitted: 'yes' | 'no' } | undefined;
}

export async function countFiltered(session: Session, scope: UnitScope, filter: UnitFilter): Promise<number> {
  const row = await filtered(session, scope, filter)
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** A page of units after the given sort keys, in the order of name or of identifier. */
export async function findUnits(
  session: Session,
  scope: UnitScope,
  filter: UnitFilter,
  page: {
    readonly sort: 'name' | 'id';
    readonly after: readonly [string, string, string] | null;
    readonly limit: number;
  },
): Promise<readonly { readonly unit: Unit; readonly nameKey: string }[]> {
  const key = page.sort === 'name' ? sql<string>`name_key` : sql<string>`id`;
  let query = filtered(session, scope, filter)
    .select([...unitColumns, 'name_key'])
    .orderBy(key)
    .orderBy('county_code')
    .orderBy('id')
    .limit(page.limit);
  if (page.after !== null) {
    const [sortKey, county, id] = page.after;
    query = query.where(sql<boolean>`(${key}, county_code, id) > (${sortKey}, ${county}, ${id})`);
  }
  return (await query.execute()).map((row) => ({ unit: unitOf(row), nameKey: row.name_key }));
}

export async function findUnit(
  session: Session,
  counties: readonly string[],
  id: string,
): Promise<UnitRow | undefined> {
  return session
    .tables<Tables>()
    .selectFrom('unit')
    .select(unitColumns)
    .where(sql<boolean>`county_code = ANY (${counties})`)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Campuses and teaching points of the unit, its parent, and units of the same legal person. */
export async function findRelated(session: Session, unit: UnitRow): Promise<readonly Unit[]> {
  const rows = await session
    .tables<Tables>()
    .selectFrom('unit')
    .select(unitColumns)
    .where('county_code', '=', unit.county_code)
    .where('id', '<>', unit.id)
    .where((where) =>
      where.or([
        where('parent_unit_id', '=', unit.id),
        ...(unit.parent_unit_id === null ? [] : [where('id', '=', unit.parent_unit_id)]),
        ...(unit.legal_person_id === null ? [] : [where('legal_person_id', '=', unit.legal_person_id)]),
      ]),
    )
    .orderBy('name_key')
    .execute();
  return rows.map(unitOf);
}

function filtered(session: Session, scope: UnitScope, filter: UnitFilter): UnitQuery {
  let query: UnitQuery = session
    .tables<Tables>()
    .selectFrom('unit')
    .where(sql<boolean>`county_code = ANY (${scope.counties})`);
  if (scope.township !== null) {
    query = query.where('township_code', '=', scope.township);
  }
  if (scope.seen !== undefined) {
    query = query.where(inScope(scope.seen, unitPlace));
  }
  if (filter.stage !== undefined) {
    query = query.where(sql<boolean>`${filter.stage} = ANY (stages)`);
  }
  for (const [column, value] of [
    ['kind', filter.kind],
    ['category', filter.category],
    ['ownership', filter.ownership],
    ['urban_rural', filter.urbanRural],
  ] as const) {
    if (value !== undefined) {
      query = query.where(column, '=', value);
    }
  }
  if (filter.submission !== undefined) {
    const has = sql<boolean>`EXISTS (SELECT 1 FROM fact WHERE fact.county_code = unit.county_code
      AND fact.school_year = ${filter.submission.year} AND fact.unit_id = unit.id)`;
    query = query.where(filter.submission.submitted === 'yes' ? has : sql<boolean>`NOT ${has}`);
  }
  return filter.q === undefined || filter.q.trim() === '' ? query : query.where(matching(filter.q));
}

/** Whether a unit answers to a typed text. */
export function matching(typed: string) {
  const search = readSearch(typed);
  return sql<boolean>`(name ILIKE ${search.namePattern}
    OR EXISTS (SELECT 1 FROM unnest(former_names) AS former WHERE former ILIKE ${search.namePattern})
    OR ${search.identifierPattern}::text IS NOT NULL AND (id LIKE ${search.identifierPattern} OR identifier LIKE ${search.identifierPattern})
    OR ${search.pinyinPattern}::text IS NOT NULL AND name_key ~ ${search.pinyinPattern})`;
}
