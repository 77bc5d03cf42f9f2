import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Gate } from '#core/access';
import type { Audit } from '#core/audit';
import type { Database } from '#core/db';
import type { Jobs } from '#core/jobs';
import type { Personal } from '#core/personal';
import type { Cases } from '#engines/cases';
import { Admission, placingJobName, readLaw } from '#modules/admission';
import type { Organization } from '#modules/organization';
import { policiesFolder } from './places.ts';

/** Admission over the registry and the shipped rules; before `cases.start`. */
export async function openAdmission({
  organization,
  jobs,
  ...doors
}: {
  readonly database: Database;
  readonly gate: Gate;
  readonly cases: Cases;
  readonly audit: Audit;
  readonly personal: Personal;
  readonly organization: Organization;
  readonly jobs: () => Jobs;
  readonly now: () => Date;
}): Promise<Admission> {
  const law = readLaw(await readFile(path.join(policiesFolder, 'admission-law.yaml'), 'utf8'));
  return new Admission({
    ...doors,
    law,
    shipped: await shippedRules(),
    registry: {
      area: async (code) => {
        const { area } = await organization.areaWithPath(code);
        return { code: area.code, name: area.name };
      },
      schools: (county, units) => openSchools(doors.database, county, units),
    },
    startPlacing: async ({ area, round }, by) => (await jobs().start(placingJobName, { area, round }, by)).id,
  });
}

/** Every rule file of a county, `areas/<code>/admission-*.yaml`, in order of path. */
async function shippedRules() {
  const names: string[] = [];
  for await (const name of glob('areas/*/admission-*.yaml', { cwd: policiesFolder })) names.push(name);
  return Promise.all(
    names.sort().map(async (name) => ({
      file: name.replaceAll(path.sep, '/'),
      // A checkout may carry Windows line ends; the hash of the rules must not.
      text: (await readFile(path.join(policiesFolder, name), 'utf8')).replaceAll('\r\n', '\n'),
    })),
  );
}

async function openSchools(
  database: Database,
  county: string,
  units: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await database.query<{ id: string; name: string }>(
    'SELECT id, name FROM unit WHERE county_code = $1 AND id = ANY ($2::text[]) AND closed_on IS NULL',
    [county, units],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
