import { sql } from 'kysely';
import { areaInScope, inScope, type Reach, type Scope } from '#core/access';
import type { Session } from '#core/db';
import { findPath } from './area-repository.ts';
import { requireArea, requireSeen, scopeOf } from './area-service.ts';
import type { SearchHit } from './contract.ts';
import { type Tables, unitPlace } from './tables.ts';
import { matching } from './unit-repository.ts';
import { isIdentifier, readSearch } from './unit-search.ts';

export interface SearchQuestion {
  readonly q: string;
  readonly within?: string | undefined;
  readonly limit: number;
}

/** Which areas and which schools the person who searches may see. */
export interface Sight {
  readonly areas: Reach;
  readonly units: Scope;
}

/** Areas first, then schools; each kind by how early the text stands in the name. */
export async function search(
  session: Session,
  { q, within, limit }: SearchQuestion,
  seen: Sight,
): Promise<readonly SearchHit[]> {
  const areas = within === undefined ? await findAreas(session, q, Math.ceil(limit / 4), seen.areas) : [];
  const counties =
    within === undefined ? null : (await scopeOf(session, await requireSeen(session, within, seen.areas))).counties;
  const units = await findUnits(session, q, { counties, limit: limit - areas.length, seen: seen.units });
  return [...areas, ...units];
}

async function findAreas(session: Session, typed: string, limit: number, seen: Scope): Promise<readonly SearchHit[]> {
  const { identifierPattern, namePattern, pinyinPattern } = readSearch(typed);
  const rows = await session
    .tables<Tables>()
    .selectFrom('area')
    .select(['code', 'name', 'level'])
    .where('kind', '<>', 'pseudo')
    .where(areaInScope(seen, 'code'))
    .where(
      sql<boolean>`(name ILIKE ${namePattern} OR name_en ILIKE ${namePattern}
        OR ${identifierPattern}::text IS NOT NULL AND code LIKE ${identifierPattern}
        OR ${pinyinPattern}::text IS NOT NULL AND name_key ~ ${pinyinPattern})`,
    )
    .orderBy(
      sql`CASE level WHEN 'nation' THEN 0 WHEN 'province' THEN 1 WHEN 'city' THEN 2 WHEN 'county' THEN 3 ELSE 4 END`,
    )
    .orderBy(sql`length(name)`)
    .orderBy('code')
    .limit(limit)
    .execute();
  const hits: SearchHit[] = [];
  for (const { code, name } of rows) {
    hits.push({ kind: 'area', code, name, matched: null, path: [...(await findPath(session, code))] });
  }
  return hits;
}

async function findUnits(
  session: Session,
  typed: string,
  {
    counties,
    limit,
    seen,
  }: { readonly counties: readonly string[] | null; readonly limit: number; readonly seen: Scope },
): Promise<readonly SearchHit[]> {
  let query = session
    .tables<Tables>()
    .selectFrom('unit')
    .select(['id', 'county_code', 'name', 'former_names', 'identifier'])
    .where(matching(typed))
    .where(inScope(seen, unitPlace));
  if (counties !== null) {
    query = query.where(sql<boolean>`county_code = ANY (${counties})`);
  }
  const rows = await query
    .orderBy(sql`NOT name ILIKE ${readSearch(typed).namePattern}`)
    .orderBy(sql`length(name)`)
    .orderBy('county_code')
    .orderBy('id')
    .limit(limit)
    .execute();
  const hits: SearchHit[] = [];
  for (const row of rows) {
    const path = await findPath(session, row.county_code);
    const county = await requireArea(session, row.county_code);
    hits.push({
      kind: 'unit',
      code: row.id,
      name: row.name,
      matched: matchedName(typed, row),
      path: [...path, { code: county.code, name: county.name, level: county.level }],
    });
  }
  return hits;
}

/** What matched besides the name: a former name or the identifier. */
function matchedName(
  typed: string,
  row: {
    readonly id: string;
    readonly name: string;
    readonly former_names: readonly string[];
    readonly identifier: string | null;
  },
): string | null {
  const wanted = typed.trim().toLowerCase();
  if (row.name.toLowerCase().includes(wanted)) {
    return null;
  }
  const former = row.former_names.find((name) => name.toLowerCase().includes(wanted));
  return former ?? (isIdentifier(wanted) ? (row.identifier ?? row.id) : null);
}
