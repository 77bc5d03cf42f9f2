import type { PersonRef } from '#core/access';
import type { Session } from '#core/db';
import type { DomainError } from '#core/errors';
import { findAccount, findLogin, updateAccount } from './account-repository.ts';
import { errors } from './errors.ts';
import { type AccountRow, accountFields, type From, type SignedIn } from './model.ts';
import type { Inner } from './parts.ts';
import { hashPassword, isHashOutdated, isPassword } from './passwords.ts';
import { hashRecoveryCode, stepOfCode } from './second-factor.ts';
import { beginSession } from './session-repository.ts';

export interface Proofs {
  readonly login: string;
  readonly password: string;
  /** Six digits, or a recovery code. */
  readonly code?: string | undefined;
}

type Ending = { readonly signedIn: SignedIn } | { readonly refusal: DomainError };

/**
 * Signs in with name, password and, where the account has one, a code.
 *
 * @throws DomainError `signIn.refused` alike for an unknown name and a wrong proof, `signIn.codeNeeded`, `signIn.waits`, `signIn.tooMany`
 */
export async function signInWithPassword(inner: Inner, proofs: Proofs, from: From): Promise<SignedIn> {
  inner.attempts.count(from.address, from.at);
  const { database, decoy } = inner;
  const person = await findLogin(database, proofs.login);
  // The slow check is made before the row is locked, so that guessing holds nobody up.
  const seen = person === undefined ? undefined : await findAccount(database, person);
  const isRight = await isPassword(proofs.password, seen?.password ?? (await decoy));
  const ending: Ending =
    person === undefined || seen === undefined || seen.password === null
      ? { refusal: errors.refused() }
      : await database.transaction((session) => judge(session, inner, { person, seen, isRight, proofs, from }));
  if ('signedIn' in ending) return ending.signedIn;
  await inner.audit.record({
    by: { id: person?.person ?? 'nobody', kind: person === undefined ? 'system' : 'person' },
    act: 'signIn.signIn',
    on: { kind: 'account', id: person?.person ?? '', area: person?.area ?? '000000' },
    result: 'refused',
    reason: ending.refusal.code,
  });
  throw ending.refusal;
}

interface Judged {
  readonly person: PersonRef;
  readonly seen: AccountRow;
  readonly isRight: boolean;
  readonly proofs: Proofs;
  readonly from: From;
}

async function judge(session: Session, inner: Inner, { person, seen, isRight, proofs, from }: Judged): Promise<Ending> {
  const { policy, audit } = inner;
  const account = await findAccount(session, person, true);
  if (account === undefined || account.password !== seen.password) return { refusal: errors.refused() };
  const { waits_until: until } = account;
  if (until !== null && until > from.at) {
    return { refusal: errors.waits({ minutes: Math.ceil((until.getTime() - from.at.getTime()) / 60_000) }) };
  }
  const taken = isRight ? await takeCode(session, inner, person, account, proofs.code, from.at) : 'wrong';
  if (taken === 'needed') return { refusal: errors.codeNeeded() };
  if (taken === 'wrong') {
    const failures = account.failures + 1;
    const waits = failures >= policy.failures.allowed;
    await updateAccount(session, person, {
      failures: waits ? 0 : failures,
      waits_until: waits ? new Date(from.at.getTime() + policy.failures.waitMinutes * 60_000) : null,
    });
    return { refusal: waits ? errors.waits({ minutes: policy.failures.waitMinutes }) : errors.refused() };
  }
  await updateAccount(session, person, {
    failures: 0,
    waits_until: null,
    ...(isHashOutdated(account.password ?? '', policy) && {
      password: await hashPassword(proofs.password, policy),
    }),
  });
  const token = await beginSession(session, person, 'password', from);
  await audit.append(session, {
    by: { id: person.person, kind: 'person' },
    act: 'signIn.signIn',
    on: { kind: 'account', id: person.person, area: person.area },
    result: 'done',
    details: { way: 'password', code: taken },
  });
  return { signedIn: { token, person } };
}

/** Takes the second proof: none where the account has none. A code and a recovery code work once. */
async function takeCode(
  session: Session,
  { personal }: Inner,
  person: PersonRef,
  account: AccountRow,
  code: string | undefined,
  at: Date,
): Promise<'none' | 'totp' | 'recovery' | 'needed' | 'wrong'> {
  if (!account.totp_is_on || account.totp === null) return 'none';
  if (code === undefined || code.trim() === '') return 'needed';
  const place = { of: accountFields, field: 'totp' as const, key: [person.area, person.person] };
  const step = stepOfCode(await personal.open(session, place, account.totp), code, at, account.totp_step);
  if (step !== undefined) {
    await updateAccount(session, person, { totp_step: step });
    return 'totp';
  }
  const hash = hashRecoveryCode(code);
  if (!account.recovery_codes.includes(hash)) return 'wrong';
  await updateAccount(session, person, { recovery_codes: account.recovery_codes.filter((each) => each !== hash) });
  return 'recovery';
}
