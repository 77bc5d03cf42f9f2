import type { z } from 'zod';
import {
  findPerson,
  type GrantRow,
  insertGrant,
  insertPerson,
  lockPerson,
  type PersonRef,
  type PersonRow,
  type Role,
} from '#core/access';
import { chinaDate } from '#core/calendar';
import type { Session } from '#core/db';
import { newId } from '#core/ids';
import type { grantBody, personBody } from './contract.ts';
import { errors } from './errors.ts';
import { refuseTogether, requireRole } from './held-roles.ts';
import type { Act, PeopleParts } from './model.ts';
import { changeGrant, closePerson, isRoleHeld } from './people-queries.ts';
import { permissions } from './permissions.ts';

type NewPerson = z.output<typeof personBody>;
type NewGrant = z.output<typeof grantBody>;

/** @throws DomainError `people.personNotFound` */
export async function requirePerson(session: Session, ref: PersonRef): Promise<PersonRow> {
  const person = await findPerson(session, ref);
  if (person === undefined) throw errors.personNotFound();
  return person;
}

export async function registerPerson(parts: PeopleParts, given: NewPerson, { principal, at }: Act): Promise<PersonRef> {
  await parts.organization.areaWithPath(given.area);
  if (given.unit !== undefined) await parts.organization.unit(given.area, given.unit);
  const id = newId(at);
  await parts.database.transaction(async (session) => {
    await insertPerson(session, {
      area_code: given.area,
      id,
      name: given.name,
      unit_id: given.unit ?? null,
      post: given.post,
      invented: false,
      registered_at: at,
      registered_by: principal.id,
      closed_at: null,
      closed_by: null,
    });
    await parts.audit.append(session, {
      act: 'people.register',
      on: { kind: 'person', id, area: given.area, unit: given.unit },
      result: 'done',
    });
  });
  return { area: given.area, person: id };
}

export async function closeThePerson(
  parts: PeopleParts,
  ref: PersonRef,
  reason: string,
  { principal, at }: Act,
): Promise<void> {
  if (principal.id === ref.person) throw errors.notYourself();
  await parts.database.transaction(async (session) => {
    const person = await lockPerson(session, ref);
    if (person === undefined || person.closed_at !== null) throw errors.personNotFound();
    await closePerson(session, ref, principal.id, at);
    await parts.audit.append(session, {
      act: 'people.close',
      on: { kind: 'person', id: ref.person, area: ref.area, unit: person.unit_id ?? undefined },
      result: 'done',
      reason,
    });
  });
}

/** Gives a role; the edge has asked whether the principal grants at that place. */
export async function grantRole(parts: PeopleParts, ref: PersonRef, given: NewGrant, act: Act): Promise<void> {
  const { principal, at } = act;
  const { gate } = parts;
  if (principal.id === ref.person) throw errors.notYourself();
  if (!gate.decide(principal, permissions.read, { area: ref.area }).allowed) throw errors.personNotFound();
  const role = requireRole(gate.roles, given.role);
  if (role.apartFrom !== undefined && principal.kind === 'trial') throw errors.roleNotFound({ role: role.id });
  await refusePlace(parts, role, given);
  refuseSpan(given.from, given.to, at);
  await parts.database.transaction((session) => writeGrant(session, parts, ref, { ...given, role }, act));
}

/** Makes the first security administrator of an area: the one grant of a system administrator. */
export async function appointSecurity(
  parts: PeopleParts,
  ref: PersonRef,
  given: { readonly area: string; readonly reason: string },
  act: Act,
): Promise<void> {
  if (act.principal.id === ref.person) throw errors.notYourself();
  const role = requireRole(parts.gate.roles, 'security-administrator');
  await parts.organization.areaWithPath(given.area);
  await parts.database.transaction(async (session) => {
    if (await isRoleHeld(session, role.id, given.area)) throw errors.alreadyAppointed({ area: given.area });
    await writeGrant(session, parts, ref, { ...given, role }, act);
  });
}

async function writeGrant(
  session: Session,
  { gate, audit }: PeopleParts,
  ref: PersonRef,
  given: Omit<NewGrant, 'role'> & { readonly role: Role },
  { principal, at }: Act,
): Promise<void> {
  const person = await lockPerson(session, ref);
  if (person === undefined || person.closed_at !== null) throw errors.personNotFound();
  await refuseTogether(session, { roles: gate.roles, at }, ref, given.role);
  await insertGrant(session, {
    area_code: ref.area,
    person_id: ref.person,
    id: newId(at),
    role: given.role.id,
    at_area: given.area,
    at_unit: given.unit ?? null,
    stages: given.stages ?? null,
    from_day: given.from ?? null,
    to_day: given.to ?? null,
    source: 'granted',
    until: null,
    reason: given.reason,
    granted_at: at,
    granted_by: principal.id,
    ...neither,
  });
  await audit.append(session, {
    act: 'people.grant',
    on: { kind: 'person', id: ref.person, area: given.area, unit: given.unit },
    result: 'done',
    reason: given.reason,
    details: { role: given.role.id, from: given.from, to: given.to, stages: given.stages },
  });
}

/** A grant that nobody has taken back or reviewed. */
export const neither = {
  revoked_at: null,
  revoked_by: null,
  reviewed_at: null,
  reviewed_by: null,
  review: null,
} as const;

async function refusePlace({ organization }: PeopleParts, role: Role, { area, unit }: NewGrant): Promise<void> {
  const refused = () => errors.roleNotHere({ role: role.name.zh, area });
  if ((role.at === 'unit') !== (unit !== undefined)) throw refused();
  if (unit !== undefined) {
    await organization.unit(area, unit);
    return;
  }
  const { level } = (await organization.areaWithPath(area)).area;
  if (role.levels !== undefined && !role.levels.includes(level)) throw refused();
}

export function refuseSpan(from: string | undefined, to: string | undefined, at: Date, mostDays?: number): void {
  const refused = () => errors.spanRefused({ from: from ?? '—', to: to ?? '—' });
  if (to !== undefined && (to < (from ?? to) || to < chinaDate(at))) throw refused();
  if (mostDays === undefined || from === undefined || to === undefined) return;
  if (Date.parse(to) - Date.parse(from) > mostDays * 86_400_000) throw refused();
}

/** Takes a grant back, or writes down what the review of an emergency found. */
export async function changeTheGrant(
  parts: PeopleParts,
  ref: PersonRef & { readonly grant: string },
  change: { readonly act: 'revoked' | 'reviewed'; readonly text: string },
  { principal, at }: Act,
): Promise<void> {
  await parts.database.transaction(async (session) => {
    await lockPerson(session, ref);
    const changed = await changeGrant(session, ref, { act: change.act, by: principal.id, at, review: change.text });
    // Asked after the change, inside its transaction: the record itself says where it lies.
    if (changed === undefined || !mayGrant(parts, principal, changed)) throw errors.grantNotFound();
    if (principal.id === ref.person) throw errors.notYourself();
    await parts.audit.append(session, {
      act: change.act === 'revoked' ? 'people.revoke' : 'people.review',
      on: { kind: 'person', id: ref.person, area: changed.at_area, unit: changed.at_unit ?? undefined },
      result: 'done',
      reason: change.text,
      details: { role: changed.role, grant: changed.id },
    });
  });
}

function mayGrant({ gate }: PeopleParts, principal: Act['principal'], { at_area, at_unit }: GrantRow): boolean {
  return gate.decide(principal, permissions.grant, { area: at_area, unit: at_unit ?? undefined }).allowed;
}
