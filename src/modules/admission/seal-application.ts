import { newId } from '#core/ids';
import type { Seal } from '#core/personal';
import type { Written } from './check-application.ts';
import type { ApplicationRow, ChildRow } from './model.ts';
import { applicationFields, childFields } from './personal-fields.ts';

const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A code that is published in place of a name: chance alone, about 10¹⁰ of them. */
function newToken(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(7)), (byte) => letters[byte % letters.length]).join('');
}

/** The personal columns of an application, sealed. */
export function sealApplication(
  seal: Seal,
  key: readonly string[],
  written: Written,
): Pick<ApplicationRow, 'guardian_name' | 'guardian_identity' | 'phone' | 'home_address'> {
  const sealed = (field: 'guardianName' | 'guardianIdentity' | 'phone' | 'address') =>
    written[field] === '' ? null : seal({ of: applicationFields, field, key }, written[field]).cell;
  return {
    guardian_name: sealed('guardianName'),
    guardian_identity: sealed('guardianIdentity'),
    phone: sealed('phone'),
    home_address: sealed('address'),
  };
}

/** The children of an application as rows; a child that was there keeps its code. */
export function sealChildren(
  seal: Seal,
  application: Pick<ApplicationRow, 'county_code' | 'round_id' | 'id'>,
  given: {
    readonly children: Written['children'];
    readonly before: readonly ChildRow[];
    readonly at: Date;
  },
): readonly ChildRow[] {
  return given.children.map((child, position): ChildRow => {
    const kept = given.before.find(({ id }) => id === child.id);
    const id = kept?.id ?? newId(given.at);
    const key = [application.county_code, application.round_id, id];
    const sealed = (field: 'name' | 'identity' | 'birthDate') =>
      child[field] === '' ? null : seal({ of: childFields, field, key }, child[field]);
    const identity = sealed('identity');
    return {
      county_code: application.county_code,
      round_id: application.round_id,
      id,
      application_id: application.id,
      position,
      token: kept?.token ?? newToken(),
      name: sealed('name')?.cell ?? null,
      identity: identity?.cell ?? null,
      identity_index: identity?.index ?? null,
      birth_date: sealed('birthDate')?.cell ?? null,
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
    };
  });
}
