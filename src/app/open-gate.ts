import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createGate, type Gate, permissionCatalogue, readRoles } from '#core/access';
import { chinaDate } from '#core/calendar';
import type { Organization } from '#modules/organization';
import { policiesFolder } from './places.ts';

/** The gate over the shipped roles and the areas whose codes do not say where they stand. All modules must be loaded. */
export async function openGate(organization: Organization, now: () => Date): Promise<Gate> {
  const text = await readFile(path.join(policiesFolder, 'roles.yaml'), 'utf8');
  const roles = readRoles(text, new Set(permissionCatalogue().keys()));
  await organization.refreshOddAreas();
  return createGate({ roles, today: () => chinaDate(now()), oddAreas: organization.oddAreas });
}
