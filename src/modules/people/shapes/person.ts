import { z } from 'zod';

export const words = z.object({ zh: z.string(), en: z.string() });
export const areaCode = z.string().min(1).max(80);
export const id = z.string().min(1).max(80);
export const day = z.iso.date();
export const stage = z.enum(['kindergarten', 'primary', 'junior', 'senior', 'special']);
export const reason = z.string().trim().min(2).max(500);

export const roleRef = z.object({ id: z.string(), name: words });

/** One role somewhere. `state`: in force, not yet, over, taken back. */
export const grant = z.object({
  id: z.string(),
  role: roleRef,
  area: z.object({ code: z.string(), name: z.string() }),
  unit: z.object({ id: z.string(), name: z.string() }).nullable(),
  stages: z.array(stage).nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** The instant at which an emergency ends. */
  until: z.string().nullable(),
  source: z.enum(['granted', 'emergency']),
  state: z.enum(['inForce', 'later', 'over', 'revoked']),
  reason: z.string(),
  grantedAt: z.string(),
  grantedBy: z.string(),
  review: z.string().nullable(),
});

/** Roles lent for a span of days. */
export const delegation = z.object({
  id: z.string(),
  from: z.object({ area: z.string(), person: z.string(), name: z.string() }),
  to: z.object({ area: z.string(), person: z.string(), name: z.string() }),
  roles: z.array(roleRef),
  fromDay: z.string(),
  toDay: z.string(),
  reason: z.string(),
  state: z.enum(['inForce', 'later', 'over', 'revoked']),
});

/** A person as a list shows them: `area` is where they are registered and part of their key. */
export const personRow = z.object({
  area: z.string(),
  areaName: z.string(),
  person: z.string(),
  name: z.string(),
  unit: z.object({ id: z.string(), name: z.string() }).nullable(),
  post: z.string(),
  invented: z.boolean(),
  closed: z.boolean(),
  /** In force or yet to come. */
  roles: z.array(roleRef),
});
export const personDetail = personRow.extend({ grants: z.array(grant), delegations: z.array(delegation) });

export const personParams = z.object({ home: areaCode, person: id });
export const peopleQuery = z.object({
  area: areaCode,
  q: z.string().max(80).optional(),
  role: z.string().max(80).optional(),
  closed: z.stringbool().default(false),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
export const peoplePage = z.object({ rows: z.array(personRow), nextCursor: z.string().nullable() });
export const personBody = z.object({
  area: areaCode,
  unit: id.optional(),
  name: z.string().trim().min(1).max(80),
  post: z.string().trim().max(80).default(''),
});
export const grantBody = z.object({
  role: id,
  area: areaCode,
  unit: id.optional(),
  stages: z.array(stage).min(1).optional(),
  from: day.optional(),
  to: day.optional(),
  reason: z.string().trim().max(500).default(''),
});
export const appointBody = z.object({ area: areaCode, reason: z.string().trim().max(500).default('') });
export const grantParams = personParams.extend({ grant: id });
export const reasonBody = z.object({ reason });

export type Words = z.infer<typeof words>;
export type RoleRef = z.infer<typeof roleRef>;
export type PersonGrant = z.infer<typeof grant>;
export type Delegation = z.infer<typeof delegation>;
export type PersonRow = z.infer<typeof personRow>;
export type PersonDetail = z.infer<typeof personDetail>;
export type GrantState = PersonGrant['state'];
