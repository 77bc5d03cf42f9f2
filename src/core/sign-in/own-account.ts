import type { PersonRef } from '#core/access';
import { findAccount, updateAccount } from './account-repository.ts';
import { contactFields, contactPlace, readContacts } from './contacts.ts';
import { errors } from './errors.ts';
import { type AccountRow, accountFields } from './model.ts';
import { type Inner, isExpired } from './parts.ts';
import { hashPassword, isPassword, refuseWeakPassword } from './passwords.ts';
import { hashRecoveryCode, newRecoveryCodes, newTotpSecret, stepOfCode, totpAddress } from './second-factor.ts';
import { endSessions, openSessions } from './session-repository.ts';

/** Who changes something of their own account, in which session. */
export interface Own {
  readonly person: PersonRef;
  readonly session: string;
  readonly at: Date;
}

export interface OwnAccount {
  readonly login: string;
  readonly hasPassword: boolean;
  readonly passwordAt: Date | null;
  readonly mustChangePassword: boolean;
  readonly totpIsOn: boolean;
  readonly recoveryCodesLeft: number;
  readonly phone: string | null;
  readonly email: string | null;
  readonly sessions: readonly {
    readonly id: string;
    readonly isThis: boolean;
    readonly address: string;
    readonly device: string;
    readonly begunAt: Date;
    readonly seenAt: Date;
  }[];
}

/** What a person sees of their own account; phone and e-mail masked. */
export async function readOwnAccount(inner: Inner, { person, session: own, at }: Own): Promise<OwnAccount> {
  const { database, policy } = inner;
  const account = await requireAccount(inner, person);
  return {
    login: account.login,
    hasPassword: account.password !== null,
    passwordAt: account.password_at,
    mustChangePassword: isExpired(account.password_at, policy, at),
    totpIsOn: account.totp_is_on,
    recoveryCodesLeft: account.recovery_codes.length,
    ...(await readContacts(inner, person)),
    sessions: (await openSessions(database, person)).map((row) => ({
      id: row.id,
      isThis: row.id === own,
      address: row.address,
      device: row.device,
      begunAt: row.begun_at,
      seenAt: row.seen_at,
    })),
  };
}

/** Changes the password and ends the person's other sessions. @throws DomainError `signIn.refused`, `signIn.passwordRefused` */
export async function changePassword(
  inner: Inner,
  { person, session: own, at }: Own,
  given: { readonly old: string; readonly fresh: string },
): Promise<void> {
  const { database, policy, audit } = inner;
  const account = await requireAccount(inner, person);
  await requirePassword(inner, account, given.old, at);
  refuseWeakPassword(given.fresh, account.login, policy);
  await refuseEarlier(inner, account, given.fresh);
  const password = await hashPassword(given.fresh, policy);
  await database.transaction(async (session) => {
    await updateAccount(session, person, {
      password,
      password_at: at,
      earlier_passwords: remembered(account, policy.password.remembered),
    });
    await endSessions(session, person, { except: own }, at);
    await audit.append(session, { act: 'signIn.changePassword', on: recordOf(person), result: 'done' });
  });
}

/** Makes a secret for the second proof; it counts only after `confirmTotp`. */
export async function beginTotp(
  inner: Inner,
  { person, at }: Own,
  password: string,
): Promise<{ readonly secret: string; readonly address: string }> {
  const { database, personal } = inner;
  const account = await requireAccount(inner, person);
  await requirePassword(inner, account, password, at);
  const secret = newTotpSecret();
  await database.transaction(async (session) => {
    const { cell } = await personal.seal(session, totpOf(person), secret);
    await updateAccount(session, person, { totp: cell, totp_is_on: false, totp_step: 0, recovery_codes: [] });
  });
  return { secret, address: totpAddress(secret, account.login) };
}

/** Turns the second proof on and answers the recovery codes, which are shown this once. @throws DomainError `signIn.refused` */
export async function confirmTotp(inner: Inner, { person, at }: Own, code: string): Promise<readonly string[]> {
  const { database, personal, audit } = inner;
  return database.transaction(async (session) => {
    const account = await findAccount(session, person, true);
    if (account === undefined || account.totp === null || account.totp_is_on) throw errors.refused();
    const secret = await personal.open(session, totpOf(person), account.totp);
    const step = stepOfCode(secret, code, at, account.totp_step);
    if (step === undefined) throw errors.refused();
    const codes = newRecoveryCodes();
    await updateAccount(session, person, {
      totp_is_on: true,
      totp_step: step,
      recovery_codes: codes.map(hashRecoveryCode),
    });
    await audit.append(session, { act: 'signIn.secondFactorOn', on: recordOf(person), result: 'done' });
    return codes;
  });
}

/** @throws DomainError `signIn.refused` */
export async function endTotp(inner: Inner, { person, at }: Own, password: string): Promise<void> {
  const { database, audit } = inner;
  await requirePassword(inner, await requireAccount(inner, person), password, at);
  await database.transaction(async (session) => {
    await updateAccount(session, person, { totp: null, totp_is_on: false, totp_step: 0, recovery_codes: [] });
    await audit.append(session, { act: 'signIn.secondFactorOff', on: recordOf(person), result: 'done' });
  });
}

/** Keeps phone and e-mail encrypted; an empty text takes one away. */
export async function changeContacts(
  { database, personal, audit }: Inner,
  { person }: Own,
  contacts: { readonly phone?: string | undefined; readonly email?: string | undefined },
): Promise<void> {
  await database.transaction(async (session) => {
    for (const field of contactFields) {
      const given = contacts[field]?.trim();
      if (given === undefined) continue;
      const cell = given === '' ? null : (await personal.seal(session, contactPlace(person, field), given)).cell;
      await updateAccount(session, person, { [field]: cell });
    }
    await audit.append(session, { act: 'signIn.changeContacts', on: recordOf(person), result: 'done' });
  });
}

/** Ends one session of the person's own, or all others. */
export async function revokeSessions(
  { database, audit }: Inner,
  { person, session: own, at }: Own,
  only: string | undefined,
): Promise<number> {
  return database.transaction(async (session) => {
    const which = only === undefined ? { except: own } : { only };
    const ended = await endSessions(session, person, which, at);
    await audit.append(session, {
      act: 'signIn.endSessions',
      on: recordOf(person),
      result: 'done',
      details: { ended },
    });
    return ended;
  });
}

async function requireAccount({ database }: Inner, person: PersonRef): Promise<AccountRow> {
  const account = await findAccount(database, person);
  if (account === undefined) throw errors.accountMissing();
  return account;
}

/** Guessing here is limited as at the door. */
async function requirePassword({ attempts }: Inner, account: AccountRow, password: string, at: Date): Promise<void> {
  attempts.count(`person ${account.person_id}`, at);
  if (account.password === null || !(await isPassword(password, account.password))) throw errors.refused();
}

async function refuseEarlier({ policy }: Inner, account: AccountRow, fresh: string): Promise<void> {
  for (const hash of [account.password, ...account.earlier_passwords]) {
    if (hash !== null && (await isPassword(fresh, hash))) {
      const { minimumLength, minimumKinds, phraseLength } = policy.password;
      throw errors.passwordRefused({
        rule: { zh: '与最近用过的口令相同', en: 'it was used before' },
        length: minimumLength,
        kinds: minimumKinds,
        phrase: phraseLength,
      });
    }
  }
}

/** The earlier passwords to remember once the present one is replaced. */
export function remembered({ password, earlier_passwords }: AccountRow, count: number): readonly string[] {
  return [...(password === null ? [] : [password]), ...earlier_passwords].slice(0, Math.max(0, count - 1));
}

const totpOf = (person: PersonRef) =>
  ({ of: accountFields, field: 'totp', key: [person.area, person.person] }) as const;

const recordOf = ({ area, person }: PersonRef) => ({ kind: 'account', id: person, area });
