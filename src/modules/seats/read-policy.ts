import { parse } from 'yaml';
import { z } from 'zod';
import { stages } from '#standards';
import { seatsErrors } from './errors.ts';
import { chainStages } from './grades.ts';
import type { SeatsPolicy } from './policy.ts';

const confidence = z.enum(['verified', 'secondary', 'memory', 'own']);
const parameter = z.strictObject({ value: z.number().positive(), confidence, clause: z.string() });
const chainStage = z.enum(chainStages);
const needs = z.strictObject({ classSize: parameter, pupilsPerTeacher: parameter, roomAreaM2: parameter });
const scenario = z.strictObject({
  entry: z.number().positive(),
  progression: z.number().positive(),
  arrivals: z.number().min(0),
});
const shape = z.strictObject({
  source: z.strictObject({ zh: z.string(), en: z.string() }),
  stages: z.record(chainStage, needs),
  staffingStretch: parameter,
  perThousand: z.array(
    z.strictObject({
      area: z.string(),
      stage: z.enum(stages),
      seats: z.number().positive(),
      validFrom: z.iso.date(),
      confidence,
      clause: z.string(),
    }),
  ),
  warning: z.strictObject({ probability: parameter, yearsAhead: parameter, tight: parameter }),
  largeClass: parameter,
  housing: z.strictObject({
    occupancy: z.array(z.number().min(0).max(1)).min(1),
    pupilsPerHundredHomes: z.record(chainStage, z.number().min(0)),
    confidence,
  }),
  shares: z.strictObject({ publicKindergarten: parameter, publicCompulsory: parameter }),
  scenarios: z.strictObject({ expected: scenario, fewer: scenario, more: scenario }),
  specialSchoolPopulation: parameter,
});

/** Reads `policies/seats.yaml` or a file of the same shape. @throws DomainError `seats.policyRefused` */
export function readSeatsPolicy(text: string): SeatsPolicy {
  let content: unknown;
  try {
    content = parse(text);
  } catch (error) {
    throw seatsErrors.policyRefused({ place: error instanceof Error ? (error.message.split('\n')[0] ?? '') : '' });
  }
  const read = shape.safeParse(content);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw seatsErrors.policyRefused({ place: `${issue?.path.join('.')}: ${issue?.message}` });
}
