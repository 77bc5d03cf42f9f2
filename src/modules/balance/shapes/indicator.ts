import { z } from 'zod';
import { evaluationHead, evaluationQuery, indicatorRef, stageOrAll, status, text, unitRef, verdict } from './common.ts';
import { coefficient } from './overview.ts';

export const indicatorParams = z.object({ area: z.string().min(1).max(80), indicator: z.string().min(1).max(80) });
export const indicatorQuery = evaluationQuery.extend({ stage: stageOrAll.optional() });

export const indicatorSchool = unitRef.extend({
  value: z.number().nullable(),
  threshold: z.number().nullable(),
  verdict,
  status,
  pupils: z.number().nullable(),
  /** What is missing to the line in `resource`; 0 = nothing; null = not known. */
  amountShort: z.number().nullable(),
  /** The share of the squared coefficient that this school makes; all shares add up to 1. Null where the school is not counted. */
  contributionShare: z.number().nullable(),
  ownership: z.string().nullable(),
  urbanRural: z.string().nullable(),
  township: z.string().nullable(),
  group: z.string().nullable(),
  previous: z.number().nullable(),
});

/** Theil's T split by one attribute: within + between = total. */
export const theilSplit = z.object({
  by: z.enum(['urbanRural', 'ownership', 'township', 'group', 'county']),
  total: z.number(),
  within: z.number(),
  between: z.number(),
  groups: z.array(
    z.object({
      key: z.string(),
      name: text,
      schools: z.number().int(),
      pupils: z.number(),
      mean: z.number(),
      theil: z.number(),
    }),
  ),
});

export const indicatorPage = evaluationHead.extend({
  indicator: indicatorRef,
  stage: stageOrAll,
  /** The stages this indicator is defined for; `all` where schools are judged as a whole. */
  stages: z.array(stageOrAll),
  resource: text,
  formula: text,
  clause: z.string(),
  coefficient: coefficient.nullable(),
  counts: z.object({ schools: z.number().int(), below: z.number().int(), noData: z.number().int() }),
  schools: z.array(indicatorSchool),
  /** Points from (0, 0) to (1, 1): pupils' share against the resource's share, poorest first. */
  lorenz: z.array(z.object({ pupilShare: z.number(), resourceShare: z.number() })),
  gini: z.number().nullable(),
  theil: z.array(theilSplit),
  /** Mean, coefficient and number of schools below the line by school year, oldest first. */
  history: z.array(
    z.object({
      schoolYear: z.number().int(),
      mean: z.number().nullable(),
      coefficientOfVariation: z.number().nullable(),
      limit: z.number().nullable(),
      below: z.number().int(),
    }),
  ),
});

export type IndicatorPage = z.infer<typeof indicatorPage>;
export type IndicatorSchool = z.infer<typeof indicatorSchool>;
export type TheilSplit = z.infer<typeof theilSplit>;
