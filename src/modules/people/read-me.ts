import { type Gate, type Principal, permissionCatalogue } from '#core/access';
import { chinaDate } from '#core/calendar';
import type { Me, RoleDetail } from './contract.ts';
import { roleRef } from './describe-people.ts';
import type { Act, PeopleParts } from './model.ts';

/** Who asks, and what they hold today. */
export async function readMe(parts: PeopleParts, { principal, at }: Act, isTrial: boolean): Promise<Me> {
  const { gate, organization } = parts;
  const day = chinaDate(at);
  const grants = principal.grants.filter(({ from, to }) => (from ?? day) <= day && day <= (to ?? day));
  const codes = [...grants.map(({ area }) => area), ...(principal.home === undefined ? [] : [principal.home.area])];
  const { areas } = await organization.namesOf({ areas: codes, units: [] });
  const nameOf = (code: string) => areas.get(code) ?? code;
  return {
    kind: principal.kind,
    id: principal.id,
    name: principal.name,
    area: principal.registeredIn ?? null,
    home:
      principal.home === undefined
        ? null
        : { area: principal.home.area, areaName: nameOf(principal.home.area), unit: principal.home.unit ?? null },
    roles: grants.map(({ role, area, source }) => ({
      ...roleRef(gate.roles, role),
      area,
      areaName: nameOf(area),
      source: source ?? 'granted',
    })),
    isTrial,
  };
}

/** The permissions held for one place. */
export function permissionsAt(gate: Gate, principal: Principal, area: string, unit: string | undefined): string[] {
  return [...permissionCatalogue().keys()].filter((id) => gate.decide(principal, id, { area, unit }).allowed);
}

/** The roles a person may be given, with what each may do. */
export function describeRoles(gate: Gate): RoleDetail[] {
  return [...gate.roles.values()].flatMap((role) => {
    if (role.at === 'nowhere' || role.permissions === 'all') return [];
    const { id, name, duty, at, levels, apartFrom, emergencyHours } = role;
    return [
      {
        id,
        name,
        duty,
        at,
        levels: levels ?? null,
        apartFrom: apartFrom ?? null,
        emergencyHours: emergencyHours ?? null,
        permissions: role.permissions.map((permission) => ({
          id: permission,
          name: permissionName(permission),
        })),
      },
    ];
  });
}

function permissionName(permission: string): { zh: string; en: string } {
  const { zh = permission, en = permission } = permissionCatalogue().get(permission) ?? {};
  return { zh, en };
}
