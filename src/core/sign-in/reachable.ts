import { loadPrincipal, type PersonRef, type Principal } from '#core/access';
import type { Session } from '#core/db';
import { type Contacts, contactFields, contactPlace } from './contacts.ts';
import type { Inner } from './parts.ts';

/** Where somebody is reached, in full: for the system's own messages, never for a screen. */
export interface Reachable {
  readonly person: PersonRef;
  readonly contacts: Contacts;
}

interface Row {
  readonly area: string;
  readonly person: string;
  readonly phone: string | null;
  readonly email: string | null;
}

const reachable = `SELECT area_code AS area, person_id AS person, phone, email FROM sign_in_account
  WHERE ended_at IS NULL AND (phone IS NOT NULL OR email IS NOT NULL)`;

/** @returns nothing for somebody without an account or without anything to reach them by */
export async function reachOf(inner: Inner, person: string): Promise<Reachable | undefined> {
  const [row] = await inner.database.query<Row>(`${reachable} AND person_id = $1`, [person]);
  return row && openRow(inner, inner.database, row);
}

/** Everybody who told how they are reached and still holds anything, with what they hold at the instant. */
export async function* eachReachable(
  inner: Inner,
  at: Date,
): AsyncGenerator<Reachable & { readonly principal: Principal }> {
  for (const row of await inner.database.query<Row>(`${reachable} ORDER BY area_code, person_id`)) {
    const found = await openRow(inner, inner.database, row);
    const principal = await loadPrincipal(inner.database, found.person, at);
    if (principal !== undefined) yield { ...found, principal };
  }
}

async function openRow({ personal }: Inner, session: Session, row: Row): Promise<Reachable> {
  const person = { area: row.area, person: row.person };
  const contacts: Record<(typeof contactFields)[number], string | null> = { phone: null, email: null };
  for (const field of contactFields) {
    const cell = row[field];
    if (cell !== null) contacts[field] = await personal.open(session, contactPlace(person, field), cell);
  }
  return { person, contacts };
}
