import { z } from 'zod';
import { evaluationHead, evaluationQuery, stageOrAll, text } from './common.ts';
import { sourceCell } from './school.ts';

/**
 * Which number to explain: `value` of a school (`unit`, `stage`, `indicator`) or of the area (`indicator`), `coefficient` (`indicator`,
 * `stage`), or the `verdict` of a school-stage (`unit`, `stage`) or of the area.
 */
export const traceQuery = evaluationQuery.extend({
  of: z.enum(['value', 'coefficient', 'verdict']).default('value'),
  indicator: z.string().max(80).optional(),
  stage: stageOrAll.optional(),
  unit: z.string().max(80).optional(),
});

/** How a number came about; a leaf carries the cells it was read from. */
export interface TraceNode {
  label: { zh: string; en: string };
  formula?: string | undefined;
  substituted?: string | undefined;
  value: number | boolean | null;
  unit?: string | undefined;
  notes: { zh: string; en: string }[];
  sources: z.infer<typeof sourceCell>[];
  parts: TraceNode[];
}
export const traceNode: z.ZodType<TraceNode> = z
  .object({
    label: text,
    formula: z.string().optional(),
    substituted: z.string().optional(),
    value: z.union([z.number(), z.boolean(), z.null()]),
    unit: z.string().optional(),
    notes: z.array(text),
    sources: z.array(sourceCell),
    get parts(): z.ZodArray<z.ZodType<TraceNode>> {
      return z.array(traceNode);
    },
  })
  .meta({ id: 'TraceNode' });

export const traceAnswer = evaluationHead.extend({
  clause: z.string(),
  document: text,
  confidence: z.string(),
  trace: traceNode,
});
export type TraceAnswer = z.infer<typeof traceAnswer>;
