import { type BoundRoute, bindRoutes } from '#core/http';
import { recognitionRoutes } from './contract.ts';
import type { Recognition } from './service.ts';

/** Converts requests to calls of the service. */
export function bindRecognition(recognition: Recognition): readonly BoundRoute[] {
  return bindRoutes(recognitionRoutes, {
    applications: ({ params, principal }) => recognition.applications(params.area, principal),
    apply: ({ params, body, ...act }) => recognition.apply(params.area, body, act),
    application: ({ params, principal }) => recognition.application(params.area, params.application, principal),
    renew: ({ params, ...act }) => recognition.renew(params.area, params.application, act),
    monitor: ({ params, ...act }) => recognition.monitor(params.area, params.application, act),
    find: ({ params, body, ...act }) => recognition.find(params.area, params.application, params.item, body, act),
  });
}
