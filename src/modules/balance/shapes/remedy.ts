import { z } from 'zod';
import { evaluationHead, stage, stageOrAll, text, unitRef } from './common.ts';

/** Unit costs, in fen for one unit of the resource; `indicator` as in the standard. */
export const unitCost = z.object({
  indicator: z.string(),
  stage: stage.nullable(),
  resource: text,
  costFen: z.number().int().nonnegative(),
  source: text,
});

export const remedyBody = z.object({
  year: z.number().int().optional(),
  standard: z.string().max(80).optional(),
  /** Overrides of the default unit costs. */
  costs: z
    .array(
      z.object({
        indicator: z.string(),
        stage: stage.nullable().default(null),
        costFen: z.number().int().nonnegative(),
      }),
    )
    .default([]),
  /** Teachers and equipment may also move between schools. */
  mayMove: z.boolean().default(false),
  timeLimitS: z.number().positive().max(120).default(10),
});

export const remedyStep = unitRef.extend({
  /** `all` = pieces of the whole school that the standard divides among its stages. */
  stage: stageOrAll,
  indicator: z.string(),
  /** `receive` and `give` only with `mayMove`. */
  kind: z.enum(['buy', 'receive', 'give']),
  /** Negative: to give to another school. */
  amount: z.number(),
  whole: z.boolean(),
  resource: text,
  costFen: z.number().int(),
  valueBefore: z.number().nullable(),
  valueAfter: z.number().nullable(),
});

export const remedyPlan = evaluationHead.extend({
  /**
   * `infeasible` names what cannot be met; `unknown` = some school has no data, the plan is for the others; `notFound` = no plan
   * was found in the time.
   */
  outcome: z.enum(['planned', 'nothingToDo', 'infeasible', 'unknown', 'notFound']),
  mayMove: z.boolean(),
  costFen: z.number().int(),
  lowerBoundFen: z.number().int(),
  /** What the school rule alone would cost at least, the rest being due to the coefficients; null with `mayMove`. */
  ruleCostFen: z.number().int().nullable(),
  /** (cost − lower bound) ÷ cost. */
  gapShare: z.number(),
  seconds: z.number(),
  costs: z.array(unitCost),
  byIndicator: z.array(
    z.object({
      indicator: z.string(),
      stage: stageOrAll,
      amount: z.number(),
      resource: text,
      costFen: z.number().int(),
    }),
  ),
  bySchool: z.array(
    unitRef.extend({
      stage: stageOrAll,
      costFen: z.number().int(),
      /** The indicator left under the line, within the rule's floor. */ spared: z.string().nullable(),
    }),
  ),
  coefficients: z.array(
    z.object({
      /** The judged area: a plan for a city has those of each county. */
      area: z.string(),
      indicator: z.string(),
      stage,
      before: z.number().nullable(),
      after: z.number().nullable(),
      limit: z.number().nullable(),
      /** The plan would be cheaper without this limit … */
      binding: z.boolean(),
      /** … by about this much for each 0.01 by which it were raised. */
      savingFen: z.number().int(),
    }),
  ),
  steps: z.array(remedyStep),
  notes: z.array(text),
});

export type RemedyPlan = z.infer<typeof remedyPlan>;
export type RemedyBody = z.infer<typeof remedyBody>;
export type RemedyStep = z.infer<typeof remedyStep>;
