import type { PersonRef } from '#core/access';
import type { Session } from '#core/db';
import { findLogin } from './account-repository.ts';
import { errors } from './errors.ts';
import { type From, type SignedIn, signInArea } from './model.ts';
import type { Inner } from './parts.ts';
import { beginSession } from './session-repository.ts';

/**
 * Signs in whom a provider vouches for: the account with the same sign-in name, the first time; from then on the provider's own
 * unchanging subject, so that a name that is given to somebody else there opens nothing here.
 *
 * @throws DomainError `signIn.providerUnknown`
 */
export async function bindExternal(
  { database, audit }: Inner,
  { issuer, subject, login }: { readonly issuer: string; readonly subject: string; readonly login: string },
  from: From,
): Promise<SignedIn> {
  return database.transaction(async (session) => {
    const person =
      (await findBound(session, issuer, subject)) ?? (await bind(session, issuer, subject, login, from.at));
    const token = await beginSession(session, person, 'oidc', from);
    await audit.append(session, {
      by: { id: person.person, kind: 'person' },
      act: 'signIn.signIn',
      on: { kind: 'account', id: person.person, area: person.area },
      result: 'done',
      details: { way: 'oidc' },
    });
    return { token, person };
  });
}

async function findBound(session: Session, issuer: string, subject: string): Promise<PersonRef | undefined> {
  const [row] = await session.query<PersonRef>(
    `SELECT person_area AS area, person_id AS person FROM sign_in_external
     WHERE area_code = '${signInArea}' AND issuer = $1 AND subject = $2`,
    [issuer, subject],
  );
  return row;
}

async function bind(session: Session, issuer: string, subject: string, login: string, at: Date): Promise<PersonRef> {
  const person = login.trim() === '' ? undefined : await findLogin(session, login);
  if (person === undefined) throw errors.providerUnknown();
  const others = await session.query(
    `SELECT 1 FROM sign_in_external WHERE area_code = '${signInArea}' AND issuer = $1 AND person_area = $2 AND person_id = $3`,
    [issuer, person.area, person.person],
  );
  // The account is another subject's already: the name was given anew at the provider.
  if (others.length > 0) throw errors.providerUnknown();
  await session.query(
    `INSERT INTO sign_in_external (area_code, issuer, subject, person_area, person_id, bound_at)
     VALUES ('${signInArea}', $1, $2, $3, $4, $5)`,
    [issuer, subject, person.area, person.person, at],
  );
  return person;
}
