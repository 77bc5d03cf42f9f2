import { z } from 'zod';

const text = z.object({ zh: z.string(), en: z.string() });
/** How sure the number is: read in the official text, in a secondary source, or remembered and still to be checked. */
export const confidence = z.enum(['official', 'secondary', 'memory', 'own']);

export const standardHead = z.object({
  id: z.string(),
  version: z.string(),
  name: text,
  document: z.object({ title: text, number: z.string(), url: z.string().nullable() }),
  /** The area whose authority issued it; `000000` = the nation. */
  area: z.string(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  stages: z.array(z.string()),
  hash: z.string(),
  /** `shipped` with the product, or from a `folder` the authority configured. */
  origin: z.enum(['shipped', 'folder']),
  /** The standard whose values this one overrides, where it is an area's own edition. */
  extends: z.string().nullable(),
  counts: z.object({
    indicators: z.number().int(),
    coefficients: z.number().int(),
    attested: z.number().int(),
    vetoes: z.number().int(),
  }),
});

export const threshold = z.object({
  stage: z.string(),
  value: z.number(),
  when: text.nullable(),
  confidence,
  clause: z.string(),
});

export const clause = z.object({
  id: z.string(),
  part: z.string(),
  kind: z.enum(['school', 'coefficient', 'area', 'document', 'survey', 'external', 'veto']),
  name: text,
  unit: text,
  /** In words. */
  description: text,
  /** In symbols, as the standard file writes it. */
  formula: z.string().nullable(),
  direction: z.enum(['atLeast', 'atMost']).nullable(),
  decimals: z.number().int().nullable(),
  thresholds: z.array(threshold),
  exceptions: z.array(z.object({ id: z.string(), name: text, clause: z.string(), confidence })),
  clause: z.string(),
  confidence,
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  /** Where an area's edition is stricter: what the base says. */
  tightened: z.array(z.object({ stage: z.string(), base: z.number(), value: z.number(), area: z.string() })),
});

export const rule = z.object({
  id: z.string(),
  kind: z.enum(['school', 'area', 'exclusion']),
  name: text,
  description: text,
  clause: z.string(),
  confidence,
});

export const standardReader = standardHead.extend({
  parts: z.array(z.object({ part: z.string(), name: text, clauses: z.array(clause) })),
  rules: z.array(rule),
  /** Every edition in the catalogue that has this id or extends it, newest first. */
  editions: z.array(
    z.object({ id: z.string(), version: z.string(), area: z.string(), validFrom: z.string().nullable() }),
  ),
  /** The measures its formulas read. */
  measures: z.array(z.object({ key: z.string(), name: text, unit: text })),
});

export const standardDiff = z.object({
  from: z.object({ id: z.string(), version: z.string() }),
  to: z.object({ id: z.string(), version: z.string() }),
  changes: z.array(
    z.object({
      /** `added`: only in `to`; `removed`: only in `from`. */
      kind: z.enum(['added', 'removed', 'changed']),
      clause: z.string(),
      field: z.string(),
      name: text,
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
});

export const checkBody = z.object({ standard: z.string().max(500_000) });
export const checkAnswer = z.object({
  problems: z.array(z.object({ line: z.number().int(), column: z.number().int(), path: z.string(), message: text })),
});

export type StandardHead = z.infer<typeof standardHead>;
export type StandardReader = z.infer<typeof standardReader>;
export type StandardDiff = z.infer<typeof standardDiff>;
export type Clause = z.infer<typeof clause>;
export type Confidence = z.infer<typeof confidence>;
