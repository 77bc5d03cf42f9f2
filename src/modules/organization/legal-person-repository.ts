import type { Session } from '#core/db';
import type { UnitDetail } from './contract.ts';
import type { Tables } from './tables.ts';

export async function findLegalPerson(
  session: Session,
  county: string,
  id: string,
): Promise<UnitDetail['legalPerson']> {
  const row = await session
    .tables<Tables>()
    .selectFrom('legal_person')
    .select(['id', 'name', 'credit_code', 'ownership'])
    .where('county_code', '=', county)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined
    ? null
    : { id: row.id, name: row.name, creditCode: row.credit_code, ownership: row.ownership };
}
