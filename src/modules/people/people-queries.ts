import { sql } from 'kysely';
import {
  type DelegationRow,
  type GrantRow,
  inScope,
  type PeopleTables,
  type PersonRef,
  type PersonRow,
  type Scope,
} from '#core/access';
import type { Session } from '#core/db';

export interface PeopleFilter {
  readonly q?: string | undefined;
  readonly role?: string | undefined;
  readonly closed: boolean;
  readonly after: readonly [area: string, person: string] | null;
  readonly limit: number;
}

const tables = (session: Session) => session.tables<PeopleTables>();

/** Who is registered in a scope or holds something there, in the order of registration. */
export function listPeople(session: Session, scope: Scope, filter: PeopleFilter): Promise<readonly PersonRow[]> {
  const held = sql<boolean>`EXISTS (SELECT 1 FROM core_grant g WHERE g.area_code = core_person.area_code
    AND g.person_id = core_person.id AND g.revoked_at IS NULL AND ${inScope(scope, { county: 'g.at_area', unit: 'g.at_unit' })})`;
  let query = tables(session)
    .selectFrom('core_person')
    .selectAll()
    .where(
      sql<boolean>`(${inScope(scope, { county: 'core_person.area_code', unit: 'core_person.unit_id' })} OR ${held})`,
    )
    .orderBy('area_code')
    .orderBy('id')
    .limit(filter.limit);
  if (!filter.closed) query = query.where('closed_at', 'is', null);
  if (filter.q !== undefined) {
    const pattern = `%${filter.q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    query = query.where((where) => where.or([where('name', 'ilike', pattern), where('post', 'ilike', pattern)]));
  }
  if (filter.role !== undefined) {
    query = query.where(
      sql<boolean>`EXISTS (SELECT 1 FROM core_grant r WHERE r.area_code = core_person.area_code
        AND r.person_id = core_person.id AND r.revoked_at IS NULL AND r.role = ${filter.role})`,
    );
  }
  if (filter.after !== null) {
    query = query.where(sql<boolean>`(area_code, id) > (${filter.after[0]}, ${filter.after[1]})`);
  }
  return query.execute();
}

/** Invented persons, as whom one may act in a trial. */
export function listInvented(session: Session): Promise<readonly PersonRow[]> {
  return tables(session)
    .selectFrom('core_person')
    .selectAll()
    .where('invented', '=', true)
    .where('closed_at', 'is', null)
    .orderBy('area_code')
    .orderBy('id')
    .limit(200)
    .execute();
}

/** Those registered at the same place: the same school, or the same area without one. */
export function listColleagues(session: Session, person: PersonRow): Promise<readonly PersonRow[]> {
  return tables(session)
    .selectFrom('core_person')
    .selectAll()
    .where('area_code', '=', person.area_code)
    .where(sql<boolean>`unit_id IS NOT DISTINCT FROM ${person.unit_id}::text`)
    .where('closed_at', 'is', null)
    .where('id', '<>', person.id)
    .orderBy('id')
    .limit(500)
    .execute();
}

/** The grants of many persons, newest first. */
export async function findGrantsOf(
  session: Session,
  people: readonly PersonRow[],
): Promise<ReadonlyMap<string, readonly GrantRow[]>> {
  if (people.length === 0) return new Map();
  const rows = await tables(session)
    .selectFrom('core_grant')
    .selectAll()
    .where(sql<boolean>`area_code = ANY (${[...new Set(people.map(({ area_code }) => area_code))]}::text[])`)
    .where(sql<boolean>`person_id = ANY (${people.map(({ id }) => id)}::text[])`)
    .orderBy('id', 'desc')
    .execute();
  return Map.groupBy(rows, keyOfGrant);
}

export const keyOf = ({ area_code, id }: Pick<PersonRow, 'area_code' | 'id'>): string => `${area_code} ${id}`;
const keyOfGrant = ({ area_code, person_id }: GrantRow): string => `${area_code} ${person_id}`;

/** What a person lent to others. */
export function findDelegationsFrom(session: Session, { area, person }: PersonRef): Promise<readonly DelegationRow[]> {
  return tables(session)
    .selectFrom('core_delegation')
    .selectAll()
    .where('area_code', '=', area)
    .where('from_area', '=', area)
    .where('from_person', '=', person)
    .orderBy('id', 'desc')
    .execute();
}

/** Emergencies of a scope, newest first. */
export function findEmergencies(session: Session, scope: Scope): Promise<readonly GrantRow[]> {
  return tables(session)
    .selectFrom('core_grant')
    .selectAll()
    .where('source', '=', 'emergency')
    .where(inScope(scope, { county: 'at_area', unit: 'at_unit' }))
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
}

export async function closePerson(session: Session, ref: PersonRef, by: string, at: Date): Promise<void> {
  await tables(session)
    .updateTable('core_person')
    .set({ closed_at: at, closed_by: by })
    .where('area_code', '=', ref.area)
    .where('id', '=', ref.person)
    .execute();
}

/** @returns the grant as it now is; undefined where there is none that can change so */
export function changeGrant(
  session: Session,
  ref: PersonRef & { readonly grant: string },
  change: { readonly act: 'revoked' | 'reviewed'; readonly by: string; readonly at: Date; readonly review?: string },
): Promise<GrantRow | undefined> {
  const { act, by, at, review } = change;
  const query = tables(session)
    .updateTable('core_grant')
    .where('area_code', '=', ref.area)
    .where('person_id', '=', ref.person)
    .where('id', '=', ref.grant);
  return act === 'revoked'
    ? query.set({ revoked_at: at, revoked_by: by }).where('revoked_at', 'is', null).returningAll().executeTakeFirst()
    : query
        .set({ reviewed_at: at, reviewed_by: by, review: review ?? '' })
        .where('source', '=', 'emergency')
        .where('reviewed_at', 'is', null)
        .returningAll()
        .executeTakeFirst();
}

export function endDelegation(
  session: Session,
  ref: PersonRef & { readonly delegation: string },
  from: PersonRef,
  at: Date,
): Promise<DelegationRow | undefined> {
  return tables(session)
    .updateTable('core_delegation')
    .set({ ended_at: at })
    .where('area_code', '=', ref.area)
    .where('person_id', '=', ref.person)
    .where('id', '=', ref.delegation)
    .where('from_area', '=', from.area)
    .where('from_person', '=', from.person)
    .where('ended_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
}

/** Whether anybody holds a role for exactly this area. */
export async function isRoleHeld(session: Session, role: string, area: string): Promise<boolean> {
  const found = await tables(session)
    .selectFrom('core_grant')
    .select('id')
    .where('role', '=', role)
    .where('at_area', '=', area)
    .where('revoked_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
