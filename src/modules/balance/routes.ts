import { type BoundRoute, bindRoutes } from '#core/http';
import { balanceRoutes } from './contract.ts';
import './permissions.ts';
import type { Balance } from './service.ts';

/** Converts requests to calls of the service. */
export function bindBalance(balance: Balance): readonly BoundRoute[] {
  return bindRoutes(balanceRoutes, {
    overview: ({ params, query }) => balance.overview(params.area, query),
    indicator: ({ params, query }) => balance.indicator(params.area, params.indicator, query),
    schools: ({ params, query }) => balance.schools(params.area, query),
    school: ({ params, query }) => balance.school(params.area, params.unit, query),
    comparison: ({ params, query }) => balance.comparison(params.area, query),
    whatIf: ({ params, query }) => balance.whatIf(params.area, query),
    trace: ({ params, query }) => balance.trace(params.area, query),
    remedy: ({ params, body }) => balance.remedy(params.area, body),
    attestations: ({ params, query }) => balance.attestations(params.area, query),
    attest: ({ params, query, body, by, at }) =>
      balance.attest(params.area, query, { ...body, item: params.item, by, at }),
    snapshots: ({ params, query }) => balance.snapshots(params.area, query),
    takeSnapshot: ({ params, body, by, at }) => balance.takeSnapshot(params.area, body, { by, at }),
    snapshot: ({ params }) => balance.snapshot(params.area, params.snapshot),
    verifySnapshot: ({ params }) => balance.verifySnapshot(params.snapshot, params.area),
    findings: ({ params, query }) => balance.findings(params.area, query),
    answerFinding: ({ params, query, body, by, at }) =>
      balance.answerFinding(params.area, query, { ...body, finding: params.finding, by, at }),
    report: ({ params, query, at }) => balance.report(params.area, query, at),
    evidence: ({ params, query, by, at }) => balance.evidence(params.area, query, { by, at }),
    export: ({ params, query, at }) => balance.export(params.area, query, at),
  });
}
