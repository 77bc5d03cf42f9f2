import './permissions.ts';
import { type BoundRoute, bindRoutes } from '#core/http';
import { ledgerRoutes } from './contract.ts';
import type { Ledger } from './ledger.ts';

/** Converts requests to calls of the ledger. */
export function bindLedger(ledger: Ledger): readonly BoundRoute[] {
  return bindRoutes(ledgerRoutes, {
    lines: ({ principal, params, query }) => ledger.lines(principal, params.area, query),
    line: ({ principal, params }) => ledger.line(principal, params.area, params.line),
    assign: ({ principal, at, params, body }) => ledger.assign({ principal, at }, params.area, params.line, body),
    measure: ({ principal, at, params }) => ledger.measure(params.area, { principal, at }),
  });
}
