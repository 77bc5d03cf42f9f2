import { z } from 'zod';
import { catalogue } from './shapes/catalogue.ts';
import { areaParams, identifier } from './shapes/common.ts';
import {
  documentQuery,
  planActBody,
  planBody,
  planDetail,
  planParams,
  plansAnswer,
  targetBody,
  targetParams,
  taskBody,
  taskParams,
} from './shapes/plan.ts';
import { letterQuery, roadmap, roadmapBody, roadmapQuery } from './shapes/roadmap.ts';

export * from './shapes/catalogue.ts';
export * from './shapes/common.ts';
export * from './shapes/plan.ts';
export * from './shapes/roadmap.ts';

const fileAnswer = z.instanceof(Uint8Array);
const inArea = { area: 'params.area' } as const;
const reads = { permission: 'plans.read', at: inArea } as const;
const writes = { permission: 'plans.write', at: 'record' } as const;
/** A plan may be a school's own: the plan says of which place it is. */
const readsOne = { permission: 'plans.read', at: 'record' } as const;
const notFound = ['organization.areaNotFound', 'plans.planNotFound'] as const;
const draftErrors = [...notFound, 'plans.notADraft', 'plans.clauseUnknown', 'plans.periodWrong'] as const;
const targetErrors = [
  ...draftErrors,
  'plans.targetNotFound',
  'plans.loosened',
  'plans.followsNotAbove',
  'plans.indicatorUnknown',
] as const;
const taskErrors = [...draftErrors, 'plans.taskNotFound', 'plans.departmentUnknown', 'plans.targetNotFound'] as const;

/** The doors of plans, below `/api/v1`: clauses, plans of every level, yearly tasks, the roadmap to recognition. */
export const plansRoutes = {
  catalogue: {
    method: 'GET',
    path: '/clauses',
    titleKey: 'plans.catalogue',
    access: 'public',
    response: catalogue,
    errors: [],
  },
  plans: {
    method: 'GET',
    path: '/plans/areas/:area',
    titleKey: 'plans.plans',
    access: { permission: 'plans.read', at: { area: 'params.area', unit: 'query.unit' } },
    params: areaParams,
    query: z.object({ unit: identifier.optional() }),
    response: plansAnswer,
    errors: ['organization.areaNotFound'],
  },
  createPlan: {
    method: 'POST',
    path: '/plans/areas/:area',
    titleKey: 'plans.createPlan',
    access: { permission: 'plans.write', at: { area: 'params.area', unit: 'body.unit' } },
    params: areaParams,
    body: planBody,
    response: planDetail,
    errors: ['organization.areaNotFound', 'organization.unitNotFound', 'plans.followsNotAbove', 'plans.periodWrong'],
  },
  plan: {
    method: 'GET',
    path: '/plans/areas/:area/plans/:plan',
    titleKey: 'plans.plan',
    access: readsOne,
    params: planParams,
    response: planDetail,
    errors: notFound,
  },
  actOnPlan: {
    method: 'POST',
    path: '/plans/areas/:area/plans/:plan/acts',
    titleKey: 'plans.actOnPlan',
    access: { permission: 'plans.issue', at: 'record' },
    params: planParams,
    body: planActBody,
    response: planDetail,
    errors: [...notFound, 'plans.actRefused', 'plans.nothingToIssue'],
  },
  addTarget: {
    method: 'POST',
    path: '/plans/areas/:area/plans/:plan/targets',
    titleKey: 'plans.addTarget',
    access: writes,
    params: planParams,
    body: targetBody,
    response: planDetail,
    errors: targetErrors,
  },
  changeTarget: {
    method: 'PUT',
    path: '/plans/areas/:area/plans/:plan/targets/:target',
    titleKey: 'plans.changeTarget',
    access: writes,
    params: targetParams,
    body: targetBody,
    response: planDetail,
    errors: targetErrors,
  },
  removeTarget: {
    method: 'DELETE',
    path: '/plans/areas/:area/plans/:plan/targets/:target',
    titleKey: 'plans.removeTarget',
    access: writes,
    params: targetParams,
    response: planDetail,
    errors: targetErrors,
  },
  adoptTargets: {
    method: 'POST',
    path: '/plans/areas/:area/plans/:plan/adopt',
    titleKey: 'plans.adoptTargets',
    access: writes,
    params: planParams,
    response: planDetail,
    errors: targetErrors,
  },
  splitTarget: {
    method: 'POST',
    path: '/plans/areas/:area/plans/:plan/targets/:target/split',
    titleKey: 'plans.splitTarget',
    access: writes,
    params: targetParams,
    body: z.strictObject({ lead: z.string().min(1).max(80) }),
    response: planDetail,
    errors: taskErrors,
  },
  addTask: {
    method: 'POST',
    path: '/plans/areas/:area/plans/:plan/tasks',
    titleKey: 'plans.addTask',
    access: writes,
    params: planParams,
    body: taskBody,
    response: planDetail,
    errors: taskErrors,
  },
  changeTask: {
    method: 'PUT',
    path: '/plans/areas/:area/plans/:plan/tasks/:task',
    titleKey: 'plans.changeTask',
    access: writes,
    params: taskParams,
    body: taskBody,
    response: planDetail,
    errors: taskErrors,
  },
  removeTask: {
    method: 'DELETE',
    path: '/plans/areas/:area/plans/:plan/tasks/:task',
    titleKey: 'plans.removeTask',
    access: writes,
    params: taskParams,
    response: planDetail,
    errors: taskErrors,
  },
  planDocument: {
    method: 'GET',
    path: '/plans/areas/:area/plans/:plan/document',
    titleKey: 'plans.planDocument',
    access: readsOne,
    params: planParams,
    query: documentQuery,
    response: fileAnswer,
    errors: notFound,
  },
  roadmap: {
    method: 'GET',
    path: '/plans/areas/:area/roadmap',
    titleKey: 'plans.roadmap',
    access: reads,
    params: areaParams,
    query: roadmapQuery,
    response: roadmap,
    errors: ['organization.areaNotFound', 'conditions.standardNotFound', 'balance.noFacts'],
  },
  setRoadmap: {
    method: 'PUT',
    path: '/plans/areas/:area/roadmap',
    titleKey: 'plans.setRoadmap',
    access: { permission: 'plans.roadmap', at: inArea },
    params: areaParams,
    body: roadmapBody,
    response: roadmap,
    errors: ['organization.areaNotFound', 'conditions.standardNotFound', 'plans.roadmapLater', 'plans.notACounty'],
  },
  responsibilityLetter: {
    method: 'GET',
    path: '/plans/areas/:area/roadmap/letter',
    titleKey: 'plans.responsibilityLetter',
    access: reads,
    params: areaParams,
    query: letterQuery,
    response: fileAnswer,
    errors: ['organization.areaNotFound', 'conditions.standardNotFound', 'plans.notACounty'],
  },
} as const;
