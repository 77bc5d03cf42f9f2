import type { z } from 'zod';
import {
  type DelegationRow,
  findDelegationsTo,
  findGrants,
  insertDelegation,
  isHeld,
  lockPerson,
  type PersonRef,
  type PersonRow,
  type Principal,
} from '#core/access';
import type { Session } from '#core/db';
import { newId } from '#core/ids';
import { refuseSpan, requirePerson } from './administer.ts';
import type { Delegation, delegationBody } from './contract.ts';
import { describeDelegation } from './describe-people.ts';
import { errors } from './errors.ts';
import { refuseTogether, requireRole } from './held-roles.ts';
import type { Act, PeopleParts } from './model.ts';
import { endDelegation, findDelegationsFrom, listColleagues } from './people-queries.ts';

const mostDays = 92;

/** The person behind a principal. @throws DomainError `people.notAPerson` */
export function refOf({ kind, id, registeredIn }: Principal): PersonRef {
  if (kind !== 'person' || registeredIn === undefined) throw errors.notAPerson();
  return { area: registeredIn, person: id };
}

export async function colleaguesOf({ database }: PeopleParts, principal: Principal): Promise<readonly PersonRow[]> {
  return listColleagues(database, await requirePerson(database, refOf(principal)));
}

/** Lends roles to a colleague for a span of days; it ends by itself. */
export async function delegate(
  parts: PeopleParts,
  given: z.output<typeof delegationBody>,
  { principal, at }: Act,
): Promise<Delegation> {
  const { gate, database } = parts;
  const me = refOf(principal);
  refuseSpan(given.from, given.until, at, mostDays);
  if (given.to.area !== me.area || given.to.person === me.person) throw errors.personNotFound();
  const row: DelegationRow = {
    area_code: given.to.area,
    person_id: given.to.person,
    id: newId(at),
    from_area: me.area,
    from_person: me.person,
    roles: [...new Set(given.roles)],
    from_day: given.from,
    to_day: given.until,
    reason: given.reason,
    made_at: at,
    ended_at: null,
  };
  await database.transaction(async (session) => {
    const colleague = await lockPerson(session, given.to);
    const own = await requirePerson(session, me);
    if (colleague === undefined || colleague.closed_at !== null || colleague.unit_id !== own.unit_id) {
      throw errors.personNotFound();
    }
    await requireHeld(session, parts, me, row.roles, at);
    for (const id of row.roles) {
      await refuseTogether(session, { roles: gate.roles, at }, given.to, requireRole(gate.roles, id));
    }
    await insertDelegation(session, row);
    await parts.audit.append(session, {
      act: 'people.delegate',
      on: { kind: 'person', id: given.to.person, area: me.area, unit: own.unit_id ?? undefined },
      result: 'done',
      reason: given.reason,
      details: { roles: row.roles, from: row.from_day, to: row.to_day },
    });
  });
  return describe(parts, [row], at).then(([shown]) => shown as Delegation);
}

async function requireHeld(
  session: Session,
  { gate }: PeopleParts,
  me: PersonRef,
  roles: readonly string[],
  at: Date,
): Promise<void> {
  const held = new Set(
    (await findGrants(session, me))
      .filter((grant) => isHeld(grant, at) && grant.source === 'granted')
      .map(({ role }) => role),
  );
  const missing = roles.find((role) => !held.has(role));
  if (missing !== undefined) throw errors.notHeld({ role: gate.roles.get(missing)?.name.zh ?? missing });
}

/** What I lent and what was lent to me. */
export async function delegationsOf(parts: PeopleParts, { principal, at }: Act): Promise<Delegation[]> {
  const me = refOf(principal);
  const rows = [...(await findDelegationsFrom(parts.database, me)), ...(await findDelegationsTo(parts.database, me))];
  return describe(parts, rows, at);
}

export async function endTheDelegation(
  parts: PeopleParts,
  ref: PersonRef & { readonly delegation: string },
  { principal, at }: Act,
): Promise<Delegation> {
  const me = refOf(principal);
  const ended = await parts.database.transaction(async (session) => {
    const found = await endDelegation(session, ref, me, at);
    if (found === undefined) throw errors.delegationNotFound();
    await parts.audit.append(session, {
      act: 'people.endDelegation',
      on: { kind: 'person', id: ref.person, area: ref.area },
      result: 'done',
      details: { delegation: ref.delegation },
    });
    return found;
  });
  const [shown] = await describe(parts, [ended], at);
  return shown as Delegation;
}

export async function describe(parts: PeopleParts, rows: readonly DelegationRow[], at: Date): Promise<Delegation[]> {
  const names = new Map<string, string>();
  for (const { area_code, person_id, from_area, from_person } of rows) {
    for (const ref of [
      { area: area_code, person: person_id },
      { area: from_area, person: from_person },
    ]) {
      const key = `${ref.area} ${ref.person}`;
      if (!names.has(key)) names.set(key, (await requirePerson(parts.database, ref)).name);
    }
  }
  const nameOf = (area: string, person: string) => names.get(`${area} ${person}`) ?? person;
  return rows.map((row) => describeDelegation(row, { roles: parts.gate.roles, at, nameOf }));
}
