import { z } from 'zod';
import { attestationBody, attestationParams, attestationQuery, attestations } from './shapes/attestation.ts';
import { areaParams, evaluationQuery, unitParams } from './shapes/common.ts';
import { comparison, comparisonQuery } from './shapes/comparison.ts';
import { finding, findingBody, findingParams, findingQuery, findings, findingsQuery } from './shapes/finding.ts';
import { indicatorPage, indicatorParams, indicatorQuery } from './shapes/indicator.ts';
import { overview } from './shapes/overview.ts';
import { remedyBody, remedyPlan } from './shapes/remedy.ts';
import { evidenceQuery, exportQuery, reportQuery } from './shapes/report.ts';
import { schoolCard, schoolsPage, schoolsQuery } from './shapes/school.ts';
import {
  snapshotAnswer,
  snapshotBody,
  snapshotHead,
  snapshotList,
  snapshotParams,
  snapshotQuery,
  verification,
} from './shapes/snapshot.ts';
import { traceAnswer, traceQuery } from './shapes/trace.ts';
import { whatIf } from './shapes/what-if.ts';

export * from './shapes/attestation.ts';
export * from './shapes/common.ts';
export * from './shapes/comparison.ts';
export * from './shapes/finding.ts';
export * from './shapes/indicator.ts';
export * from './shapes/overview.ts';
export * from './shapes/remedy.ts';
export * from './shapes/report.ts';
export * from './shapes/school.ts';
export * from './shapes/snapshot.ts';
export * from './shapes/trace.ts';
export * from './shapes/what-if.ts';

const readErrors = ['organization.areaNotFound', 'balance.noFacts', 'conditions.standardNotFound'] as const;

/** A file: bytes with a `Content-Disposition` name, not JSON. */
export const fileAnswer = z.instanceof(Uint8Array);

/**
 * The doors of balance, below `/api/v1`. Every GET takes `year` and `standard` from the query; absent, the newest year with facts
 * and the first standard of the catalogue. A refusal is `application/problem+json` with one of `errors` as its `code`.
 */
export const balanceRoutes = {
  overview: {
    method: 'GET',
    path: '/balance/areas/:area/overview',
    titleKey: 'balance.overview',
    access: { permission: 'balance.read', at: { area: 'params.area' } },
    params: areaParams,
    query: evaluationQuery,
    response: overview,
    errors: readErrors,
  },
  indicator: {
    method: 'GET',
    path: '/balance/areas/:area/indicators/:indicator',
    titleKey: 'balance.indicator',
    access: { permission: 'balance.read', at: { area: 'params.area' } },
    params: indicatorParams,
    query: indicatorQuery,
    response: indicatorPage,
    errors: [...readErrors, 'balance.indicatorNotFound'],
  },
  schools: {
    method: 'GET',
    path: '/balance/areas/:area/schools',
    titleKey: 'balance.schools',
    access: { permission: 'balance.read', at: { area: 'params.area' } },
    params: areaParams,
    query: schoolsQuery,
    response: schoolsPage,
    errors: [...readErrors, 'core.cursorRefused'],
  },
  school: {
    method: 'GET',
    path: '/balance/areas/:area/schools/:unit',
    titleKey: 'balance.school',
    access: { permission: 'balance.read', at: { area: 'params.area', unit: 'params.unit' } },
    params: unitParams,
    query: evaluationQuery,
    response: schoolCard,
    errors: [...readErrors, 'organization.unitNotFound'],
  },
  comparison: {
    method: 'GET',
    path: '/balance/areas/:area/comparison',
    titleKey: 'balance.comparison',
    access: { permission: 'balance.read', at: { area: 'params.area' } },
    params: areaParams,
    query: comparisonQuery,
    response: comparison,
    errors: readErrors,
  },
  whatIf: {
    method: 'GET',
    path: '/balance/areas/:area/what-if',
    titleKey: 'balance.whatIf',
    access: { permission: 'balance.read', at: { area: 'params.area' } },
    params: areaParams,
    query: evaluationQuery,
    response: whatIf,
    errors: [...readErrors, 'balance.areaTooLarge'],
  },
  trace: {
    method: 'GET',
    path: '/balance/areas/:area/trace',
    titleKey: 'balance.trace',
    access: { permission: 'balance.read', at: { area: 'params.area', unit: 'query.unit' } },
    params: areaParams,
    query: traceQuery,
    response: traceAnswer,
    errors: [...readErrors, 'balance.indicatorNotFound', 'organization.unitNotFound'],
  },
  remedy: {
    method: 'POST',
    path: '/balance/areas/:area/remedy',
    titleKey: 'balance.remedy',
    access: { permission: 'balance.read', at: { area: 'params.area' } },
    params: areaParams,
    body: remedyBody,
    response: remedyPlan,
    errors: [...readErrors, 'balance.areaTooLarge', 'balance.noUnitCosts'],
  },
  attestations: {
    method: 'GET',
    path: '/balance/areas/:area/attestations',
    titleKey: 'balance.attestations',
    access: { permission: 'balance.read', at: { area: 'params.area', unit: 'query.unit' } },
    params: areaParams,
    query: attestationQuery,
    response: attestations,
    errors: readErrors,
  },
  attest: {
    method: 'PUT',
    path: '/balance/areas/:area/attestations/:item',
    titleKey: 'balance.attest',
    access: { permission: 'balance.attest', at: { area: 'params.area', unit: 'query.unit' } },
    params: attestationParams,
    query: attestationQuery,
    body: attestationBody,
    response: attestations,
    errors: [
      ...readErrors,
      'balance.itemNotFound',
      'balance.answerRefused',
      'balance.answerOutOfRange',
      'balance.answerNotWhole',
      'balance.notACounty',
      'organization.unitNotFound',
      'organization.yearLocked',
    ],
  },
  snapshots: {
    method: 'GET',
    path: '/balance/areas/:area/snapshots',
    titleKey: 'balance.snapshots',
    access: { permission: 'balance.read', at: { area: 'params.area' } },
    params: areaParams,
    query: snapshotQuery,
    response: snapshotList,
    errors: ['organization.areaNotFound', 'core.cursorRefused'],
  },
  takeSnapshot: {
    method: 'POST',
    path: '/balance/areas/:area/snapshots',
    titleKey: 'balance.takeSnapshot',
    access: { permission: 'balance.snapshot', at: { area: 'params.area' } },
    params: areaParams,
    body: snapshotBody,
    response: snapshotHead,
    errors: readErrors,
  },
  snapshot: {
    method: 'GET',
    path: '/balance/areas/:area/snapshots/:snapshot',
    titleKey: 'balance.snapshot',
    access: { permission: 'balance.read', at: { area: 'params.area' } },
    params: snapshotParams,
    response: snapshotAnswer,
    errors: ['balance.snapshotNotFound'],
  },
  verifySnapshot: {
    method: 'POST',
    path: '/balance/areas/:area/snapshots/:snapshot/verify',
    titleKey: 'balance.verifySnapshot',
    access: { permission: 'balance.read', at: { area: 'params.area' } },
    params: snapshotParams,
    response: verification,
    errors: ['balance.snapshotNotFound'],
  },
  findings: {
    method: 'GET',
    path: '/balance/areas/:area/findings',
    titleKey: 'balance.findings',
    access: { permission: 'balance.read', at: { area: 'params.area' } },
    params: areaParams,
    query: findingsQuery,
    response: findings,
    errors: ['organization.areaNotFound', 'balance.noFacts', 'core.cursorRefused'],
  },
  answerFinding: {
    method: 'PUT',
    path: '/balance/areas/:area/findings/:finding',
    titleKey: 'balance.answerFinding',
    access: { permission: 'balance.answerFinding', at: { area: 'params.area' } },
    params: findingParams,
    query: findingQuery,
    body: findingBody,
    response: finding,
    errors: ['organization.areaNotFound', 'balance.noFacts', 'balance.findingNotFound', 'balance.reasonMissing'],
  },
  report: {
    method: 'GET',
    path: '/balance/areas/:area/report',
    titleKey: 'balance.report',
    access: { permission: 'balance.export', at: { area: 'params.area' } },
    params: areaParams,
    query: reportQuery,
    response: fileAnswer,
    errors: readErrors,
  },
  evidence: {
    method: 'GET',
    path: '/balance/areas/:area/evidence',
    titleKey: 'balance.evidence',
    access: { permission: 'balance.export', at: { area: 'params.area' } },
    params: areaParams,
    query: evidenceQuery,
    response: fileAnswer,
    errors: [...readErrors, 'balance.indicatorNotFound'],
  },
  export: {
    method: 'GET',
    path: '/balance/areas/:area/export',
    titleKey: 'balance.export',
    access: { permission: 'balance.export', at: { area: 'params.area' } },
    params: areaParams,
    query: exportQuery,
    response: fileAnswer,
    errors: readErrors,
  },
} as const;
