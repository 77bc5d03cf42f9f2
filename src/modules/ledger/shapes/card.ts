import { z } from 'zod';
import { familyRef, ledgerArea, lineState } from './lines.ts';

const text = z.object({ zh: z.string(), en: z.string() });
const stageOrAll = z.enum(['kindergarten', 'primary', 'junior', 'senior', 'special', 'all']);
const schoolYear = z.coerce.number().int().min(1950).max(2200);

export const cardParams = z.object({ area: z.string().min(1).max(80), unit: z.string().min(1).max(80) });
export const cardQuery = z.object({ year: schoolYear.optional() });
export const cardFileQuery = cardQuery.extend({ language: z.enum(['zh', 'en']).default('zh') });

export const cardItem = z.object({
  standard: z.string(),
  indicator: z.string(),
  stage: stageOrAll,
  title: text,
  unit: text,
  decimals: z.number().int(),
  comparison: z.enum(['atLeast', 'atMost', 'above', 'below']),
  value: z.number().nullable(),
  /** Null where the standard names no line: the province sets it, and nothing is judged. */
  threshold: z.number().nullable(),
  hasLine: z.boolean(),
  status: z.enum(['met', 'near', 'notMet', 'noData', 'notApplicable']),
  bottomLine: z.boolean(),
  shortfall: z.number(),
  resource: text,
  clause: z.string(),
  confidence: z.string(),
  note: text.nullable(),
  line: z.object({ id: z.string(), state: lineState }).nullable(),
});

export const complianceCard = z.object({
  area: ledgerArea,
  school: z.object({ unit: z.string(), name: z.string(), category: z.string() }),
  schoolYear: z.number().int(),
  years: z.array(z.number().int()),
  standards: z.array(z.object({ id: z.string(), name: text, version: z.string() })),
  counts: z.object({
    judged: z.number().int(),
    met: z.number().int(),
    notMet: z.number().int(),
    noData: z.number().int(),
    /** Items that wait for a line of the province. */
    withoutLine: z.number().int(),
    bottomLineNotMet: z.number().int(),
  }),
  families: z.array(familyRef.extend({ items: z.array(cardItem) })),
});

export type ComplianceCard = z.infer<typeof complianceCard>;
export type CardItem = z.infer<typeof cardItem>;
