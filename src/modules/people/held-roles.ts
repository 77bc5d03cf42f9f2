import { findDelegationsTo, findGrants, isHeld, type PersonRef, type Role, type Roles } from '#core/access';
import { chinaDate } from '#core/calendar';
import type { Session } from '#core/db';
import { errors } from './errors.ts';

/** A role that a person may be given. @throws DomainError `people.roleNotFound` */
export function requireRole(roles: Roles, id: string): Role {
  const role = roles.get(id);
  if (role === undefined || role.at === 'nowhere') throw errors.roleNotFound({ role: id });
  return role;
}

/**
 * Refuses a role whose power must lie with another person than the ones already held: now, later or lent.
 *
 * @remarks The person must be locked, so that two administrators cannot grant two halves at once.
 * @throws DomainError `people.rolesApart`
 */
export async function refuseTogether(
  session: Session,
  { roles, at }: { readonly roles: Roles; readonly at: Date },
  ref: PersonRef,
  role: Role,
): Promise<void> {
  if (role.apartFrom === undefined) return;
  const grants = (await findGrants(session, ref)).filter((grant) => isHeld(grant, at)).map((grant) => grant.role);
  const lent = (await findDelegationsTo(session, ref))
    .filter(({ ended_at, to_day }) => ended_at === null && chinaDate(at) <= to_day)
    .flatMap((delegation) => delegation.roles);
  const other = [...grants, ...lent].find((id) => id !== role.id && roles.get(id)?.apartFrom === role.apartFrom);
  if (other !== undefined) throw errors.rolesApart({ held: roles.get(other)?.name.zh ?? other, role: role.name.zh });
}
