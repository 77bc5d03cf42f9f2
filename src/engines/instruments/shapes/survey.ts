import { z } from 'zod';
import { instrument } from './instrument.ts';
import { areaCode } from './sheet.ts';

export const survey = z.object({
  area: z.string(),
  id: z.string(),
  instrument: z.string(),
  version: z.string(),
  title: z.string(),
  opensOn: z.string(),
  closesOn: z.string(),
  residents: z.number().nullable(),
});
const countedShare = z.object({
  score: z.string(),
  counted: z.number(),
  positive: z.number().nullable(),
  share: z.number().nullable(),
  interval: z.object({ from: z.number(), to: z.number() }).nullable(),
});
export const surveyResult = z.object({
  survey,
  instrument,
  count: z.object({
    responses: z.number(),
    wanted: z.number().nullable(),
    shownFrom: z.number(),
    scores: z.array(countedShare),
    byRespondent: z.array(
      z.object({
        respondent: z.string(),
        responses: z.number(),
        wanted: z.number().nullable(),
        scores: z.array(countedShare),
      }),
    ),
    items: z.array(
      z.object({
        item: z.string(),
        answered: z.number(),
        options: z.array(z.object({ option: z.string(), chosen: z.number().nullable() })),
      }),
    ),
  }),
  ways: z.array(z.object({ respondent: z.string(), label: z.string(), codes: z.number(), usesLeft: z.number() })),
});

export const surveyParams = z.object({ area: areaCode, survey: z.string().min(1).max(40) });

export type SurveyResultView = z.infer<typeof surveyResult>;
