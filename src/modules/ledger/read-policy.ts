import { parse } from 'yaml';
import { z } from 'zod';
import { ledgerErrors } from './errors.ts';
import { type LedgerPolicy, lightFigures } from './policy.ts';

const words = z.strictObject({ zh: z.string(), en: z.string() });
const shape = z.strictObject({
  confidence: z.enum(['verified', 'memory', 'secondary', 'own']),
  source: words,
  standards: z.array(z.string()).min(1),
  families: z
    .array(
      z.strictObject({
        id: z.string(),
        zh: z.string(),
        en: z.string(),
        owner: words,
        dueDays: z.number().int().positive(),
      }),
    )
    .min(1),
  otherParts: z.record(z.string(), z.string()).default({}),
  bottomLine: z.array(z.string()).default([]),
  lights: z.array(
    z.strictObject({
      light: z.enum(['red', 'yellow', 'green']),
      figure: z.enum(lightFigures).optional(),
      above: z.number().optional(),
      zh: z.string(),
      en: z.string(),
    }),
  ),
});

/** Reads `policies/ledger.yaml` or a file of the same shape. @throws DomainError `ledger.policyRefused` */
export function readLedgerPolicy(text: string): LedgerPolicy {
  let content: unknown;
  try {
    content = parse(text);
  } catch (error) {
    throw ledgerErrors.policyRefused({ place: error instanceof Error ? (error.message.split('\n')[0] ?? '') : '' });
  }
  const read = shape.safeParse(content);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw ledgerErrors.policyRefused({ place: `${issue?.path.join('.')}: ${issue?.message}` });
  }
  const { families, lights, ...rest } = read.data;
  return {
    ...rest,
    families: families.map(({ id, zh, en, owner, dueDays }) => ({ id, words: { zh, en }, owner, dueDays })),
    lights: lights.map(({ light, figure, above, zh, en }) => ({ light, figure, above, words: { zh, en } })),
  };
}
