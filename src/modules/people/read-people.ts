import type { z } from 'zod';
import { findDelegationsTo, findGrants, type PersonRef, type Principal } from '#core/access';
import { readCursor, writeCursor } from '#core/http';
import { requirePerson } from './administer.ts';
import type { PersonDetail, PersonRow, peoplePage, peopleQuery } from './contract.ts';
import { describeGrant, describePerson, namesFor } from './describe-people.ts';
import type { Act, PeopleParts } from './model.ts';
import { findDelegationsFrom, findGrantsOf, keyOf, listInvented, listPeople } from './people-queries.ts';
import { permissions } from './permissions.ts';
import { describe } from './stand-in.ts';

/** Who is registered in an area or holds something there. */
export async function readPeople(
  parts: PeopleParts,
  query: z.output<typeof peopleQuery>,
  { principal, at }: Act,
): Promise<z.input<typeof peoplePage>> {
  const { database, gate, organization } = parts;
  await organization.areaWithPath(query.area);
  const after = query.cursor === undefined ? null : readCursor(query.cursor, 2);
  const found = await listPeople(database, gate.below(query.area), {
    q: query.q,
    role: query.role,
    closed: query.closed,
    after: after === null ? null : [String(after[0]), String(after[1])],
    limit: query.limit + 1,
  });
  const shown = found.slice(0, query.limit);
  const last = shown.at(-1);
  const grants = await findGrantsOf(database, shown);
  const names = await namesFor(parts, shown, []);
  return {
    rows: shown.map((person) =>
      describePerson(
        person,
        (grants.get(keyOf(person)) ?? []).filter(({ at_area, at_unit }) => seen(parts, principal, at_area, at_unit)),
        { names, roles: gate.roles, at },
      ),
    ),
    nextCursor: found.length > query.limit && last !== undefined ? writeCursor([last.area_code, last.id]) : null,
  };
}

/** A person with what they hold where the reader may see it. @throws DomainError `people.personNotFound` */
export async function readPerson(parts: PeopleParts, ref: PersonRef, { principal, at }: Act): Promise<PersonDetail> {
  const { database, gate } = parts;
  const person = await requirePerson(database, ref);
  const grants = (await findGrants(database, ref)).filter(({ at_area, at_unit }) =>
    seen(parts, principal, at_area, at_unit),
  );
  const delegations = [...(await findDelegationsFrom(database, ref)), ...(await findDelegationsTo(database, ref))];
  const told = { names: await namesFor(parts, [person], grants), roles: gate.roles, at };
  return {
    ...describePerson(person, grants, told),
    grants: grants.map((grant) => describeGrant(grant, told)),
    delegations: await describe(parts, delegations, at),
  };
}

function seen({ gate }: PeopleParts, principal: Principal, area: string, unit: string | null): boolean {
  return gate.decide(principal, permissions.read, { area, unit: unit ?? undefined }).allowed;
}

/** The invented persons of a trial. */
export async function readInvented(parts: PeopleParts, at: Date): Promise<PersonRow[]> {
  const people = await listInvented(parts.database);
  const grants = await findGrantsOf(parts.database, people);
  const names = await namesFor(parts, people, []);
  return people.map((person) =>
    describePerson(person, grants.get(keyOf(person)) ?? [], { names, roles: parts.gate.roles, at }),
  );
}
