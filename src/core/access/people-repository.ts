import type { Selectable } from 'kysely';
import type { Session } from '#core/db';
import type { PeopleTables, PersonRef } from './people-tables.ts';

export type PersonRow = Selectable<PeopleTables['core_person']>;
export type GrantRow = Selectable<PeopleTables['core_grant']>;
export type DelegationRow = Selectable<PeopleTables['core_delegation']>;

const tables = (session: Session) => session.tables<PeopleTables>();

export async function findPerson(session: Session, { area, person }: PersonRef): Promise<PersonRow | undefined> {
  return tables(session)
    .selectFrom('core_person')
    .selectAll()
    .where('area_code', '=', area)
    .where('id', '=', person)
    .executeTakeFirst();
}

/** The names of people by their ids, whichever areas they are registered in. */
export async function findNames(session: Session, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tables(session).selectFrom('core_person').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The same, and nobody else changes what this person holds until the transaction ends. */
export async function lockPerson(session: Session, { area, person }: PersonRef): Promise<PersonRow | undefined> {
  return tables(session)
    .selectFrom('core_person')
    .selectAll()
    .where('area_code', '=', area)
    .where('id', '=', person)
    .forUpdate()
    .executeTakeFirst();
}

export async function insertPerson(session: Session, row: PersonRow): Promise<void> {
  await tables(session).insertInto('core_person').values(row).execute();
}

export async function insertGrant(session: Session, row: GrantRow): Promise<void> {
  await tables(session).insertInto('core_grant').values(row).execute();
}

export async function insertDelegation(session: Session, row: DelegationRow): Promise<void> {
  await tables(session).insertInto('core_delegation').values(row).execute();
}

/** Every grant a person has or had, newest first. */
export function findGrants(session: Session, { area, person }: PersonRef): Promise<readonly GrantRow[]> {
  return tables(session)
    .selectFrom('core_grant')
    .selectAll()
    .where('area_code', '=', area)
    .where('person_id', '=', person)
    .orderBy('id', 'desc')
    .execute();
}

/** Every delegation to a person, newest first. */
export function findDelegationsTo(session: Session, { area, person }: PersonRef): Promise<readonly DelegationRow[]> {
  return tables(session)
    .selectFrom('core_delegation')
    .selectAll()
    .where('area_code', '=', area)
    .where('person_id', '=', person)
    .orderBy('id', 'desc')
    .execute();
}

/** Whether anybody was ever made system administrator: from then on nobody acts without signing in. */
export async function hadAdministrator(session: Session): Promise<boolean> {
  const found = await tables(session)
    .selectFrom('core_grant')
    .select('id')
    .where('role', '=', 'system-administrator')
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
