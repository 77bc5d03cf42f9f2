import { z } from 'zod';
import {
  areaParams,
  exampleBody,
  exampleDetail,
  exampleParams,
  exampleRow,
  ofUnit,
  pilotBody,
  pilotRow,
  publishedExample,
  publishedRow,
} from './shapes/practice.ts';

export * from './shapes/practice.ts';

/** A school sees its own by naming itself. */
const reads = { permission: 'practice.read', at: { area: 'params.area', unit: 'query.unit' } } as const;
const applies = { permission: 'practice.apply', at: { area: 'params.area', unit: 'body.unit' } } as const;
const placeErrors = ['organization.areaNotFound', 'organization.unitNotFound'] as const;

/** The doors of pilots and examples, below `/api/v1`. Reviews, reports and publication are acts of their cases. */
export const practiceRoutes = {
  pilots: {
    method: 'GET',
    path: '/practice/areas/:area/pilots',
    titleKey: 'practice.pilots',
    access: reads,
    params: areaParams,
    query: ofUnit,
    response: z.object({ rows: z.array(pilotRow) }),
    errors: placeErrors,
  },
  applyForPilot: {
    method: 'POST',
    path: '/practice/areas/:area/pilots',
    titleKey: 'practice.applyForPilot',
    access: applies,
    params: areaParams,
    body: pilotBody,
    response: z.object({ case: z.string() }),
    errors: [...placeErrors, 'practice.clauseUnknown', 'practice.daysWrong'],
  },
  examples: {
    method: 'GET',
    path: '/practice/areas/:area/examples',
    titleKey: 'practice.examples',
    access: reads,
    params: areaParams,
    query: ofUnit,
    response: z.object({ rows: z.array(exampleRow) }),
    errors: placeErrors,
  },
  proposeExample: {
    method: 'POST',
    path: '/practice/areas/:area/examples',
    titleKey: 'practice.proposeExample',
    access: applies,
    params: areaParams,
    body: exampleBody,
    response: z.object({ case: z.string() }),
    errors: [...placeErrors, 'practice.clauseUnknown', 'practice.indicatorUnknown'],
  },
  example: {
    method: 'GET',
    path: '/practice/areas/:area/examples/:example',
    titleKey: 'practice.example',
    access: { permission: 'practice.read', at: 'record' },
    params: exampleParams,
    response: exampleDetail,
    errors: ['practice.exampleNotFound'],
  },
  published: {
    method: 'GET',
    path: '/examples',
    titleKey: 'practice.published',
    access: 'public',
    query: z.object({ clause: z.string().max(20).optional() }),
    response: z.object({ rows: z.array(publishedRow) }),
    errors: [],
  },
  publishedExample: {
    method: 'GET',
    path: '/examples/:area/:example',
    titleKey: 'practice.publishedExample',
    access: 'public',
    params: exampleParams,
    response: publishedExample,
    errors: ['practice.exampleNotFound'],
  },
} as const;
