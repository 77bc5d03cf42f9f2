import { z } from 'zod';
import { areaRef, schoolYear, stage, text, unitRef } from './common.ts';

export const findingRule = z.enum([
  'range',
  'logic',
  'disagreement',
  'outlier',
  'copiedYear',
  'digits',
  'countedTwice',
  'differentSums',
  'photoTwice',
  'missing',
]);
/** Rules whose findings may be signs of false data, which is a veto item. A signal explains and decides nothing: people judge. */
export const signalRules: readonly z.infer<typeof findingRule>[] = [
  'digits',
  'copiedYear',
  'countedTwice',
  'differentSums',
  'photoTwice',
];
export const findingState = z.enum(['open', 'explained', 'accepted']);
export const findingGravity = z.enum(['grave', 'check', 'hint']);

export const finding = z.object({
  /** Stable while the same rule finds the same values at the same place. */
  id: z.string(),
  rule: findingRule,
  gravity: findingGravity,
  unit: unitRef.nullable(),
  /** The area it is about, where that is one below the area asked for; a school's own stands in `unit`. */
  area: z.object({ code: z.string(), name: z.string() }).nullable(),
  stage: z.union([stage, z.literal('all')]).nullable(),
  measures: z.array(z.string()),
  /** What was found, with the values in it. */
  message: text,
  /** What to do about it. */
  remedy: text,
  evidence: z.array(z.object({ label: text, value: z.string() })),
  /** Of a signal of false data: how likely the same is by chance or honest work. */
  chance: text.nullable(),
  /** Uploaded files to look at. */
  files: z.array(z.string()),
  state: findingState,
  reason: z.string(),
  by: z.string().nullable(),
  at: z.string().nullable(),
});

export const findingsQuery = z.object({
  year: schoolYear.optional(),
  rule: findingRule.optional(),
  state: findingState.optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});
export const findings = z.object({
  area: areaRef,
  schoolYear: z.number().int(),
  total: z.number().int(),
  grave: z.number().int(),
  open: z.number().int(),
  byRule: z.array(
    z.object({
      rule: findingRule,
      name: text,
      isSignal: z.boolean(),
      total: z.number().int(),
      open: z.number().int(),
    }),
  ),
  rows: z.array(finding),
  nextCursor: z.string().nullable(),
});
export const findingParams = z.object({ area: z.string().min(1).max(80), finding: z.string().min(1).max(80) });
export const findingQuery = z.object({ year: schoolYear.optional() });
/** "Explain" says why the number is right; "accept" says that it is known to be wrong and stays. Both need a reason. */
export const findingBody = z
  .object({ state: findingState, reason: z.string().max(2000).default('') })
  .refine((body) => body.state === 'open' || body.reason.trim() !== '', {
    path: ['reason'],
    message: 'a reason is required',
  });

export type Finding = z.infer<typeof finding>;
export type FindingRule = z.infer<typeof findingRule>;
export type Findings = z.infer<typeof findings>;
