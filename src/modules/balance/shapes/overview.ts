import { z } from 'zod';
import { evaluationHead, indicatorRef, stage, stageOrAll, status, text, unitRef, verdict } from './common.ts';

/** A school's part in one coefficient; the shares of all schools of an area and stage add up to 1. */
export const driver = unitRef.extend({ value: z.number().nullable(), contributionShare: z.number() });

export const coefficient = z.object({
  indicator: z.string(),
  stage,
  /** Schools counted, and schools left out because something needed was not reported. */
  schools: z.number().int(),
  missing: z.number().int(),
  mean: z.number().nullable(),
  standardDeviation: z.number().nullable(),
  coefficientOfVariation: z.number().nullable(),
  limit: z.number().nullable(),
  verdict,
  status,
  /** The coefficient one school year before; null where it is not known. */
  previous: z.number().nullable(),
  /** The schools that make it large, largest contribution first, at most five. */
  drivers: z.array(driver),
});

export const part = z.object({
  part: z.string(),
  name: text,
  met: z.number().int(),
  notMet: z.number().int(),
  noData: z.number().int(),
  verdict,
});

/** What all schools together lack in one indicator and stage. */
export const gap = z.object({
  indicator: z.string(),
  stage,
  schools: z.number().int(),
  /** In `resource`, whole units where they come whole (teachers, rooms). */
  amountShort: z.number(),
  resource: text,
  /** Null where no unit cost is known. */
  costFen: z.number().int().nullable(),
});

export const mapPoint = unitRef.extend({
  lng: z.number(),
  lat: z.number(),
  stages: z.array(stage),
  pupils: z.number().nullable(),
  status,
});

/** One verdict that is not what it was a school year before. */
export const change = z.object({
  kind: z.enum(['coefficient', 'school', 'areaIndicator']),
  indicator: z.string().nullable(),
  stage: stage.nullable(),
  unit: unitRef.nullable(),
  before: verdict,
  after: verdict,
  valueBefore: z.number().nullable(),
  valueAfter: z.number().nullable(),
});

/**
 * An indicator of the area itself, or a requirement on its schools. For the latter (`schools` is given) the value is the share of
 * schools that keep to it and the threshold the share that must; name, unit and decimals are those of what is shown here.
 */
export const areaIndicator = z.object({
  indicator: z.string(),
  name: text,
  unit: text,
  decimals: z.number().int(),
  stage: stageOrAll,
  part: z.string(),
  schools: z.object({ met: z.number().int(), notMet: z.number().int(), noData: z.number().int() }).nullable(),
  value: z.number().nullable(),
  threshold: z.number().nullable(),
  verdict,
  status,
});

export const overview = evaluationHead.extend({
  verdict,
  /** The numbers of the first sentence: "5 of 14 coefficients and 23 of 148 school-stages are outside the line". */
  counts: z.object({
    coefficients: z.object({ total: z.number().int(), outside: z.number().int(), noData: z.number().int() }),
    schoolStages: z.object({
      total: z.number().int(),
      outside: z.number().int(),
      noData: z.number().int(),
      excluded: z.number().int(),
    }),
    /** Documents, surveys and vetoes that nobody has answered yet. */
    attestationsOpen: z.number().int(),
    schools: z.number().int(),
    /** Schools of the registry without any fact of this year. */
    schoolsWithoutFacts: z.number().int(),
    /** Child areas that were evaluated on their own (counties of a city); zero in a county. */
    areas: z.object({
      total: z.number().int(),
      met: z.number().int(),
      notMet: z.number().int(),
      noData: z.number().int(),
    }),
  }),
  indicators: z.array(indicatorRef),
  /** Worst first: by coefficient over limit. */
  coefficients: z.array(coefficient),
  parts: z.array(part),
  areaIndicators: z.array(areaIndicator),
  gaps: z.array(gap),
  /** Empty above 3,000 schools. */
  map: z.array(mapPoint),
  previousYear: z.number().int().nullable(),
  /** At most 1,000, the worse first. */
  changes: z.array(change),
  /** At most 1,000. */
  schoolsWithoutFacts: z.array(unitRef),
});

export type Overview = z.infer<typeof overview>;
export type Coefficient = z.infer<typeof coefficient>;
export type Gap = z.infer<typeof gap>;
export type MapPoint = z.infer<typeof mapPoint>;
export type Change = z.infer<typeof change>;
