import { z } from 'zod';
import { text } from './common.ts';

/** What in the product serves a clause. */
export const clauseLinks = z.strictObject({
  /** `STANDARD` or `STANDARD/INDICATOR`. */
  standards: z.array(z.string()).default([]),
  /** Kinds of case. */
  cases: z.array(z.string()).default([]),
  /** Screens, as they stand in the address below an area. */
  screens: z.array(z.string()).default([]),
});

export const clause = z.strictObject({
  id: z.string(),
  /** Which of the policy texts. */
  of: z.enum(['A', 'B', 'C']),
  title: text,
  /** Inputs → computation or workflow → outputs. */
  does: text,
  /** Who uses the output: S state or province, M city, C county, H school, T teacher, P family, D another department, G inspection, O public. */
  users: z.array(z.enum(['S', 'M', 'C', 'H', 'T', 'P', 'D', 'G', 'O'])),
  numbers: text.nullable(),
  capabilities: z.array(z.string()),
  links: clauseLinks,
});

export const policyText = z.strictObject({ id: z.enum(['A', 'B', 'C']), title: text, issuedOn: z.string() });
export const department = z.strictObject({ id: z.string(), name: text });
export const catalogue = z.object({
  texts: z.array(policyText),
  clauses: z.array(clause),
  departments: z.array(department),
});

export type Clause = z.infer<typeof clause>;
export type PolicyText = z.infer<typeof policyText>;
export type Department = z.infer<typeof department>;
