import { type GrantRow, insertGrant, lockPerson } from '#core/access';
import { newId } from '#core/ids';
import { neither, requirePerson } from './administer.ts';
import type { Emergency, PersonGrant } from './contract.ts';
import { describeGrant, describePerson, namesFor } from './describe-people.ts';
import { errors } from './errors.ts';
import { refuseTogether, requireRole } from './held-roles.ts';
import type { Act, PeopleParts } from './model.ts';
import { findEmergencies } from './people-queries.ts';
import { refOf } from './stand-in.ts';

/** Takes a role at one's own place for a few hours, with a reason that is reviewed afterwards. */
export async function takeEmergency(
  parts: PeopleParts,
  given: { readonly role: string; readonly reason: string },
  { principal, at }: Act,
): Promise<PersonGrant> {
  const { gate, database } = parts;
  const me = refOf(principal);
  const role = requireRole(gate.roles, given.role);
  if (role.emergencyHours === undefined) throw errors.noEmergency({ role: role.name.zh });
  const until = new Date(at.getTime() + role.emergencyHours * 3_600_000);
  const taken = await database.transaction(async (session) => {
    const person = await lockPerson(session, me);
    if (person === undefined || person.closed_at !== null) throw errors.personNotFound();
    if (role.at === 'unit' && person.unit_id === null) throw errors.noEmergency({ role: role.name.zh });
    // Who belongs to a school gets no power over its county.
    if (role.at === 'area' && person.unit_id !== null) throw errors.noEmergency({ role: role.name.zh });
    await refuseTogether(session, { roles: gate.roles, at }, me, role);
    const row: GrantRow = {
      area_code: me.area,
      person_id: me.person,
      id: newId(at),
      role: role.id,
      at_area: me.area,
      at_unit: role.at === 'unit' ? person.unit_id : null,
      stages: null,
      from_day: null,
      to_day: null,
      source: 'emergency',
      until,
      reason: given.reason,
      granted_at: at,
      granted_by: me.person,
      ...neither,
    };
    await insertGrant(session, row);
    await parts.audit.append(session, {
      act: 'people.takeEmergency',
      on: { kind: 'person', id: me.person, area: row.at_area, unit: row.at_unit ?? undefined },
      result: 'done',
      reason: given.reason,
      details: { role: role.id, until: until.toISOString() },
    });
    return row;
  });
  return describeGrant(taken, { names: await namesFor(parts, [], [taken]), roles: gate.roles, at });
}

/** The emergencies of an area for its security administrator, newest first. */
export async function emergenciesOf(parts: PeopleParts, area: string, at: Date): Promise<Emergency[]> {
  const { gate, database, organization } = parts;
  await organization.areaWithPath(area);
  const rows = await findEmergencies(database, gate.below(area));
  const people = await Promise.all(
    rows.map(({ area_code, person_id }) => requirePerson(database, { area: area_code, person: person_id })),
  );
  const told = { names: await namesFor(parts, people, rows), roles: gate.roles, at };
  return rows.map((row, index) => {
    const person = people[index] as (typeof people)[number];
    const { area: home, person: id, name, post } = describePerson(person, [], told);
    return { ...describeGrant(row, told), person: { area: home, person: id, name, post } };
  });
}
