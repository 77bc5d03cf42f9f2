import './permissions.ts';
import { type BoundRoute, bindRoutes } from '#core/http';
import { ledgerRoutes } from './contract.ts';
import type { Ledger } from './ledger.ts';
import type { Projects } from './projects.ts';

/** Converts requests to calls of the ledger. */
export function bindLedger(ledger: Ledger, projects: Projects): readonly BoundRoute[] {
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
    measure: ({ principal, at, params }) => ledger.measure(params.area, { principal, at }),
  });
}
