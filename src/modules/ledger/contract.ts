import { cardFileQuery, cardParams, cardQuery, complianceCard } from './shapes/card.ts';
import {
  assignBody,
  ledgerLineAnswer,
  ledgerLineParams,
  ledgerPage,
  ledgerParams,
  ledgerQuery,
  movedLines,
} from './shapes/lines.ts';

export * from './shapes/card.ts';
export * from './shapes/lines.ts';
export * from './shapes/projects.ts';

import { z } from 'zod';
import {
  openedProject,
  planLinesBody,
  plannedLines,
  projectAnswer,
  projectBody,
  projectParams,
  projectPlan,
  projectsPage,
  projectsQuery,
} from './shapes/projects.ts';

const areaErrors = ['organization.areaNotFound'] as const;

const planErrors = [
  'ledger.lineNotFound',
  'ledger.lineNotOpen',
  'ledger.doubleFunding',
  'ledger.overFunding',
  'ledger.otherSchool',
  'ledger.dayPassed',
] as const;

/** The doors of the ledger, below `/api/v1`: gaps, who answers for them and what became of them. */
export const ledgerRoutes = {
  lines: {
    method: 'GET',
    path: '/ledger/areas/:area/lines',
    titleKey: 'ledger.lines',
    access: { permission: 'ledger.read', at: 'anywhere' },
    params: ledgerParams,
    query: ledgerQuery,
    response: ledgerPage,
    errors: [...areaErrors, 'core.cursorRefused'],
  },
  line: {
    method: 'GET',
    path: '/ledger/areas/:area/lines/:line',
    titleKey: 'ledger.line',
    access: { permission: 'ledger.read', at: 'record' },
    params: ledgerLineParams,
    response: ledgerLineAnswer,
    errors: [...areaErrors, 'ledger.lineNotFound'],
  },
  assign: {
    method: 'PUT',
    path: '/ledger/areas/:area/lines/:line',
    titleKey: 'ledger.assign',
    access: { permission: 'ledger.assign', at: { area: 'params.area' } },
    params: ledgerLineParams,
    body: assignBody,
    response: ledgerLineAnswer,
    errors: [...areaErrors, 'ledger.lineNotFound', 'ledger.reasonMissing'],
  },
  measure: {
    method: 'POST',
    path: '/ledger/areas/:area/measurements',
    titleKey: 'ledger.measure',
    access: { permission: 'ledger.measure', at: { area: 'params.area' } },
    params: ledgerParams,
    response: movedLines,
    errors: [...areaErrors, 'balance.noFacts', 'conditions.standardNotFound'],
  },
  takePlan: {
    method: 'POST',
    path: '/ledger/areas/:area/plan-lines',
    titleKey: 'ledger.takePlan',
    access: { permission: 'ledger.plan', at: { area: 'params.area' } },
    params: ledgerParams,
    body: planLinesBody,
    response: plannedLines,
    errors: [
      ...areaErrors,
      'balance.noFacts',
      'conditions.standardNotFound',
      'ledger.stepRefused',
      'ledger.notACounty',
    ],
  },
  projects: {
    method: 'GET',
    path: '/ledger/areas/:area/projects',
    titleKey: 'ledger.projects',
    access: { permission: 'ledger.read', at: 'anywhere' },
    params: ledgerParams,
    query: projectsQuery,
    response: projectsPage,
    errors: areaErrors,
  },
  openProject: {
    method: 'POST',
    path: '/ledger/areas/:area/projects',
    titleKey: 'ledger.openProject',
    access: { permission: 'ledger.plan', at: { area: 'params.area' } },
    params: ledgerParams,
    body: projectBody,
    response: openedProject,
    errors: [...areaErrors, 'ledger.notACounty', ...planErrors],
  },
  project: {
    method: 'GET',
    path: '/ledger/areas/:area/projects/:project',
    titleKey: 'ledger.project',
    access: { permission: 'ledger.read', at: 'record' },
    params: projectParams,
    response: projectAnswer,
    errors: [...areaErrors, 'ledger.projectNotFound'],
  },
  reviseProject: {
    method: 'PUT',
    path: '/ledger/areas/:area/projects/:project',
    titleKey: 'ledger.reviseProject',
    access: { permission: 'ledger.plan', at: { area: 'params.area' } },
    params: projectParams,
    body: projectPlan,
    response: projectAnswer,
    errors: [...areaErrors, 'ledger.projectNotFound', 'cases.notFound', 'cases.wrongState', ...planErrors],
  },
  card: {
    method: 'GET',
    path: '/ledger/areas/:area/schools/:unit/card',
    titleKey: 'ledger.card',
    access: { permission: 'ledger.read', at: { area: 'params.area', unit: 'params.unit' } },
    params: cardParams,
    query: cardQuery,
    response: complianceCard,
    errors: [...areaErrors, 'organization.unitNotFound', 'balance.noFacts'],
  },
  cardFile: {
    method: 'GET',
    path: '/ledger/areas/:area/schools/:unit/card/file',
    titleKey: 'ledger.cardFile',
    access: { permission: 'ledger.read', at: { area: 'params.area', unit: 'params.unit' } },
    params: cardParams,
    query: cardFileQuery,
    response: z.instanceof(Uint8Array),
    errors: [...areaErrors, 'organization.unitNotFound', 'balance.noFacts'],
  },
} as const;
