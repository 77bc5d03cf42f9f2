import type { PersonRef } from '#core/access';
import { findAccount } from './account-repository.ts';
import { errors } from './errors.ts';
import { accountFields } from './model.ts';
import type { Inner } from './parts.ts';

export const contactFields = ['phone', 'email'] as const;
export type ContactField = (typeof contactFields)[number];

/** How somebody is reached, masked; null = not told. */
export type Contacts = Readonly<Record<ContactField, string | null>>;

/** @returns nothing to reach them by for a person without an account */
export async function readContacts({ database, personal }: Inner, person: PersonRef): Promise<Contacts> {
  const account = await findAccount(database, person);
  const masked = async (field: ContactField) => {
    const cell = account?.[field] ?? null;
    return cell === null ? null : personal.masked(database, contactPlace(person, field), cell);
  };
  return { phone: await masked('phone'), email: await masked('email') };
}

/** The whole value, for a purpose and a reason that go into the audit trail. @throws DomainError `signIn.contactMissing`, `personal.reasonMissing` */
export async function revealContact(
  { database, personal }: Inner,
  person: PersonRef,
  asked: { readonly field: ContactField; readonly purpose: string; readonly reason: string },
): Promise<string> {
  const { field, purpose, reason } = asked;
  return database.transaction(async (session) => {
    const cell = (await findAccount(session, person))?.[field] ?? null;
    if (cell === null) throw errors.contactMissing();
    return personal.reveal(session, contactPlace(person, field), cell, { area: person.area, purpose, reason });
  });
}

export const contactPlace = (person: PersonRef, field: ContactField) =>
  ({ of: accountFields, field, key: [person.area, person.person] }) as const;
