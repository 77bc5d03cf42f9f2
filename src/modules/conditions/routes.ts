import { type BoundRoute, bindRoutes } from '#core/http';
import { conditionsRoutes } from './contract.ts';
import type { Conditions } from './service.ts';

/** Converts requests to calls of the catalogue. */
export function bindConditions(conditions: Conditions): readonly BoundRoute[] {
  return bindRoutes(conditionsRoutes, {
    standards: async ({ query }) => ({ rows: conditions.list(query.area) }),
    standard: async ({ params, query }) => conditions.read(params.standard, query.version),
    diff: async ({ params, query }) =>
      conditions.diff(
        { id: query.against, version: query.againstVersion },
        { id: params.standard, version: query.version },
      ),
    check: async ({ body }) => conditions.check({ path: 'standard.yaml', text: body.standard }),
  });
}
