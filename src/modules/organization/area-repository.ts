import { type Selectable, sql } from 'kysely';
import { inScope, type Scope } from '#core/access';
import type { Session } from '#core/db';
import type { Area, AreaChange, AreaRef, AreaRow } from './contract.ts';
import { type Tables, unitPlace } from './tables.ts';

interface Row {
  readonly code: string;
  readonly level: Area['level'];
  readonly kind: Area['kind'];
  readonly parent_code: string | null;
  readonly name: string;
  readonly name_en: string | null;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
}

const columns = ['code', 'level', 'kind', 'parent_code', 'name', 'name_en', 'valid_from', 'valid_to'] as const;

export async function findArea(session: Session, code: string): Promise<Area | undefined> {
  const row = await session
    .tables<Tables>()
    .selectFrom('area')
    .select(columns)
    .where('code', '=', code)
    .executeTakeFirst();
  return row && areaOf(row);
}

/** The areas above, nation first, without the area itself. */
export async function findPath(session: Session, code: string): Promise<readonly AreaRef[]> {
  const rows = await session.query<AreaRef & { depth: number }>(
    `WITH RECURSIVE above AS (
       SELECT p.code, p.name, p.level, p.parent_code, 1 AS depth FROM area a JOIN area p ON p.code = a.parent_code WHERE a.code = $1
       UNION ALL SELECT p.code, p.name, p.level, p.parent_code, above.depth + 1 FROM above JOIN area p ON p.code = above.parent_code)
     SELECT code, name, level, depth FROM above ORDER BY depth DESC`,
    [code],
  );
  return rows.map(({ code: above, name, level }) => ({ code: above, name, level }));
}

/** Areas whose code does not begin like the one above them: development zones, districts of a foreign register. */
export async function findOddAreas(session: Session): Promise<ReadonlyMap<string, string>> {
  const rows = await session
    .tables<Tables>()
    .selectFrom('area')
    .select(['code', 'parent_code'])
    .where('kind', 'in', ['development-zone', 'local'])
    .where(sql<boolean>`NOT (length(code) IN (6, 9) AND starts_with(code, regexp_replace(parent_code, '(00)+$', '')))`)
    .execute();
  return new Map(rows.flatMap(({ code, parent_code }) => (parent_code === null ? [] : [[code, parent_code]])));
}

/** The area and everything below it down to counties, parents first. */
export async function findSubtree(session: Session, code: string): Promise<readonly Area[]> {
  const rows = await session.query<Row>(
    `WITH RECURSIVE below AS (
       SELECT area.*, 0 AS depth FROM area WHERE code = $1
       UNION ALL SELECT area.*, below.depth + 1 FROM below JOIN area ON area.parent_code = below.code
       WHERE area.level <> 'township')
     SELECT * FROM below ORDER BY depth, code`,
    [code],
  );
  return rows.map(areaOf);
}

/** How many units of a scope stand in each county of these; counties without any are absent. */
export async function countUnits(
  session: Session,
  counties: readonly string[],
  seen: Scope,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ county_code: string; units: number }>`
    SELECT county_code, count(*) AS units FROM unit
    WHERE county_code = ANY (${counties}::text[]) AND ${inScope(seen, unitPlace)} GROUP BY county_code`.execute(
    session.tables<Tables>(),
  );
  return new Map(rows.map(({ county_code, units }) => [county_code, units]));
}

/** The rows below an area in the order people expect: by code, a foreign register's districts by name. Units are those of the scope. */
export async function findChildren(session: Session, parent: Area, seen: Scope): Promise<readonly AreaRow[]> {
  const children = await session.query<Row & { has_children: boolean }>(
    `SELECT area.*, EXISTS (SELECT 1 FROM area c WHERE c.parent_code = area.code) AS has_children
     FROM area WHERE parent_code = $1 ORDER BY kind = 'local', CASE kind WHEN 'local' THEN name_key ELSE '' END, code`,
    [parent.code],
  );
  const units =
    parent.level === 'county'
      ? await countByTownship(session, parent.code, seen)
      : await countByChild(session, parent.code, seen);
  return children.map((row) => ({ ...areaOf(row), hasChildren: row.has_children, units: units.get(row.code) ?? 0 }));
}

async function countByTownship(session: Session, county: string, seen: Scope): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ code: string; units: number }>`
    SELECT township_code AS code, count(*) AS units FROM unit
    WHERE county_code = ${county} AND township_code IS NOT NULL AND ${inScope(seen, unitPlace)} GROUP BY 1`.execute(
    session.tables<Tables>(),
  );
  return new Map(rows.map(({ code, units }) => [code, units]));
}

async function countByChild(session: Session, parent: string, seen: Scope): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ code: string; units: number }>`
    WITH RECURSIVE below AS (
       SELECT code, code AS root FROM area WHERE parent_code = ${parent}
       UNION ALL SELECT area.code, below.root FROM below JOIN area ON area.parent_code = below.code WHERE area.level <> 'township'),
     counted AS (SELECT county_code, count(*) AS units FROM unit WHERE ${inScope(seen, unitPlace)} GROUP BY county_code)
     SELECT below.root AS code, sum(counted.units)::bigint AS units FROM below
     JOIN counted ON counted.county_code = below.code GROUP BY 1`.execute(session.tables<Tables>());
  return new Map(rows.map(({ code, units }) => [code, units]));
}

export async function findChanges(session: Session, codes: readonly string[]): Promise<readonly AreaChange[]> {
  const rows = await changesQuery(session)
    .where((where) => where.or([where('from_code', 'in', [...codes]), where('to_code', 'in', [...codes])]))
    .execute();
  return rows.map(changeOf);
}

export async function findAllChanges(session: Session): Promise<readonly AreaChange[]> {
  return (await changesQuery(session).execute()).map(changeOf);
}

function changesQuery(session: Session) {
  return session
    .tables<Tables>()
    .selectFrom('area_change')
    .selectAll()
    .orderBy('changed_on')
    .orderBy('from_code')
    .orderBy('to_code');
}

function changeOf(row: Selectable<Tables['area_change']>): AreaChange {
  return { from: row.from_code, to: row.to_code, changedOn: row.changed_on, kind: row.kind, note: row.note };
}

export async function findRefs(session: Session, codes: readonly string[]): Promise<readonly AreaRef[]> {
  return codes.length === 0
    ? []
    : session
        .tables<Tables>()
        .selectFrom('area')
        .select(['code', 'name', 'level'])
        .where('code', 'in', [...codes])
        .execute();
}

function areaOf(row: Row): Area {
  return {
    code: row.code,
    name: row.name,
    level: row.level,
    kind: row.kind,
    parent: row.parent_code,
    nameEn: row.name_en,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  };
}
