import { z } from 'zod';
import { evaluationHead, evaluationQuery, text, verdict } from './common.ts';

export const attestationItem = z.object({
  item: z.string(),
  part: z.string(),
  kind: z.enum(['document', 'survey', 'external', 'veto']),
  name: text,
  clause: z.string(),
  /** What is asked: yes or no, or a number. */
  answerKind: z.enum(['boolean', 'number']),
  /** In which `answer`, `threshold` and `range` are given and taken: a share in `%`. */
  unit: text.nullable(),
  /** With how many decimals a number is shown; 0 = only whole numbers are taken. */
  decimals: z.number().int(),
  /** The lowest and the highest number that is taken; null = any. */
  range: z.tuple([z.number(), z.number()]).nullable(),
  threshold: z.number().nullable(),
  answer: z.union([z.boolean(), z.number(), z.null()]),
  evidence: z.string(),
  by: z.string().nullable(),
  at: z.string().nullable(),
  verdict,
});
export const attestations = evaluationHead.extend({ items: z.array(attestationItem) });

export const attestationParams = z.object({ area: z.string().min(1).max(80), item: z.string().min(1).max(80) });
export const attestationBody = z.object({
  /** In the unit of the item; null takes the answer back. */
  answer: z.union([z.boolean(), z.number(), z.null()]),
  evidence: z.string().max(4000).default(''),
});
export const attestationQuery = evaluationQuery.extend({ unit: z.string().max(80).optional() });

export type AttestationItem = z.infer<typeof attestationItem>;
export type Attestations = z.infer<typeof attestations>;
