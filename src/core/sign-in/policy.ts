import { parse } from 'yaml';
import { z } from 'zod';

const text = z.object({ zh: z.string().min(1), en: z.string().min(1) });
const count = z.number().int().min(0);
const source = z.array(z.string()).min(1);

const shape = z.object({
  version: z.string(),
  sources: z.array(
    z.object({
      id: z.string(),
      document: text,
      clause: text,
      says: text,
      confidence: z.enum(['verified', 'memory', 'secondary']),
    }),
  ),
  password: z.object({
    minimumLength: count,
    maximumLength: count,
    minimumKinds: count,
    phraseLength: count,
    expiryDays: count,
    remembered: count,
    refusedWords: z.array(z.string().or(z.number().transform(String))),
    source,
  }),
  hash: z.object({ memoryKiB: count, rounds: count, lanes: count, source }),
  failures: z.object({ allowed: count, waitMinutes: count, perAddress: count, perAddressMinutes: count, source }),
  session: z.object({ idleMinutes: count, totalHours: count, source }),
  links: z.object({ firstMinutes: count, inviteHours: count, source }),
});

/** What passwords, sessions and links must be: `policies/sign-in.yaml`. */
export type SignInPolicy = z.output<typeof shape>;

/** @throws ZodError where the file is not of its form, Error where a number names a source that is not listed */
export function readSignInPolicy(yaml: string): SignInPolicy {
  const policy = shape.parse(parse(yaml, { schema: 'core' }));
  const known = new Set(policy.sources.map(({ id }) => id));
  for (const { source: named } of [policy.password, policy.hash, policy.failures, policy.session, policy.links]) {
    for (const id of named) if (!known.has(id)) throw new Error(`sign-in policy: no source ${id}`);
  }
  return policy;
}
