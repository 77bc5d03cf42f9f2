import { z } from 'zod';
import { checkAnswer, checkBody, standardDiff, standardHead, standardReader } from './shapes/standard.ts';

export * from './shapes/standard.ts';

const standardParams = z.object({ standard: z.string().min(1).max(80) });

/** The doors of conditions, below `/api/v1`: what is required, by whom, since when and how sure. */
export const conditionsRoutes = {
  standards: {
    method: 'GET',
    path: '/standards',
    titleKey: 'conditions.standards',
    access: 'public',
    query: z.object({ area: z.string().max(80).optional() }),
    response: z.object({ rows: z.array(standardHead) }),
    errors: [],
  },
  standard: {
    method: 'GET',
    path: '/standards/:standard',
    titleKey: 'conditions.standard',
    access: 'public',
    params: standardParams,
    query: z.object({ version: z.string().max(80).optional() }),
    response: standardReader,
    errors: ['conditions.standardNotFound'],
  },
  diff: {
    method: 'GET',
    path: '/standards/:standard/diff',
    titleKey: 'conditions.diff',
    access: 'public',
    params: standardParams,
    query: z.object({
      against: z.string().min(1).max(80),
      version: z.string().max(80).optional(),
      againstVersion: z.string().max(80).optional(),
    }),
    response: standardDiff,
    errors: ['conditions.standardNotFound'],
  },
  check: {
    method: 'POST',
    path: '/standards/check',
    titleKey: 'conditions.check',
    access: 'signed-in',
    body: checkBody,
    response: checkAnswer,
    errors: [],
  },
} as const;
