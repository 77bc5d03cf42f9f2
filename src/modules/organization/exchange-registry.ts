import type { Session } from '#core/db';
import type { RegistryPort } from '#engines/exchange';
import type { KnownArea, KnownUnit } from '#engines/mapping';
import { findArea, findSubtree } from './area-repository.ts';

/** What the exchange engine may ask the registry. */
export const exchangeRegistry: RegistryPort = {
  areas: (session) =>
    session.query<KnownArea>(
      `SELECT code, name, level, parent_code AS "parentCode" FROM area WHERE level <> 'township' AND kind <> 'pseudo'`,
    ),
  async units(session, areaCode) {
    return session.query<KnownUnit>(
      'SELECT county_code AS "countyCode", id, name FROM unit WHERE county_code = ANY ($1::text[])',
      [await countiesOf(session, areaCode)],
    );
  },
  lockedYears: (session, counties, schoolYears) =>
    session.query(
      `SELECT county_code AS "countyCode", year AS "schoolYear" FROM school_year
       WHERE county_code = ANY ($1::text[]) AND year = ANY ($2::int[]) AND state = 'locked' ORDER BY county_code, year`,
      [counties, schoolYears],
    ),
};

async function countiesOf(session: Session, areaCode: string): Promise<readonly string[]> {
  const area = await findArea(session, areaCode);
  return area === undefined || area.level === 'county'
    ? [areaCode]
    : (await findSubtree(session, areaCode)).filter(({ level }) => level === 'county').map(({ code }) => code);
}
