import { z } from 'zod';

export const text = z.object({ zh: z.string(), en: z.string() });
const provenance = z.object({
  clause: z.string(),
  confidence: z.enum(['verified', 'memory', 'secondary', 'own']),
  note: text.nullable(),
});
const option = z.object({
  id: z.string(),
  words: text,
  points: z.number().nullable(),
  positive: z.boolean().nullable(),
  descriptor: text.nullable(),
});
const stage = z.enum(['kindergarten', 'primary', 'junior', 'senior', 'special']);
const answerType = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('yesNo'), positive: z.boolean() }),
  z.object({ kind: z.enum(['choice', 'level']), options: z.array(option) }),
  z.object({ kind: z.literal('choices'), options: z.array(option), atLeast: z.number(), atMost: z.number() }),
  z.object({
    kind: z.literal('number'),
    unit: text.nullable(),
    from: z.number().nullable(),
    to: z.number().nullable(),
    whole: z.boolean(),
  }),
  z.object({ kind: z.literal('text'), longest: z.number() }),
  z.object({ kind: z.literal('date'), from: z.string().nullable(), to: z.string().nullable() }),
  z.object({ kind: z.literal('files'), atLeast: z.number() }),
]);

/** An instrument as it is; the browser asks, skips and scores with it as the server does. */
export const instrument = z.object({
  id: z.string(),
  version: z.string(),
  kind: z.enum(['rubric', 'checklist', 'survey', 'scale']),
  words: text,
  area: z.string(),
  subject: z.enum(['school', 'area']),
  stages: z.array(stage),
  source: z.object({ document: z.string(), title: text, issuer: z.string(), issuedOn: z.string() }),
  provenance,
  notes: z.array(text),
  sections: z.array(
    z.object({
      id: z.string(),
      words: text,
      help: text.nullable(),
      askedIf: z.string().nullable(),
      items: z.array(
        z.object({
          id: z.string(),
          words: text,
          help: text.nullable(),
          type: answerType,
          required: z.boolean(),
          evidence: z.enum(['none', 'optional', 'required']),
          weight: z.number(),
          askedIf: z.string().nullable(),
          provenance,
        }),
      ),
    }),
  ),
  scores: z.array(
    z.object({
      id: z.string(),
      words: text,
      how: z.enum(['sum', 'mean', 'weighted', 'share']),
      items: z.array(z.string()),
      bands: z.array(z.object({ from: z.number(), words: text })),
      provenance,
    }),
  ),
  respondents: z.array(z.object({ id: z.string(), words: text, leastShare: z.number().nullable(), provenance })),
  sampling: z.object({ perThousandResidents: z.number(), shownFrom: z.number(), provenance }).nullable(),
});

export const instrumentHead = instrument
  .pick({
    id: true,
    version: true,
    kind: true,
    words: true,
    subject: true,
    stages: true,
    source: true,
    provenance: true,
  })
  .extend({ items: z.number() });

export type InstrumentView = z.infer<typeof instrument>;
