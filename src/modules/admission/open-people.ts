import type { Session } from '#core/db';
import type { Personal } from '#core/personal';
import type { ListedPerson, Person } from './match-lists.ts';
import type { ApplicationRow, ChildRow, ListRow } from './model.ts';
import { applicationFields, childFields, listFields } from './personal-fields.ts';

interface Round {
  readonly county: string;
  readonly id: string;
}

/** The child of a row, for the system's own comparing. */
export async function openChild(personal: Personal, session: Session, row: ChildRow): Promise<Person> {
  const key = [row.county_code, row.round_id, row.id];
  const open = async (field: 'name' | 'identity' | 'birthDate', cell: string | null) =>
    cell === null ? '' : personal.open(session, { of: childFields, field, key }, cell);
  return {
    name: await open('name', row.name),
    identity: await open('identity', row.identity),
    birthDate: await open('birthDate', row.birth_date),
  };
}

/** The guardian of an application; the form asks for no birthday. */
export async function openGuardian(personal: Personal, session: Session, row: ApplicationRow): Promise<Person> {
  const key = [row.county_code, row.round_id, row.id];
  const open = async (field: 'guardianName' | 'guardianIdentity', cell: string | null) =>
    cell === null ? '' : personal.open(session, { of: applicationFields, field, key }, cell);
  return {
    name: await open('guardianName', row.guardian_name),
    identity: await open('guardianIdentity', row.guardian_identity),
    birthDate: '',
  };
}

export async function openListed(
  personal: Personal,
  session: Session,
  { county, id: round }: Round,
  row: ListRow,
): Promise<ListedPerson> {
  const key = [county, round, row.id];
  const open = async (field: 'name' | 'identity' | 'birthDate', cell: string | null) =>
    cell === null ? '' : personal.open(session, { of: listFields, field, key }, cell);
  return {
    id: row.id,
    value: row.value,
    name: await open('name', row.name),
    identity: await open('identity', row.identity),
    birthDate: await open('birthDate', row.birth_date),
  };
}
