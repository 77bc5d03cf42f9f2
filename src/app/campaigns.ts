import type { Gate } from '#core/access';
import type { Audit } from '#core/audit';
import type { Database } from '#core/db';
import type { Cases } from '#engines/cases';
import type { InstrumentLibrary, Sheets } from '#engines/instruments';
import { Campaigns } from '#modules/campaigns';
import type { Organization } from '#modules/organization';

/** Campaigns over the registry and the sheets; before `cases.start`. */
export function openCampaigns({
  organization,
  ...given
}: {
  readonly database: Database;
  readonly gate: Gate;
  readonly audit: Audit;
  readonly cases: Cases;
  readonly sheets: Sheets;
  readonly library: InstrumentLibrary;
  readonly organization: Organization;
  readonly now: () => Date;
}): Campaigns {
  return new Campaigns({
    ...given,
    registry: {
      area: async (code) => (await organization.areaWithPath(code)).area,
      countiesOf: (code) => organization.countiesOf(code),
      schools: async (area, stages) =>
        given.database.query(
          `SELECT county_code AS county, id, name, township_code AS township FROM unit
           WHERE county_code = ANY ($1::text[]) AND kind = 'school' AND closed_on IS NULL AND stages && $2::text[]
           ORDER BY county_code, id`,
          [await organization.countiesOf(area), stages],
        ),
      namesOf: (wanted) => organization.namesOf(wanted),
    },
  });
}
