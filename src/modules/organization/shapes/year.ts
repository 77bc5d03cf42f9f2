import { z } from 'zod';
import { areaCode, page, schoolYear } from './common.ts';

export const yearAct = z.object({
  act: z.enum(['locked', 'reopened']),
  at: z.string(),
  reason: z.string(),
  by: z.string(),
});

/** `mixed`: some counties below are locked and some are not. */
export const yearState = z.enum(['open', 'locked', 'mixed']);

export const year = z.object({
  year: z.number().int(),
  /** "2026—2027". */
  label: z.string(),
  state: yearState,
  /** Units with at least one fact of that year. */
  unitsWithFacts: z.number().int(),
  facts: z.number().int(),
  history: z.array(yearAct),
});

export const yearsAnswer = z.object({ rows: z.array(year) });
export const yearParams = z.object({ area: areaCode, year: schoolYear });

/** Locking and reopening always say why. */
export const yearBody = z.object({ reason: z.string().trim().min(1).max(500) });

export const submissionsQuery = page.extend({ year: schoolYear });

export const submission = z.object({
  unit: z.string(),
  county: z.string(),
  name: z.string(),
  township: z.string().nullable(),
  /** True where the unit has at least one fact of that year. */
  submitted: z.boolean(),
  facts: z.number().int(),
});

/** Who has submitted and who has not; those missing first. */
export const submissionsPage = z.object({
  year: z.number().int(),
  total: z.number().int(),
  missing: z.number().int(),
  rows: z.array(submission),
  nextCursor: z.string().nullable(),
});

export type Year = z.infer<typeof year>;
export type SubmissionsPage = z.infer<typeof submissionsPage>;
