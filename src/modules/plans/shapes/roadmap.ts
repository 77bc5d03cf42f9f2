import { z } from 'zod';
import { areaCode, areaRef, plainDate, reading, standing, text, year } from './common.ts';

export const roadmapQuery = z.object({ standard: z.string().max(80).optional() });

export const roadmapRow = z.object({
  county: areaRef,
  /** null = no year has been set. */
  entry: z
    .object({
      targetYear: z.number().int(),
      setBy: z.string(),
      responsible: z.string(),
      document: z.string(),
      signedOn: plainDate.nullable(),
      recognisedOn: plainDate.nullable(),
    })
    .nullable(),
  /** How many items of the standard are not met, by year, oldest first; null = not evaluated. */
  failing: z.array(reading),
  /** Items without data in the newest year: the number failing may be higher by these. */
  unknown: z.number().int(),
  standing: standing.or(z.literal('unset')),
  /** What the trend of the failing items gives for the target year. */
  expected: z.number().nullable(),
});

export const roadmap = z.object({
  area: areaRef,
  standard: z.object({ id: z.string(), version: z.string(), name: text }),
  years: z.array(z.number().int()),
  rows: z.array(roadmapRow),
});

export const roadmapBody = z.strictObject({
  standard: z.string().min(1).max(80),
  targetYear: year,
  /** On whose behalf: the county itself, or an area above it where one may act. */
  setBy: areaCode,
  responsible: z.string().trim().max(100).default(''),
  document: z.string().trim().max(300).default(''),
  signedOn: plainDate.nullable().default(null),
  recognisedOn: plainDate.nullable().default(null),
});
export const letterQuery = z.object({
  standard: z.string().max(80).optional(),
  format: z.enum(['docx', 'pdf']).default('docx'),
});

export type Roadmap = z.infer<typeof roadmap>;
export type RoadmapRowShown = z.infer<typeof roadmapRow>;
export type RoadmapBody = z.infer<typeof roadmapBody>;
