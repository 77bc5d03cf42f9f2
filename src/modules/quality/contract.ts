import { z } from 'zod';

const areaCode = z.string().min(1).max(80);
const day = z.iso.date();
const text = z.object({ zh: z.string(), en: z.string() });
const answer = z.union([z.boolean(), z.number(), z.string(), z.array(z.string())]).nullable();
const roundParams = z.object({ area: areaCode, round: z.string().min(1).max(40) });
/** `area` stands for the area itself, where the guide is about areas. */
const evaluationParams = roundParams.extend({ unit: z.string().min(1).max(80) });
const surveyParams = z.object({ area: areaCode, survey: z.string().min(1).max(40) });

export const round = z.object({
  area: z.string(),
  areaName: z.string(),
  id: z.string(),
  instrument: z.string(),
  instrumentName: text,
  title: z.string(),
  schoolYear: z.number(),
  selfDueOn: z.string(),
  states: z.record(z.string(), z.number()),
});

const evaluationHead = z.object({
  unit: z.string(),
  name: z.string(),
  state: z.string(),
  case: z.string(),
  selfSheet: z.string(),
  externalSheet: z.string().nullable(),
  /** Items of the self-assessment done, of those asked. */
  done: z.number(),
  asked: z.number(),
  /** Items in which the two sides differ, and items the external side found weak; null before it scored. */
  differing: z.number().nullable(),
  weak: z.number().nullable(),
});

const score = z.object({
  id: z.string(),
  words: text,
  how: z.string(),
  self: z.number().nullable(),
  external: z.number().nullable(),
  before: z.number().nullable(),
});

export const evaluation = z.object({
  round,
  head: evaluationHead,
  sections: z.array(
    z.object({
      id: z.string(),
      words: text,
      items: z.array(
        z.object({
          item: z.string(),
          words: text,
          options: z.array(z.object({ id: z.string(), words: text })),
          self: answer,
          external: answer,
          before: answer,
          gap: z.number().nullable(),
          isWeak: z.boolean(),
          /** How many photos and files each side gave. */
          selfFiles: z.number(),
          externalFiles: z.number(),
        }),
      ),
    }),
  ),
  scores: z.array(score),
  demands: z.string().nullable(),
  rectifyBy: z.string().nullable(),
  done: z.string().nullable(),
});

/** The doors of quality, below `/api/v1`: rounds by a guide, a school's two sides compared, the record, surveys as evidence. */
export const qualityRoutes = {
  rounds: {
    method: 'GET',
    path: '/quality/areas/:area/rounds',
    titleKey: 'quality.rounds',
    access: { permission: 'quality.read', at: 'anywhere' },
    params: z.object({ area: areaCode }),
    response: z.object({ rows: z.array(round) }),
    errors: ['organization.areaNotFound'],
  },
  openRound: {
    method: 'POST',
    path: '/quality/areas/:area/rounds',
    titleKey: 'quality.openRound',
    access: { permission: 'quality.organize', at: { area: 'params.area' } },
    params: z.object({ area: areaCode }),
    body: z.object({
      instrument: z.string().min(1).max(80),
      title: z.string().trim().min(1).max(120),
      schoolYear: z.number().int().min(1950).max(2200),
      selfDueOn: day,
      /** Absent = every school to which the guide applies. */
      units: z.array(z.string().max(80)).max(2000).optional(),
    }),
    response: round,
    errors: [
      'organization.areaNotFound',
      'instruments.instrumentNotFound',
      'quality.notARubric',
      'quality.nobodyToEvaluate',
    ],
  },
  round: {
    method: 'GET',
    path: '/quality/areas/:area/rounds/:round',
    titleKey: 'quality.round',
    access: { permission: 'quality.read', at: 'anywhere' },
    params: roundParams,
    response: z.object({ round, rows: z.array(evaluationHead) }),
    errors: ['quality.roundNotFound'],
  },
  evaluation: {
    method: 'GET',
    path: '/quality/areas/:area/rounds/:round/units/:unit',
    titleKey: 'quality.evaluation',
    access: { permission: 'quality.read', at: 'record' },
    params: evaluationParams,
    response: evaluation,
    errors: ['quality.roundNotFound', 'quality.evaluationNotFound'],
  },
  record: {
    method: 'GET',
    path: '/quality/areas/:area/rounds/:round/units/:unit/record',
    titleKey: 'quality.record',
    access: { permission: 'quality.read', at: 'record' },
    params: evaluationParams,
    query: z.object({ format: z.enum(['docx', 'pdf']).default('docx') }),
    response: z.instanceof(Uint8Array),
    errors: ['quality.roundNotFound', 'quality.evaluationNotFound'],
  },
  attestSurvey: {
    method: 'POST',
    path: '/quality/areas/:area/surveys/:survey/attestation',
    titleKey: 'quality.attestSurvey',
    access: { permission: 'balance.attest', at: { area: 'params.area' } },
    params: surveyParams,
    body: z.object({ standard: z.string().min(1).max(80), year: z.number().int().min(1950).max(2200) }),
    response: z.object({ item: z.string(), answer: z.number(), evidence: z.string() }),
    errors: ['instruments.surveyNotFound', 'quality.nothingToAttest', 'quality.tooFewAnswers'],
  },
} as const;

export type RoundView = z.infer<typeof round>;
export type EvaluationHead = z.infer<typeof evaluationHead>;
export type EvaluationView = z.infer<typeof evaluation>;
