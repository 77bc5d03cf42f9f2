import { type DelegationRow, type GrantRow, isHeld, type PersonRow, type Roles } from '#core/access';
import { chinaDate } from '#core/calendar';
import type { Delegation, GrantState, PersonGrant, RoleRef, PersonRow as ShownPerson } from './contract.ts';
import type { PeopleParts } from './model.ts';

/** Names of the areas and schools that some people and grants speak of. */
export interface Names {
  area(code: string): string;
  unit(area: string, id: string | null): { id: string; name: string } | null;
}

export async function namesFor(
  { organization }: PeopleParts,
  people: readonly PersonRow[],
  grants: readonly GrantRow[],
): Promise<Names> {
  const { areas, units } = await organization.namesOf({
    areas: [...people.map(({ area_code }) => area_code), ...grants.map(({ at_area }) => at_area)],
    units: [
      ...people.flatMap(({ area_code, unit_id }) => (unit_id === null ? [] : [{ county: area_code, id: unit_id }])),
      ...grants.flatMap(({ at_area, at_unit }) => (at_unit === null ? [] : [{ county: at_area, id: at_unit }])),
    ],
  });
  return {
    area: (code) => areas.get(code) ?? code,
    unit: (area, id) => (id === null ? null : { id, name: units.get(`${area} ${id}`) ?? id }),
  };
}

export function roleRef(roles: Roles, id: string): RoleRef {
  return { id, name: roles.get(id)?.name ?? { zh: id, en: id } };
}

export function describePerson(
  person: PersonRow,
  grants: readonly GrantRow[],
  { names, roles, at }: { readonly names: Names; readonly roles: Roles; readonly at: Date },
): ShownPerson {
  const held = new Set(grants.filter((grant) => isHeld(grant, at)).map(({ role }) => role));
  return {
    area: person.area_code,
    areaName: names.area(person.area_code),
    person: person.id,
    name: person.name,
    unit: names.unit(person.area_code, person.unit_id),
    post: person.post,
    invented: person.invented,
    closed: person.closed_at !== null,
    roles: [...held].map((id) => roleRef(roles, id)),
  };
}

export function describeGrant(
  grant: GrantRow,
  { names, roles, at }: { readonly names: Names; readonly roles: Roles; readonly at: Date },
): PersonGrant {
  return {
    id: grant.id,
    role: roleRef(roles, grant.role),
    area: { code: grant.at_area, name: names.area(grant.at_area) },
    unit: names.unit(grant.at_area, grant.at_unit),
    stages: grant.stages as PersonGrant['stages'],
    from: grant.from_day,
    to: grant.to_day,
    until: grant.until?.toISOString() ?? null,
    source: grant.source,
    state: stateOf(grant, at),
    reason: grant.reason,
    grantedAt: grant.granted_at.toISOString(),
    grantedBy: grant.granted_by,
    review: grant.review,
  };
}

function stateOf(grant: GrantRow, at: Date): GrantState {
  if (grant.revoked_at !== null) return 'revoked';
  if (!isHeld(grant, at)) return 'over';
  return grant.from_day !== null && chinaDate(at) < grant.from_day ? 'later' : 'inForce';
}

export function describeDelegation(
  row: DelegationRow,
  {
    roles,
    at,
    nameOf,
  }: { readonly roles: Roles; readonly at: Date; readonly nameOf: (area: string, person: string) => string },
): Delegation {
  const day = chinaDate(at);
  const over = day > row.to_day ? 'over' : 'inForce';
  return {
    id: row.id,
    from: { area: row.from_area, person: row.from_person, name: nameOf(row.from_area, row.from_person) },
    to: { area: row.area_code, person: row.person_id, name: nameOf(row.area_code, row.person_id) },
    roles: row.roles.map((id) => roleRef(roles, id)),
    fromDay: row.from_day,
    toDay: row.to_day,
    reason: row.reason,
    state: row.ended_at !== null ? 'revoked' : day < row.from_day ? 'later' : over,
  };
}
