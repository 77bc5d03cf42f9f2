import { chinaDate, isPlainDate, type PlainDate } from '#core/calendar';
import type { Session } from '#core/db';
import { findDelegationsTo, findGrants, findPerson, type GrantRow } from './people-repository.ts';
import type { PersonRef } from './people-tables.ts';
import type { Grant, Principal } from './principal.ts';

/** A person with everything they hold at an instant; undefined where there is no such person or they were closed. */
export async function loadPrincipal(session: Session, ref: PersonRef, at: Date): Promise<Principal | undefined> {
  const person = await findPerson(session, ref);
  if (person === undefined || person.closed_at !== null) return undefined;
  return {
    id: person.id,
    name: person.name,
    kind: 'person',
    registeredIn: person.area_code,
    home: { area: person.area_code, unit: person.unit_id ?? undefined },
    grants: [...(await ownGrants(session, ref, at)), ...(await delegatedGrants(session, ref, at))],
  };
}

async function ownGrants(session: Session, ref: PersonRef, at: Date): Promise<readonly Grant[]> {
  return (await findGrants(session, ref)).filter((row) => isHeld(row, at)).map(grantOf);
}

/** What others lent for a span of days: as they hold it themselves today, and never lent on. */
async function delegatedGrants(session: Session, ref: PersonRef, at: Date): Promise<readonly Grant[]> {
  const day = chinaDate(at);
  const lent: Grant[] = [];
  for (const { from_area, from_person, roles, from_day, to_day, ended_at } of await findDelegationsTo(session, ref)) {
    if (ended_at !== null || day < from_day || day > to_day) continue;
    const lender = { area: from_area, person: from_person };
    if ((await findPerson(session, lender))?.closed_at !== null) continue;
    const held = (await findGrants(session, lender)).filter((row) => isHeld(row, at) && row.source === 'granted');
    lent.push(
      ...held
        .filter(({ role }) => roles.includes(role))
        .map((row) => ({ ...grantOf(row), source: 'delegated' as const })),
    );
  }
  return lent;
}

/** Neither revoked nor over; grants of days to come count, because the gate asks for the day itself. */
export function isHeld({ revoked_at, until, to_day }: GrantRow, at: Date): boolean {
  return revoked_at === null && (until === null || at < until) && (to_day === null || chinaDate(at) <= to_day);
}

function grantOf({ role, at_area, at_unit, stages, from_day, to_day, source }: GrantRow): Grant {
  return {
    role,
    area: at_area,
    unit: at_unit ?? undefined,
    stages: stages ?? undefined,
    from: dayOf(from_day),
    to: dayOf(to_day),
    source,
  };
}

function dayOf(text: string | null): PlainDate | undefined {
  return text !== null && isPlainDate(text) ? text : undefined;
}
