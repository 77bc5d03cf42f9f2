import { z } from 'zod';
import { areaRef, evaluationHead, evaluationQuery, indicatorRef, stage, status, verdict } from './common.ts';

/**
 * What is laid side by side.
 * `areas`: the child areas of a city, province or the nation, each by its own schools.
 * `urbanRural` and `group`: the schools of one area, town against country or group by group.
 */
export const comparisonQuery = evaluationQuery.extend({
  by: z.enum(['areas', 'urbanRural', 'group', 'ownership', 'township']).default('areas'),
});

export const comparisonCell = z.object({
  indicator: z.string(),
  stage,
  /** `coefficient`: dispersion among the schools; `mean`: resource over pupils; `metShare`: school-stages that meet the line. */
  coefficientOfVariation: z.number().nullable(),
  limit: z.number().nullable(),
  mean: z.number().nullable(),
  metShare: z.number().nullable(),
  schools: z.number().int(),
  verdict,
  status,
  previousCoefficient: z.number().nullable(),
  previousMean: z.number().nullable(),
});

export const comparisonRow = z.object({
  key: z.string(),
  name: z.object({ zh: z.string(), en: z.string() }),
  area: areaRef.nullable(),
  schools: z.number().int(),
  pupils: z.number().nullable(),
  verdict,
  coefficientsOutside: z.number().int(),
  schoolStagesOutside: z.number().int(),
  schoolStages: z.number().int(),
  /** The judged areas inside the row (counties of a city), the row itself where it is one. */
  areas: z.object({
    total: z.number().int(),
    met: z.number().int(),
    notMet: z.number().int(),
    noData: z.number().int(),
  }),
  /** From 1; by coefficients outside, then by the share of school-stages outside. Our own order, the measure has none. */
  rank: z.number().int(),
  previousRank: z.number().int().nullable(),
  cells: z.array(comparisonCell),
});

export const comparison = evaluationHead.extend({
  by: comparisonQuery.shape.by.unwrap(),
  indicators: z.array(indicatorRef),
  rows: z.array(comparisonRow),
  /** Dispersion between the rows themselves (counties in a city), pupil-weighted, for every indicator and stage. */
  between: z.array(
    z.object({
      indicator: z.string(),
      stage,
      rows: z.number().int(),
      mean: z.number().nullable(),
      coefficientOfVariation: z.number().nullable(),
    }),
  ),
  previousYear: z.number().int().nullable(),
});

export type Comparison = z.infer<typeof comparison>;
export type ComparisonRow = z.infer<typeof comparisonRow>;
export type ComparisonCell = z.infer<typeof comparisonCell>;
