import { z } from 'zod';
import { areaRef, evaluationQuery, text, verdict } from './common.ts';

export const snapshotHead = z.object({
  id: z.string(),
  area: areaRef,
  schoolYear: z.number().int(),
  standard: z.object({ id: z.string(), version: z.string(), name: text, hash: z.string() }),
  inputsHash: z.string(),
  /** SHA-256 of the stored result. */
  resultHash: z.string(),
  createdAt: z.string(),
  createdBy: z.string(),
  verdict,
  /** The inputs have changed since: evaluate again. */
  stale: z.boolean(),
});
export const snapshotList = z.object({ rows: z.array(snapshotHead), nextCursor: z.string().nullable() });
export const snapshotParams = z.object({ area: z.string().min(1).max(80), snapshot: z.string().min(1).max(80) });
export const snapshotQuery = evaluationQuery.extend({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const snapshotBody = z.object({ year: z.number().int().optional(), standard: z.string().max(80).optional() });

const judged = z.object({
  indicator: z.string(),
  value: z.number().nullable(),
  threshold: z.number().nullable(),
  verdict,
  exceptions: z.array(z.string()),
});

/** The stored evaluation in the shape of `junheng evaluate --json`. */
export const evaluationReport = z.object({
  /** Id, version and SHA-256 of the standard's files. */
  standard: z.string(),
  standardVersion: z.string(),
  standardHash: z.string(),
  /** The code of the evaluated area; of areas side by side, the area that holds them. */
  area: z.string(),
  areaName: z.string(),
  /** The calendar year in which the school year begins. */
  year: z.number().int(),
  /** The id of the stored snapshot, or SHA-256 of the inputs where nothing was stored. */
  snapshot: z.string(),
  inputsHash: z.string(),
  coefficients: z.array(
    z.object({
      area: z.string(),
      /** What the members share where they are grouped by an attribute; absent in the ordinary case. */
      group: z.string().optional(),
      stage: z.string(),
      indicator: z.string(),
      schools: z.number().int(),
      missing: z.number().int(),
      mean: z.number().nullable(),
      standardDeviation: z.number().nullable(),
      coefficientOfVariation: z.number().nullable(),
      limit: z.number().nullable(),
      verdict,
    }),
  ),
  schools: z.array(
    z.object({
      school: z.string(),
      name: z.string(),
      area: z.string(),
      stage: z.string(),
      indicators: z.array(judged),
      met: z.number().int(),
      verdict,
      excludedBy: z.string().nullable(),
    }),
  ),
  /** Indicators of schools as a whole. */
  wholeSchools: z.array(
    z.object({
      school: z.string(),
      name: z.string(),
      area: z.string(),
      indicators: z.array(judged),
      verdict,
      excludedBy: z.string().nullable(),
    }),
  ),
  areas: z.array(
    z.object({
      area: z.string(),
      indicators: z.array(judged.extend({ stage: z.string() })),
      parts: z.array(
        z.object({
          part: z.string(),
          met: z.number().int(),
          notMet: z.number().int(),
          noData: z.number().int(),
          verdict,
        }),
      ),
      verdict,
    }),
  ),
  attested: z.array(
    z.object({
      area: z.string(),
      item: z.string(),
      kind: z.enum(['document', 'survey', 'external', 'veto']),
      answer: z.union([z.boolean(), z.number(), z.null()]),
      threshold: z.number().nullable(),
      verdict,
    }),
  ),
  verdict,
});

export const snapshotAnswer = z.object({ snapshot: snapshotHead, evaluation: evaluationReport });
/** What recomputing a snapshot from its own stored inputs and standard gave. */
export const verification = z.object({
  id: z.string(),
  holds: z.boolean(),
  inputsHash: z.object({ stored: z.string(), recomputed: z.string() }),
  standardHash: z.object({ stored: z.string(), recomputed: z.string() }),
  /** Of the stored result itself: whether it is still what was stored, whatever recomputing gives. */
  resultHash: z.object({ stored: z.string(), recomputed: z.string() }),
  /** Paths in the result whose numbers differ, at most 100; empty when `holds`. */
  differences: z.array(z.object({ path: z.string(), stored: z.string(), recomputed: z.string() })),
});

export type EvaluationReport = z.infer<typeof evaluationReport>;
export type SnapshotHead = z.infer<typeof snapshotHead>;
export type SnapshotAnswer = z.infer<typeof snapshotAnswer>;
export type Verification = z.infer<typeof verification>;
export type SnapshotList = z.infer<typeof snapshotList>;
