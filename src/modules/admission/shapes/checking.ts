import { z } from 'zod';
import { code, id, words } from './words.ts';

export const listForm = z.object({ list: code });
export const listAnswer = z.object({ rows: z.int(), added: z.int(), replaced: z.int() });

const side = z.object({ name: z.string(), identity: z.string(), birthDate: z.string() });
/** What one official list says of a child or guardian. */
export const listMatch = z.object({
  list: code,
  name: words,
  outcome: z.enum(['sure', 'nameDiffers', 'dateDiffers', 'identityDiffers', 'missing']),
  written: side,
  found: side.nullable(),
});
export const checkRow = z.object({
  child: id,
  token: z.string(),
  check: z.enum(['none', 'sure', 'doubtful', 'missing', 'confirmed', 'refusalProposed', 'refused']),
  claimed: words,
  category: words.nullable(),
  zone: words.nullable(),
  reason: z.string(),
  proposedBy: z.string().nullable(),
  /** The person who asks proposed the refusal, so another decides. */
  isOwnProposal: z.boolean(),
  matches: z.array(listMatch),
});
export const checkQuery = z.object({
  state: z.enum(['open', 'doubtful', 'refusalProposed', 'refused', 'confirmed']).default('open'),
  after: id.optional(),
});
export const checkAnswer = z.object({ rows: z.array(checkRow), next: id.nullable(), total: z.int() });
export const decisionBody = z.object({
  decision: z.enum(['confirm', 'proposeRefusal', 'refuse', 'return']),
  /** The category that is confirmed; the claimed one unless told. */
  category: code.optional(),
  reason: z.string().trim().max(1000).default(''),
});
export const started = z.object({ job: id });

export type CheckRow = z.infer<typeof checkRow>;
export type ListMatch = z.infer<typeof listMatch>;
