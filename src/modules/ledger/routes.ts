import './permissions.ts';
import { type BoundRoute, bindRoutes } from '#core/http';
import { ledgerRoutes } from './contract.ts';
import type { Ledger } from './ledger.ts';
import type { Projects } from './projects.ts';
import type { Review } from './review.ts';

/** Converts requests to calls of the ledger. */
export function bindLedger(ledger: Ledger, projects: Projects, review: Review): readonly BoundRoute[] {
  return bindRoutes(ledgerRoutes, {
    lines: ({ principal, params, query }) => ledger.lines(principal, params.area, query),
    line: ({ principal, params }) => ledger.line(principal, params.area, params.line),
    assign: ({ principal, at, params, body }) => ledger.assign({ principal, at }, params.area, params.line, body),
    takePlan: ({ principal, at, params, body }) => ledger.takePlan({ principal, at }, params.area, body),
    projects: ({ principal, params, query }) => projects.list({ principal }, params.area, query),
    openProject: ({ principal, at, params, body }) => projects.open({ principal, at }, params.area, body),
    project: ({ principal, params }) => projects.project({ principal }, params.area, params.project),
    reviseProject: ({ principal, at, params, body }) =>
      projects.revise({ principal, at }, params.area, params.project, body),
    card: ({ params, query }) => ledger.card(params.area, params.unit, query.year),
    cardFile: ({ params, query, at }) => ledger.cardFile(params.area, params.unit, query.language, at, query.year),
    summary: ({ principal, params }) => review.summary(principal, params.area),
    track: ({ principal, at, params, body }) => review.track({ principal, at }, params.county, body),
    review: ({ principal, params, query }) => review.month(principal, params.area, query.month),
    reviewFile: ({ principal, params, query, at }) => review.monthFile(principal, params.area, query, at),
    threeSchools: ({ principal, params }) => review.threeSchools(principal, params.area),
    measure: ({ principal, at, params }) => ledger.measure(params.area, { principal, at }),
  });
}
