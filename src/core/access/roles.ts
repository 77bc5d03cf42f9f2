import { parse } from 'yaml';
import { z } from 'zod';
import { errors } from './errors.ts';

const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const role = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  name: words,
  duty: words,
  /** `area`: an area and all below it; `unit`: one school; `nowhere`: given by the program, never by a person. */
  at: z.enum(['area', 'unit', 'nowhere']),
  levels: z.array(z.enum(['nation', 'province', 'city', 'county', 'township'])).optional(),
  /** Nobody may hold two roles with the same word here. */
  apartFrom: z.string().optional(),
  /** May be taken at one's own place for so long, with a reason. */
  emergencyHours: z.number().positive().max(72).optional(),
  permissions: z.union([z.literal('all'), z.array(z.string())]),
});
const shape = z.strictObject({ roles: z.array(role) });

export type Role = z.infer<typeof role>;
export type Roles = ReadonlyMap<string, Role>;

/**
 * Reads `policies/roles.yaml`.
 *
 * @param known every permission that exists
 * @throws DomainError `access.rolesRefused` for a wrong shape, a role told twice or a permission that no module declares
 */
export function readRoles(text: string, known: ReadonlySet<string>): Roles {
  const read = shape.safeParse(parseYaml(text));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw errors.rolesRefused({ place: `${issue?.path.join('.')}: ${issue?.message}` });
  }
  const roles = new Map<string, Role>();
  for (const one of read.data.roles) {
    const unknown = one.permissions === 'all' ? undefined : one.permissions.find((id) => !known.has(id));
    if (unknown !== undefined) throw errors.rolesRefused({ place: `${one.id}: ${unknown}` });
    if (roles.has(one.id)) throw errors.rolesRefused({ place: one.id });
    roles.set(one.id, one);
  }
  return roles;
}

function parseYaml(text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw errors.rolesRefused({ place: error instanceof Error ? (error.message.split('\n')[0] ?? '') : '' });
  }
}
