import { type BoundRoute, bindRoutes } from '#core/http';
import { practiceRoutes } from './contract.ts';
import type { Practice } from './service.ts';

/** Converts requests to calls of the service. */
export function bindPractice(practice: Practice): readonly BoundRoute[] {
  return bindRoutes(practiceRoutes, {
    pilots: async ({ params, query }) => ({ rows: await practice.pilots(params.area, query.unit) }),
    applyForPilot: ({ params, body, principal }) => practice.applyForPilot(params.area, body, principal),
    examples: async ({ params, query }) => ({ rows: await practice.examples(params.area, query.unit) }),
    proposeExample: ({ params, body, principal }) => practice.proposeExample(params.area, body, principal),
    example: ({ params, principal }) => practice.example(params.area, params.example, principal),
    published: async ({ query }) => ({ rows: await practice.published(query.clause) }),
    publishedExample: ({ params }) => practice.publishedExample(params.area, params.example),
  });
}
