import { hadAdministrator, insertGrant, insertPerson, type PersonRef } from '#core/access';
import type { Session } from '#core/db';
import { newId } from '#core/ids';
import { findAccount, insertAccount, updateAccount } from './account-repository.ts';
import { errors } from './errors.ts';
import { findLink, makeLink, useLink } from './links.ts';
import { type From, type LinkRow, type SignedIn, signInArea } from './model.ts';
import { remembered } from './own-account.ts';
import type { Inner } from './parts.ts';
import { hashPassword, refuseWeakPassword } from './passwords.ts';
import { beginSession, endSessions } from './session-repository.ts';

const firstRole = 'system-administrator';
/** The two that nobody may hold together with the first. */
const otherRoles = ['security-administrator', 'audit-administrator'] as const;

export interface GivenWithLink {
  /** The person's own; a link that sets the password of an account needs neither. */
  readonly name?: string | undefined;
  readonly login?: string | undefined;
  readonly password: string;
}

export interface Accepted extends SignedIn {
  /** For the other two administrators, each to be handed to another person; given to the first administrator only. */
  readonly invitations: readonly { readonly role: string; readonly token: string }[];
}

/** The link for the first administrator; undefined where there is one. Links printed before it stop working. */
export function makeFirstLink({ database, policy }: Inner, at: Date): Promise<string | undefined> {
  return database.transaction(async (session) =>
    (await hadAdministrator(session))
      ? undefined
      : makeLink(session, { kind: 'first', role: firstRole, by: 'system', at, minutes: policy.links.firstMinutes }),
  );
}

/**
 * Does what a one-time link is for: makes an administrator, or sets a person's password. The person is signed in afterwards.
 *
 * @throws DomainError `signIn.linkRefused`, `signIn.nameMissing`, `signIn.loginTaken`, `signIn.passwordRefused`
 */
export async function acceptLink(inner: Inner, token: string, given: GivenWithLink, from: From): Promise<Accepted> {
  const { database, attempts, policy } = inner;
  attempts.count(from.address, from.at);
  const known = await findLink(database, token, from.at);
  if (known === undefined) throw errors.linkRefused();
  const login = given.login ?? (await loginOf(inner, known)) ?? '';
  if (login.trim() === '') throw errors.nameMissing();
  refuseWeakPassword(given.password, login, policy);
  const password = await hashPassword(given.password, policy);
  return database.transaction(async (session) => {
    const link = await useLink(session, token, from.at);
    const person = await personOf(session, link, { ...given, login }, from.at);
    const account = await findAccount(session, person, true);
    if (account === undefined) throw errors.accountMissing();
    await updateAccount(session, person, {
      password,
      password_at: from.at,
      earlier_passwords: remembered(account, policy.password.remembered),
      failures: 0,
      waits_until: null,
      // Whoever lost the phone has lost the second proof with it.
      ...(link.kind === 'reset' && { totp: null, totp_is_on: false, totp_step: 0, recovery_codes: [] }),
    });
    await endSessions(session, person, {}, from.at);
    await inner.audit.append(session, {
      by: { id: person.person, kind: 'person' },
      act: link.kind === 'reset' ? 'signIn.setPassword' : 'signIn.becomeAdministrator',
      on: { kind: 'account', id: person.person, area: person.area },
      result: 'done',
      details: { link: link.kind, role: link.role ?? '' },
    });
    const invitations = link.kind === 'first' ? await inviteOthers(session, inner, person, from.at) : [];
    return { person, invitations, token: await beginSession(session, person, 'link', from) };
  });
}

/** The name an account already has; undefined where the person chooses one. */
export async function loginOf({ database }: Inner, { person_area, person_id }: LinkRow): Promise<string | undefined> {
  if (person_area === null || person_id === null) return undefined;
  return (await findAccount(database, { area: person_area, person: person_id }))?.login;
}

async function personOf(
  session: Session,
  link: LinkRow,
  given: { readonly name?: string | undefined; readonly login: string },
  at: Date,
): Promise<PersonRef> {
  if (link.person_area !== null && link.person_id !== null) {
    const person = { area: link.person_area, person: link.person_id };
    const account = await findAccount(session, person);
    if (account === undefined && !(await insertAccount(session, person, given.login, at))) throw errors.loginTaken();
    return person;
  }
  // Two first links cannot be out at once, and the one was just used up; this holds against a link of another kind.
  if (link.kind === 'first' && (await hadAdministrator(session))) throw errors.linkRefused();
  const name = given.name?.trim() ?? '';
  if (name === '' || link.role === null) throw errors.nameMissing();
  return makeAdministrator(session, { name, login: given.login, role: link.role, at });
}

async function makeAdministrator(
  session: Session,
  {
    name,
    login,
    role,
    at,
  }: { readonly name: string; readonly login: string; readonly role: string; readonly at: Date },
): Promise<PersonRef> {
  const person = { area: signInArea, person: newId(at) };
  await insertPerson(session, {
    area_code: person.area,
    id: person.person,
    name,
    unit_id: null,
    post: '',
    invented: false,
    registered_at: at,
    registered_by: 'system',
    closed_at: null,
    closed_by: null,
  });
  if (!(await insertAccount(session, person, login, at))) throw errors.loginTaken();
  await insertGrant(session, {
    area_code: person.area,
    person_id: person.person,
    id: newId(at),
    role,
    at_area: signInArea,
    at_unit: null,
    stages: null,
    from_day: null,
    to_day: null,
    source: 'granted',
    until: null,
    reason: '',
    granted_at: at,
    granted_by: 'system',
    revoked_at: null,
    revoked_by: null,
    reviewed_at: null,
    reviewed_by: null,
    review: null,
  });
  return person;
}

async function inviteOthers(session: Session, { policy }: Inner, by: PersonRef, at: Date) {
  const invitations: { role: string; token: string }[] = [];
  for (const role of otherRoles) {
    const minutes = policy.links.inviteHours * 60;
    invitations.push({ role, token: await makeLink(session, { kind: 'invite', role, by: by.person, at, minutes }) });
  }
  return invitations;
}
