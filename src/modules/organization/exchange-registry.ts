import { chinaDate } from '#core/calendar';
import type { Session } from '#core/db';
import type { RegistryPort } from '#engines/exchange';
import type { KnownArea, KnownUnit } from '#engines/mapping';
import { findAllChanges, findArea, findSubtree } from './area-repository.ts';
import type { AreaChange } from './contract.ts';
import { resolveCode } from './resolve-code.ts';
import { findLock } from './year-repository.ts';

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
