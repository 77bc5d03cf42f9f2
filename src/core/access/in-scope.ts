import { type RawBuilder, sql } from 'kysely';
import { ancestorCodes } from '#core/codes';
import { prefixOf } from './area-nesting.ts';
import { codeRanges } from './code-ranges.ts';
import type { Scope, ScopePart } from './scope.ts';

/** The columns of a query by which rows belong to somewhere. */
export interface ScopeColumns {
  /** Holds the code of a county, or of an area above one. */
  readonly county: string;
  /** Holds a township's code or null; without it a grant for a township shows nothing. */
  readonly township?: string | undefined;
  /** Holds a school's id; without it a grant for one school shows nothing. */
  readonly unit?: string | undefined;
  /** An array of stages; without it a grant for some stages shows nothing. */
  readonly stages?: string | undefined;
}

const nowhere = sql<boolean>`false`;

/**
 * The SQL condition that keeps the rows of a scope.
 *
 * @example query.where(inScope(gate.scope(principal, 'organization.read'), { county: 'county_code', unit: 'id', stages: 'stages' }))
 */
export function inScope(scope: Scope, columns: ScopeColumns): RawBuilder<boolean> {
  if (scope.everything) return sql<boolean>`true`;
  const whole = scope.parts.filter(({ unit, stages }) => unit === undefined && stages === undefined);
  const narrow = scope.parts.filter((part) => !whole.includes(part));
  const conditions = [...wholeAreas(whole, columns), ...narrow.map((part) => narrowPart(part, columns))];
  return conditions.length === 0 ? nowhere : sql<boolean>`(${sql.join(conditions, sql` OR `)})`;
}

/** Counties and odd areas by one list; areas above by ranges of codes, so that many grants cost little more than one. */
function wholeAreas(parts: readonly ScopePart[], columns: ScopeColumns): RawBuilder<boolean>[] {
  const named = parts.filter(({ area }) => isWholeCode(area)).map(({ area }) => area);
  const codes = [...new Set([...named, ...parts.flatMap(({ odd }) => odd)])];
  const listed = codes.length === 0 ? [] : [sql<boolean>`${sql.ref(columns.county)} = ANY (${codes}::text[])`];
  const above = parts.map(({ area }) => area).filter((area) => !isWholeCode(area));
  const levels = Map.groupBy(above, (area) => prefixOf(area).length);
  return [
    ...listed,
    ...[...levels].flatMap(([length, areas]) =>
      areas.length === 1 || length === 9
        ? areas.map((area) => areaCondition(area, columns))
        : [oneOf(areas.map(prefixOf), columns)],
    ),
  ];
}

/**
 * Ranges say how many rows they hold, so a page keeps to the index; a call of `left()` tells the planner nothing.
 *
 * @remarks `~>=~` compares bytes whatever the collation. Of `octet_length() = 6` alone the planner expects one row in 200.
 */
function oneOf(prefixes: readonly string[], { county }: ScopeColumns): RawBuilder<boolean> {
  const column = sql.ref(county);
  const ranges = codeRanges(prefixes).map(
    ([from, before]) => sql<boolean>`(${column} ~>=~ ${from} AND ${column} ~<~ ${before})`,
  );
  return sql<boolean>`(${anyOf(ranges)} AND CASE octet_length(${column}) WHEN 6 THEN true ELSE false END)`;
}

/** A code that nothing but itself begins with, among counties. */
function isWholeCode(area: string): boolean {
  return area.length !== 9 && prefixOf(area) === area;
}

function areaCondition(area: string, { county, township }: ScopeColumns): RawBuilder<boolean> {
  if (area.length === 9) {
    return township === undefined
      ? nowhere
      : sql<boolean>`(${sql.ref(county)} = ${area.slice(0, 6)} AND ${sql.ref(township)} = ${area})`;
  }
  const prefix = prefixOf(area);
  if (prefix === area) return sql<boolean>`${sql.ref(county)} = ${area}`;
  if (prefix === '') return sql<boolean>`true`;
  return sql<boolean>`${sql.ref(county)} LIKE ${prefix.padEnd(6, '_')}`;
}

function narrowPart(part: ScopePart, columns: ScopeColumns): RawBuilder<boolean> {
  const { area, odd, unit, stages } = part;
  const conditions = [anyOf([areaCondition(area, columns), ...odd.map((code) => areaCondition(code, columns))])];
  if (unit !== undefined) {
    conditions.push(columns.unit === undefined ? nowhere : sql<boolean>`${sql.ref(columns.unit)} = ${unit}`);
  }
  if (stages !== undefined) {
    conditions.push(
      columns.stages === undefined ? nowhere : sql<boolean>`${sql.ref(columns.stages)} && ${[...stages]}::text[]`,
    );
  }
  return sql<boolean>`(${sql.join(conditions, sql` AND `)})`;
}

function anyOf(conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return sql<boolean>`(${sql.join([...conditions], sql` OR `)})`;
}

/** The same for a column that holds codes of areas of any level: those of the scope, and those on the way down to it. */
export function areaInScope(scope: Scope, column: string): RawBuilder<boolean> {
  if (scope.everything) return sql<boolean>`true`;
  const codes = new Set(scope.parts.flatMap(({ area }) => [area, ...ancestorCodes(area)]));
  const below = scope.parts.flatMap(({ area, odd, unit }) => (unit === undefined ? [area, ...odd] : []));
  const name = sql.ref(column);
  const conditions = [
    sql<boolean>`${name} = ANY (${[...codes, ...below]}::text[])`,
    ...below.map((area) => sql<boolean>`(length(${name}) IN (6, 9) AND starts_with(${name}, ${prefixOf(area)}))`),
  ];
  return anyOf(conditions);
}
