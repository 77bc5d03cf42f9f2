import type { Session } from '#core/db';
import { newId } from '#core/ids';
import type { Personal } from '#core/personal';
import type { Written } from './check-application.ts';
import type { ApplicationRow, ChildRow } from './model.ts';
import { applicationFields, childFields } from './personal-fields.ts';

const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A code that is published in place of a name: chance alone, about 10¹⁰ of them. */
function newToken(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(7)), (byte) => letters[byte % letters.length]).join('');
}

/** The personal columns of an application, sealed. */
export async function sealApplication(
  personal: Personal,
  session: Session,
  key: readonly string[],
  written: Written,
): Promise<Pick<ApplicationRow, 'guardian_name' | 'guardian_identity' | 'phone' | 'home_address'>> {
  const seal = async (field: 'guardianName' | 'guardianIdentity' | 'phone' | 'address') =>
    written[field] === ''
      ? null
      : (await personal.seal(session, { of: applicationFields, field, key }, written[field])).cell;
  return {
    guardian_name: await seal('guardianName'),
    guardian_identity: await seal('guardianIdentity'),
    phone: await seal('phone'),
    home_address: await seal('address'),
  };
}

/** The children of an application as rows; a child that was there keeps its code. */
export async function sealChildren(
  personal: Personal,
  session: Session,
  application: Pick<ApplicationRow, 'county_code' | 'round_id' | 'id'>,
  given: {
    readonly children: Written['children'];
    readonly before: readonly ChildRow[];
    readonly at: Date;
  },
): Promise<readonly ChildRow[]> {
  const rows: ChildRow[] = [];
  for (const [position, child] of given.children.entries()) {
    const kept = given.before.find(({ id }) => id === child.id);
    const id = kept?.id ?? newId(given.at);
    const key = [application.county_code, application.round_id, id];
    const seal = async (field: 'name' | 'identity' | 'birthDate') =>
      child[field] === '' ? null : personal.seal(session, { of: childFields, field, key }, child[field]);
    const identity = await seal('identity');
    rows.push({
      county_code: application.county_code,
      round_id: application.round_id,
      id,
      application_id: application.id,
      position,
      token: kept?.token ?? newToken(),
      name: (await seal('name'))?.cell ?? null,
      identity: identity?.cell ?? null,
      identity_index: identity?.index ?? null,
      birth_date: (await seal('birthDate'))?.cell ?? null,
      claimed: child.category,
      choices: child.choices,
      is_claimed: false,
      checked: 'none',
      category: null,
      matches: [],
      proved: {},
      reason: '',
      proposed_by: null,
      decided_by: null,
      decided_at: null,
      ended_at: null,
    });
  }
  return rows;
}
