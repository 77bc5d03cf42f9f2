import { type BoundRoute, bindRoutes } from '#core/http';
import { plansRoutes } from './contract.ts';
import type { Plans } from './service.ts';

/** Converts requests to calls of the service. */
export function bindPlans(plans: Plans): readonly BoundRoute[] {
  return bindRoutes(plansRoutes, {
    catalogue: async () => plans.catalogue(),
    plans: ({ params, query }) => plans.plans(params.area, query.unit),
    createPlan: ({ params, body, ...act }) => plans.create(params.area, body, act),
    plan: ({ params, principal }) => plans.plan(params.area, params.plan, principal),
    actOnPlan: ({ params, body, ...act }) => plans.act(params.area, params.plan, body.act, body.reason ?? '', act),
    addTarget: ({ params, body, ...act }) => plans.putTarget(params.area, params.plan, null, body, act),
    changeTarget: ({ params, body, ...act }) => plans.putTarget(params.area, params.plan, params.target, body, act),
    removeTarget: ({ params, ...act }) => plans.removeTarget(params.area, params.plan, params.target, act),
    adoptTargets: ({ params, ...act }) => plans.adopt(params.area, params.plan, act),
    splitTarget: ({ params, body, ...act }) => plans.split(params.area, params.plan, params.target, body.lead, act),
    addTask: ({ params, body, ...act }) => plans.putTask(params.area, params.plan, null, body, act),
    changeTask: ({ params, body, ...act }) => plans.putTask(params.area, params.plan, params.task, body, act),
    removeTask: ({ params, ...act }) => plans.removeTask(params.area, params.plan, params.task, act),
    planDocument: ({ params, query, principal }) => plans.document(params.area, params.plan, query.format, principal),
    roadmap: ({ params, query }) => plans.roadmap(params.area, query.standard),
    setRoadmap: ({ params, body, ...act }) => plans.setRoadmap(params.area, body, act),
    responsibilityLetter: ({ params, query }) => plans.letter(params.area, query.standard, query.format),
  });
}
