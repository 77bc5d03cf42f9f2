import { parse } from 'yaml';
import { z } from 'zod';
import type { QualityChecks } from './model.ts';

const words = z.strictObject({ zh: z.string(), en: z.string() });
const stage = z.enum(['kindergarten', 'primary', 'junior', 'senior', 'special', 'all']);
const shape = z.strictObject({
  outliers: z.strictObject({
    robustScore: z.number().positive(),
    times: z.number().min(1),
    pupils: z.number().min(0),
    schools: z.number().int().min(4),
  }),
  copies: z.strictObject({ figures: z.number().int().min(2), distinct: z.number().int().min(2) }),
  digits: z.strictObject({ smallest: z.number().min(10), figures: z.number().int(), tail: z.number() }),
  sums: z.strictObject({
    tolerance: z.number().min(0),
    notSums: z.array(z.string()),
    schools: z.array(
      z.strictObject({ area: z.string(), of: z.string(), stages: z.array(stage), ownership: z.array(z.string()) }),
    ),
  }),
  shared: z.strictObject({ localShare: z.number().positive().max(1) }),
  photos: z.strictObject({ within: z.number().int().min(0).max(11), flat: z.number().int().min(0).max(32) }),
  relations: z.array(
    z.strictObject({
      id: z.string(),
      words,
      stages: z.array(stage),
      left: z.array(z.string()).min(1),
      relation: z.enum(['atMost', 'equals']),
      right: z.array(z.string()).min(1),
    }),
  ),
});

/** Reads `policies/quality-checks.yaml`. @throws ZodError where the file does not have its shape. */
export function readQualityChecks(text: string): QualityChecks {
  return shape.parse(parse(text));
}
