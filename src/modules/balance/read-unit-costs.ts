import { parse } from 'yaml';
import { z } from 'zod';
import { balanceErrors } from './errors.ts';
import type { UnitCosts } from './remedy/unit-cost.ts';

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
      act: words.optional(),
    }),
  ),
});

/** Reads `policies/costs.yaml` or a table of the same shape. @throws DomainError `balance.costsRefused` */
export function readUnitCosts(text: string): UnitCosts {
  let content: unknown;
  try {
    content = parse(text);
  } catch (error) {
    throw balanceErrors.costsRefused({ place: error instanceof Error ? (error.message.split('\n')[0] ?? '') : '' });
  }
  const read = shape.safeParse(content);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw balanceErrors.costsRefused({ place: `${issue?.path.join('.')}: ${issue?.message}` });
}
