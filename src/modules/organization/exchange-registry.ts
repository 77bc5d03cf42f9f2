import { chinaDate } from '#core/calendar';
import { quoteName, type Session } from '#core/db';
import type { RegistryPort } from '#engines/exchange';
import type { KnownArea, KnownUnit } from '#engines/mapping';
import type { AttributeValue } from '#standards';
import { findAllChanges, findArea, findSubtree } from './area-repository.ts';
import type { AreaChange } from './contract.ts';
import { units } from './datasets/units.ts';
import { resolveCode } from './resolve-code.ts';
import { findLock } from './year-repository.ts';

interface SchoolRow {
  readonly county_code: string;
  readonly id: string;
  readonly kind: string;
  readonly stages: readonly string[];
  readonly closed: string | null;
  readonly [column: string]: AttributeValue | readonly string[];
}

function plainOf(value: AttributeValue | readonly string[] | undefined): AttributeValue {
  return value === undefined || typeof value === 'object' ? null : value;
}

/** What the exchange engine may ask the registry. */
export const exchangeRegistry: RegistryPort = {
  async areas(session) {
    const areas = await session.query<KnownArea>(
      `SELECT code, name, level, parent_code AS "parentCode" FROM area WHERE level <> 'township' AND kind <> 'pseudo'`,
    );
    return withFormerCodes(areas, await findAllChanges(session), chinaDate(new Date()));
  },
  async units(session, areaCode) {
    return session.query<KnownUnit>(
      'SELECT county_code AS "countyCode", id, name FROM unit WHERE county_code = ANY ($1::text[])',
      [await countiesOf(session, areaCode)],
    );
  },
  async schools(session, counties, fields) {
    const columns = fields.flatMap((field) => units.fields[field]?.column ?? []);
    const values = columns.map((column) => `, ${quoteName(column)}`).join('');
    const rows = await session.query<SchoolRow>(
      `SELECT county_code, id, kind, stages, closed_on::text AS closed${values} FROM unit WHERE county_code = ANY ($1::text[])`,
      [counties],
    );
    return rows.map(({ county_code, id, kind, stages, closed, ...rest }) => ({
      countyCode: county_code,
      unitId: id,
      kind,
      stages,
      closedOn: closed,
      values: Object.fromEntries(fields.map((field) => [field, plainOf(rest[units.fields[field]?.column ?? ''])])),
    }));
  },
  findLock,
};

async function countiesOf(session: Session, areaCode: string): Promise<readonly string[]> {
  const area = await findArea(session, areaCode);
  return area === undefined || area.level === 'county'
    ? [areaCode]
    : (await findSubtree(session, areaCode)).filter(({ level }) => level === 'county').map(({ code }) => code);
}

/** Gives each area the codes that lead to it alone; a code that was split is left for a person to decide. */
export function withFormerCodes(
  areas: readonly KnownArea[],
  changes: readonly AreaChange[],
  on: string,
): readonly KnownArea[] {
  const inForce = new Set(areas.map(({ code }) => code));
  const former = new Map<string, string[]>();
  for (const code of new Set(changes.map(({ from }) => from))) {
    const [current, ...others] = resolveCode(code, on, changes);
    if (!inForce.has(code) && current !== undefined && others.length === 0) {
      former.set(current, [...(former.get(current) ?? []), code]);
    }
  }
  return areas.map((area) => {
    const formerCodes = former.get(area.code);
    return formerCodes === undefined ? area : { ...area, formerCodes };
  });
}
