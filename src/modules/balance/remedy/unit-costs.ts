import { parse } from 'yaml';
import { z } from 'zod';
import type { Stage } from '#standards';

const words = z.strictObject({ zh: z.string(), en: z.string() });
const fen = z.number().int().nonnegative();
const stageFen = z.strictObject({
  kindergarten: fen.optional(),
  primary: fen.optional(),
  junior: fen.optional(),
  senior: fen.optional(),
  special: fen.optional(),
});
const shape = z.strictObject({
  confidence: z.enum(['verified', 'memory', 'secondary', 'own']),
  source: words,
  costs: z.array(
    z.strictObject({
      standard: z.string(),
      indicator: z.string(),
      measure: z.string(),
      resource: words,
      whole: z.boolean(),
      costFen: z.union([fen, stageFen]),
      moveFen: fen.optional(),
      note: words.optional(),
    }),
  ),
});

/** What one piece of an indicator's resource costs, and which measure a piece is added to. */
export type UnitCost = z.infer<typeof shape>['costs'][number];

export interface UnitCosts {
  readonly confidence: z.infer<typeof shape>['confidence'];
  readonly source: z.infer<typeof words>;
  readonly costs: readonly UnitCost[];
}

/** Reads `policies/costs.yaml`. @throws ZodError where the file does not have its shape. */
export function readUnitCosts(text: string): UnitCosts {
  return shape.parse(parse(text));
}

/** The price in a stage; null where the table names none. */
export function costFenOf(cost: UnitCost, stage: Stage): number | null {
  return typeof cost.costFen === 'number' ? cost.costFen : (cost.costFen[stage] ?? null);
}
