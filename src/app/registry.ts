import type { Unit } from '#contracts/organization';
import type { Database } from '#core/db';
import { listFingerprints } from '#core/files';
import { importStamp } from '#engines/exchange';
import { findSharedStaff } from '#engines/facts';
import type { Registry } from '#modules/balance';
import type { Organization } from '#modules/organization';

const pageSize = 1000;

/** The registry as balance asks for it. */
export function registryOver(database: Database, organization: Organization): Registry {
  return {
    area: (code) => organization.area(code),
    frame: (question) => organization.evaluationFrame(question),
    stamp: () => importStamp(database),
    unit: (area, unit) => organization.unit(area, unit),
    units: (area, q) => allUnits(organization, area, q),
    countyMiddles: async (area) => readMiddles(database, await organization.countiesOf(area)),
    townshipNames: async (area) => {
      const children = await organization.children(area);
      return new Map(children.filter(({ level }) => level === 'township').map(({ code, name }) => [code, name]));
    },
    refuseLocked: (counties, years) => organization.refuseLocked(counties, years),
    staffCountedTwice: async (area, schoolYear) =>
      findSharedStaff(database, await organization.countiesOf(area), schoolYear),
    evidencePhotos: async (area) => {
      const counties = await organization.countiesOf(area);
      return listFingerprints(database, counties.includes(area) ? counties : [area, ...counties]);
    },
  };
}

async function readMiddles(database: Database, counties: readonly string[]) {
  const rows = await database.query<{ county: string; lng: number; lat: number }>(
    `SELECT county_code AS county, avg(lng) AS lng, avg(lat) AS lat FROM unit
     WHERE county_code = ANY ($1::text[]) AND lng IS NOT NULL AND lat IS NOT NULL GROUP BY county_code`,
    [counties],
  );
  return new Map(rows.map(({ county, lng, lat }) => [county, { lng, lat }]));
}

async function allUnits(organization: Organization, area: string, q: string | undefined): Promise<readonly Unit[]> {
  const units: Unit[] = [];
  let cursor: string | undefined;
  do {
    const page = await organization.units(area, { limit: pageSize, sort: 'id', cursor, q });
    units.push(...page.rows);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return units;
}
