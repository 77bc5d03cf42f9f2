import { z } from 'zod';
import { areaCode, day, delegation, grant, id, personRow, reason, roleRef, words } from './person.ts';

/** Who I am to the system, and since the trial lets one act as another: as whom. */
export const me = z.object({
  kind: z.enum(['person', 'trial', 'operator', 'system']),
  id: z.string(),
  name: z.string(),
  area: z.string().nullable(),
  home: z.object({ area: z.string(), areaName: z.string(), unit: z.string().nullable() }).nullable(),
  /** What I hold today. */
  roles: z.array(
    roleRef.extend({ area: z.string(), areaName: z.string(), source: z.enum(['granted', 'emergency', 'delegated']) }),
  ),
  /** No administrator yet: anybody on this machine may do everything and act as an invented person. */
  isTrial: z.boolean(),
});
export const mayQuery = z.object({ area: areaCode, unit: id.optional() });
/** The permissions held for a place; screens offer only what will be allowed. */
export const may = z.object({ permissions: z.array(z.string()) });

export const role = roleRef.extend({
  duty: words,
  at: z.enum(['area', 'unit']),
  levels: z.array(z.enum(['nation', 'province', 'city', 'county', 'township'])).nullable(),
  /** Nobody holds two roles with the same word. */
  apartFrom: z.string().nullable(),
  emergencyHours: z.number().nullable(),
  permissions: z.array(z.object({ id: z.string(), name: words })),
});

export const colleagues = z.object({
  rows: z.array(personRow.pick({ area: true, person: true, name: true, post: true })),
});
export const delegationBody = z.object({
  to: z.object({ area: areaCode, person: id }),
  roles: z.array(id).min(1).max(20),
  from: day,
  until: day,
  reason: z.string().trim().max(500).default(''),
});
export const delegationParams = z.object({ to: areaCode, person: id, delegation: id });
export const lent = z.object({ rows: z.array(delegation) });

export const emergencyBody = z.object({ role: id, reason });
/** An emergency as its reviewer sees it. */
export const emergency = grant.extend({ person: personRow.pick({ area: true, person: true, name: true, post: true }) });
export const emergencies = z.object({ rows: z.array(emergency) });
export const emergenciesQuery = z.object({ area: areaCode });
export const reviewBody = z.object({ review: reason });

export const actingBody = z.object({ area: areaCode, person: id });
export const actors = z.object({ rows: z.array(personRow) });

export type Me = z.infer<typeof me>;
export type RoleDetail = z.infer<typeof role>;
export type Emergency = z.infer<typeof emergency>;
