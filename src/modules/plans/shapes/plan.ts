import { z } from 'zod';
import {
  areaCode,
  areaParams,
  areaRef,
  identifier,
  plainDate,
  reading,
  reason,
  stageOrAll,
  standing,
  text,
  year,
} from './common.ts';

export const planKind = z.enum(['development', 'action', 'campaign', 'pilot']);
export const planState = z.enum(['draft', 'issued', 'closed']);
export const direction = z.enum(['atLeast', 'atMost']);

export const planParams = areaParams.extend({ plan: identifier });
export const targetParams = planParams.extend({ target: identifier });
export const taskParams = planParams.extend({ task: identifier });

const planRef = z.object({ area: areaRef, id: z.string(), title: z.string() });

export const planHead = z.object({
  area: areaRef,
  id: z.string(),
  /** A school's own plan; null = the area's. */
  unit: z.object({ id: z.string(), name: z.string() }).nullable(),
  kind: planKind,
  title: z.string(),
  /** The document it rests on. */
  basis: z.string(),
  fromYear: z.number().int(),
  toYear: z.number().int(),
  state: planState,
  /** The plan above that this one carries out. */
  follows: planRef.nullable(),
  targets: z.number().int(),
  /** Targets whose number nobody has filled in yet. */
  blankTargets: z.number().int(),
  tasks: z.number().int(),
  createdAt: z.string(),
  createdBy: z.string(),
});

/** The indicator of an area that measures a target. */
export const measuredBy = z.strictObject({
  standard: z.string().max(80),
  indicator: z.string().max(80),
  stage: stageOrAll,
});

export const target = z.object({
  id: z.string(),
  clause: z.object({ id: z.string(), title: text }),
  title: z.string(),
  measuredBy: measuredBy.extend({ name: text, decimals: z.number().int() }).nullable(),
  direction,
  unit: text,
  /** null = the text leaves it blank, and it stays visibly blank. */
  value: z.number().nullable(),
  dueYear: z.number().int(),
  /** The target above it, and its number. */
  follows: z
    .object({ plan: planRef, target: z.string(), value: z.number().nullable(), dueYear: z.number().int() })
    .nullable(),
  standing,
  /** Readings of the indicator, oldest first; a school year counts for the calendar year in which it begins. */
  readings: z.array(reading),
  /** What the trend of the readings gives for the due year. */
  expected: z.number().nullable(),
});

export const task = z.object({
  id: z.string(),
  clause: z.object({ id: z.string(), title: text }),
  target: z.string().nullable(),
  year: z.number().int(),
  title: z.string(),
  /** Where the target is to stand at the end of the year. */
  milestone: z.number().nullable(),
  lead: z.object({ id: z.string(), name: text }),
  supporting: z.array(z.object({ id: z.string(), name: text })),
  dueOn: plainDate,
  evidence: z.string(),
  /** The case in which it is reported and confirmed; null before the plan is issued. */
  case: z
    .object({ id: z.string(), state: text, isFinal: z.boolean(), dueOn: plainDate.nullable(), isOverdue: z.boolean() })
    .nullable(),
});

export const planAct = z.object({
  act: z.enum(['created', 'issued', 'reopened', 'closed']),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
});

export const planDetail = planHead.extend({
  targetRows: z.array(target),
  taskRows: z.array(task),
  acts: z.array(planAct),
});

export const plansAnswer = z.object({
  area: areaRef,
  /** Plans of the area, newest first. */
  rows: z.array(planHead),
  /** Issued plans of the areas above, which these may carry out. */
  above: z.array(planHead),
});

export const planBody = z.strictObject({
  unit: identifier.nullable().default(null),
  kind: planKind,
  title: z.string().trim().min(2).max(200),
  basis: z.string().trim().max(500).default(''),
  fromYear: year,
  toYear: year,
  follows: z.strictObject({ area: areaCode, plan: identifier }).nullable().default(null),
});

export const targetBody = z.strictObject({
  clause: identifier,
  title: z.string().trim().min(2).max(300),
  measuredBy: measuredBy.nullable(),
  direction,
  unit: z.string().trim().max(40).default(''),
  value: z.number().nullable(),
  dueYear: year,
  follows: z.strictObject({ area: areaCode, plan: identifier, target: identifier }).nullable().default(null),
});

export const taskBody = z.strictObject({
  clause: identifier,
  target: identifier.nullable(),
  year,
  title: z.string().trim().min(2).max(300),
  milestone: z.number().nullable().default(null),
  lead: identifier,
  supporting: z.array(identifier).max(20).default([]),
  dueOn: plainDate,
  evidence: z.string().trim().max(1000).default(''),
});

export const planActBody = z.strictObject({ act: z.enum(['issue', 'reopen', 'close']), reason: reason.optional() });
export const documentQuery = z.object({ format: z.enum(['docx', 'pdf']).default('docx') });

export type PlanHead = z.infer<typeof planHead>;
export type PlanDetail = z.infer<typeof planDetail>;
export type Target = z.infer<typeof target>;
export type Task = z.infer<typeof task>;
export type PlanBody = z.infer<typeof planBody>;
export type TargetBody = z.infer<typeof targetBody>;
export type TaskBody = z.infer<typeof taskBody>;
export type PlansAnswer = z.infer<typeof plansAnswer>;
