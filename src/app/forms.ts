import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Gate } from '#core/access';
import type { Database, Session } from '#core/db';
import type { Cases } from '#engines/cases';
import { countSheetsGiven, type InstrumentLibrary } from '#engines/instruments';
import { Forms, readFormPolicy, type SchoolGroup } from '#modules/forms';
import { type Organization, registryDatasets } from '#modules/organization';
import type { Plans } from '#modules/plans';
import type { Dictionary } from '#standards';
import { policiesFolder } from './places.ts';

/** The register of forms over the registry, the instruments and the dictionary; before `cases.start`. */
export async function openForms({
  organization,
  plans,
  ...given
}: {
  readonly database: Database;
  readonly gate: Gate;
  readonly cases: Cases;
  readonly organization: Organization;
  readonly plans: Plans;
  readonly library: InstrumentLibrary;
  readonly dictionary: Dictionary;
  readonly now: () => Date;
}): Promise<Forms> {
  const policy = readFormPolicy(await readFile(path.join(policiesFolder, 'forms.yaml'), 'utf8'));
  return new Forms({
    ...given,
    policy,
    registry: {
      area: (code) => organization.areaWithPath(code),
      upFrom,
      countiesOf: (code) => organization.countiesOf(code),
      areaNames: async (codes) => (await organization.namesOf({ areas: codes, units: [] })).areas,
      unit: async (area, id) => {
        const { unit } = await organization.unit(area, id);
        return { name: unit.name, stages: unit.stages, groups: await countSchools(given.database, [unit.county], id) };
      },
      schools: (counties) => countSchools(given.database, counties),
    },
    sheetsGiven: countSheetsGiven,
    datasets: registryDatasets,
    departments: new Map(plans.catalogue().departments.map((one) => [one.id, one])),
  });
}

async function upFrom(session: Session, code: string): Promise<readonly string[]> {
  const [row] = await session.query<{ parent: string | null }>(
    'SELECT parent_code AS parent FROM area WHERE code = $1',
    [code],
  );
  const parent = row?.parent ?? null;
  return parent === null ? [code] : [code, ...(await upFrom(session, parent))];
}

function countSchools(
  database: Database,
  counties: readonly string[],
  unit: string | null = null,
): Promise<readonly SchoolGroup[]> {
  return database.query<SchoolGroup>(
    `SELECT county_code AS county, stages, opened_on AS "openedOn", closed_on AS "closedOn", count(*)::int AS count
     FROM unit WHERE county_code = ANY ($1::text[]) AND kind = 'school' AND ($2::text IS NULL OR id = $2)
     GROUP BY county_code, stages, opened_on, closed_on`,
    [counties, unit],
  );
}
