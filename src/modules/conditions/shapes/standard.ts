import { z } from 'zod';

const text = z.object({ zh: z.string(), en: z.string() });

/** How sure a number is: seen in a public source, from memory of the official text, from one secondary source, or ours. */
export const confidence = z.enum(['verified', 'memory', 'secondary', 'own']);
const comparison = z.enum(['atLeast', 'atMost', 'above', 'below']);
const provenance = { clause: z.string(), confidence, note: text.nullable() };

export const standardHead = z.object({
  id: z.string(),
  version: z.string(),
  name: text,
  source: z.object({ title: text, document: z.string(), issuer: z.string(), issuedOn: z.string() }),
  /** The area whose authority issued it; `000000` = the nation. */
  area: z.string(),
  /** The level of the areas that are judged. */
  level: z.enum(['nation', 'province', 'city', 'county', 'township']),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  stages: z.array(z.string()),
  confidence,
  /** SHA-256 of the file. */
  hash: z.string(),
  /** `shipped` with the product, or from a `folder` the authority configured. */
  origin: z.enum(['shipped', 'folder']),
  counts: z.object({
    indicators: z.number().int(),
    coefficients: z.number().int(),
    attested: z.number().int(),
    vetoes: z.number().int(),
  }),
});

/** A line to compare with: a number, or (`formula`) one that is computed. `stage` may be `all`. */
export const threshold = z.object({
  stage: z.string(),
  value: z.number().nullable(),
  formula: z.string().nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  ...provenance,
});

/** One indicator, or one item that a person attests. */
export const clause = z.object({
  id: z.string(),
  kind: z.enum(['school', 'class', 'area', 'document', 'survey', 'external', 'veto']),
  name: text,
  unit: text.nullable(),
  stages: z.array(z.string()),
  /** As the standard file writes it, in the names of the measures. */
  formula: z.string().nullable(),
  /** The same in the words of both languages. */
  formulaText: text.nullable(),
  comparison: comparison.nullable(),
  decimals: z.number().int().nullable(),
  thresholds: z.array(threshold),
  appliesWhen: z.string().nullable(),
  /** Share of the schools that must meet the line for the area to meet it. */
  requiredShare: z.number().nullable(),
  /** The calendar year by which it is to be reached; null = now. */
  due: z.number().int().nullable(),
  exceptions: z.array(z.string()),
  ...provenance,
});

/** What stands beside the indicators: rules for a school, limits of coefficients, exclusions, exceptions, splits, parameters. */
export const rule = z.object({
  id: z.string(),
  kind: z.enum(['schoolRule', 'coefficient', 'exclusion', 'exception', 'split', 'parameter']),
  name: text,
  part: z.string().nullable(),
  /** The indicators it speaks of. */
  of: z.array(z.string()),
  when: z.string().nullable(),
  formula: z.string().nullable(),
  thresholds: z.array(threshold),
  /** Numbers by name: `minMet`, `floor`, a stage's weight, a parameter's value. */
  values: z.record(z.string(), z.number()),
  ...provenance,
});

export const standardReader = standardHead.extend({
  parts: z.array(z.object({ part: z.string(), name: text, clauses: z.array(clause), ...provenance })),
  rules: z.array(rule),
  notes: z.array(text),
  /** Every edition in the catalogue with this id, newest first. */
  editions: z.array(z.object({ version: z.string(), validFrom: z.string(), hash: z.string() })),
  /** What areas make stricter than this standard. */
  overrides: z.array(
    z.object({
      area: z.string(),
      name: text,
      document: z.string(),
      changes: z.array(
        z.object({
          of: z.string(),
          stage: z.string().nullable(),
          base: z.number().nullable(),
          value: z.number(),
          ...provenance,
        }),
      ),
    }),
  ),
  /** The measures its formulas read. */
  measures: z.array(z.object({ id: z.string(), name: text, unit: text })),
});

export const standardDiff = z.object({
  from: z.object({ id: z.string(), version: z.string() }),
  to: z.object({ id: z.string(), version: z.string() }),
  changes: z.array(
    z.object({
      /** `added`: only in `to`; `removed`: only in `from`. */
      kind: z.enum(['added', 'removed', 'changed']),
      of: z.string(),
      name: text,
      /** `formula`, `threshold primary`, `limit junior`, `minMet` …; empty for added and removed. */
      field: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
      /** Whether the change makes the standard stricter; null where it cannot be said. */
      stricter: z.boolean().nullable(),
    }),
  ),
});

export const checkBody = z.object({ standard: z.string().max(500_000) });
export const mistake = z.object({
  code: z.string(),
  file: z.string(),
  line: z.number().int(),
  column: z.number().int(),
  message: text,
  remedy: text.nullable(),
});
export const checkAnswer = z.object({ mistakes: z.array(mistake) });

export type StandardHead = z.infer<typeof standardHead>;
export type StandardReader = z.infer<typeof standardReader>;
export type StandardDiff = z.infer<typeof standardDiff>;
export type Clause = z.infer<typeof clause>;
export type Rule = z.infer<typeof rule>;
export type Threshold = z.infer<typeof threshold>;
export type CheckAnswer = z.infer<typeof checkAnswer>;
