import { findPerson, loadPrincipal, type PersonRef, type Principal } from '#core/access';
import { type Accepted, acceptLink, type GivenWithLink, loginOf, makeFirstLink } from './accept-link.ts';
import { findAccount, findLogin } from './account-repository.ts';
import { openAttempts } from './attempts.ts';
import { bindExternal } from './bind-external.ts';
import { type ContactField, type Contacts, readContacts, revealContact } from './contacts.ts';
import { errors } from './errors.ts';
import { findLink, makeLink } from './links.ts';
import type { From, Identified, SignedIn } from './model.ts';
import {
  beginTotp,
  changeContacts,
  changePassword,
  confirmTotp,
  endTotp,
  type Own,
  type OwnAccount,
  readOwnAccount,
  revokeSessions,
} from './own-account.ts';
import { type Inner, isExpired, type SignInParts } from './parts.ts';
import { hashPassword } from './passwords.ts';
import { eachReachable, type Reachable, reachOf } from './reachable.ts';
import { newToken } from './second-factor.ts';
import { endSessions, findSession, touchSession } from './session-repository.ts';
import { type Proofs, signInWithPassword } from './sign-in-with-password.ts';

/** How people prove who they are, and the sessions that follow. */
export interface SignIn {
  signIn(proofs: Proofs, from: From): Promise<SignedIn>;
  /** Signs in whom an identity provider has vouched for. @throws DomainError `signIn.providerUnknown` */
  signInExternal(
    identity: { readonly issuer: string; readonly subject: string; readonly login: string },
    from: From,
  ): Promise<SignedIn>;
  /** Who a session belongs to; undefined where it is over. */
  identify(token: string, at: Date): Promise<Identified | undefined>;
  signOut(token: string, at: Date): Promise<void>;
  firstLink(at: Date): Promise<string | undefined>;
  /** What a link is for, to be shown before it is used. @throws DomainError `signIn.linkRefused` */
  link(
    token: string,
    at: Date,
  ): Promise<{
    readonly kind: 'first' | 'invite' | 'reset';
    readonly role: string | null;
    readonly login: string | null;
  }>;
  accept(token: string, given: GivenWithLink, from: From): Promise<Accepted>;
  /** A link by which a person sets a password: a new account's first, or one for a lost one. @throws DomainError `signIn.accountMissing` */
  resetLink(person: PersonRef, by: string, at: Date): Promise<string>;
  /** Whose a sign-in name is. */
  personOf(login: string): Promise<PersonRef | undefined>;
  own(own: Own): Promise<OwnAccount>;
  changePassword(own: Own, given: { readonly old: string; readonly fresh: string }): Promise<void>;
  changeContacts(
    own: Own,
    contacts: { readonly phone?: string | undefined; readonly email?: string | undefined },
  ): Promise<void>;
  /** How somebody is reached, masked. */
  contactsOf(person: PersonRef): Promise<Contacts>;
  /** One of them in full, which is an audit entry. @throws DomainError `signIn.contactMissing`, `personal.reasonMissing` */
  revealContact(
    person: PersonRef,
    asked: { readonly field: ContactField; readonly purpose: string; readonly reason: string },
  ): Promise<string>;
  /** Where somebody is reached, for the system's own messages. */
  reachOf(person: string): Promise<Reachable | undefined>;
  /** Everybody who told how they are reached, with what they hold at the instant. */
  eachReachable(at: Date): AsyncIterable<Reachable & { readonly principal: Principal }>;
  beginTotp(own: Own, password: string): Promise<{ readonly secret: string; readonly address: string }>;
  confirmTotp(own: Own, code: string): Promise<readonly string[]>;
  endTotp(own: Own, password: string): Promise<void>;
  /** Without an id all sessions but this one. */
  revoke(own: Own, id?: string): Promise<number>;
}

const minute = 60_000;

export function openSignIn(parts: SignInParts): SignIn {
  const { database, policy, audit } = parts;
  let decoy: Promise<string> | undefined;
  const inner: Inner = {
    ...parts,
    attempts: openAttempts(policy),
    get decoy() {
      decoy ??= hashPassword(newToken(), policy);
      return decoy;
    },
  };
  return {
    signIn: (proofs, from) => signInWithPassword(inner, proofs, from),
    signInExternal: (identity, from) => bindExternal(inner, identity, from),
    async identify(token, at) {
      const row = await findSession(database, token);
      if (row === undefined) return undefined;
      const idleMs = at.getTime() - row.seen_at.getTime();
      const totalMs = at.getTime() - row.begun_at.getTime();
      if (idleMs > policy.session.idleMinutes * minute || totalMs > policy.session.totalHours * 60 * minute) {
        return undefined;
      }
      const person = { area: row.person_area, person: row.person_id };
      const principal = await loadPrincipal(database, person, at);
      const account = await findAccount(database, person);
      if (principal === undefined || account === undefined) return undefined;
      if (idleMs > minute) await touchSession(database, row.token_hash, at);
      const mustChangePassword = row.way === 'password' && isExpired(account.password_at, policy, at);
      return {
        principal: mustChangePassword ? { ...principal, grants: [] } : principal,
        session: row.id,
        person,
        mustChangePassword,
      };
    },
    async signOut(token, at) {
      const row = await findSession(database, token);
      if (row === undefined) return;
      const person = { area: row.person_area, person: row.person_id };
      await database.transaction(async (session) => {
        await endSessions(session, person, { only: row.id }, at);
        await audit.append(session, {
          act: 'signIn.signOut',
          on: { kind: 'account', id: person.person, area: person.area },
          result: 'done',
        });
      });
    },
    firstLink: (at) => makeFirstLink(inner, at),
    async link(token, at) {
      const row = await findLink(database, token, at);
      if (row === undefined) throw errors.linkRefused();
      return { kind: row.kind, role: row.role, login: (await loginOf(inner, row)) ?? null };
    },
    accept: (token, given, from) => acceptLink(inner, token, given, from),
    async resetLink(person, by, at) {
      return database.transaction(async (session) => {
        const found = await findPerson(session, person);
        if (found === undefined || found.closed_at !== null || found.invented) throw errors.accountMissing();
        await audit.append(session, {
          act: 'signIn.resetLink',
          on: { kind: 'account', id: person.person, area: person.area },
          result: 'done',
        });
        const minutes = policy.links.inviteHours * 60;
        return makeLink(session, { kind: 'reset', person, by, at, minutes });
      });
    },
    personOf: (login) => findLogin(database, login),
    own: (own) => readOwnAccount(inner, own),
    changePassword: (own, given) => changePassword(inner, own, given),
    changeContacts: (own, contacts) => changeContacts(inner, own, contacts),
    contactsOf: (person) => readContacts(inner, person),
    revealContact: (person, asked) => revealContact(inner, person, asked),
    reachOf: (person) => reachOf(inner, person),
    eachReachable: (at) => eachReachable(inner, at),
    beginTotp: (own, password) => beginTotp(inner, own, password),
    confirmTotp: (own, code) => confirmTotp(inner, own, code),
    endTotp: (own, password) => endTotp(inner, own, password),
    revoke: (own, id) => revokeSessions(inner, own, id),
  };
}
