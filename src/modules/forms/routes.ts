import { type BoundRoute, bindRoutes } from '#core/http';
import { formsRoutes } from './contract.ts';
import type { Forms } from './service.ts';

/** Converts requests to calls of the service. */
export function bindForms(forms: Forms): readonly BoundRoute[] {
  return bindRoutes(formsRoutes, {
    register: ({ params, query }) => forms.register(params.area, query.unit),
    burden: ({ params, query }) => forms.burden(params.area, query),
    form: ({ params, query }) => forms.form(params.area, params.form, query.unit),
    known: ({ params, body }) => forms.known(params.area, body.names),
    request: ({ params, body, principal }) => forms.request(params.area, body, principal),
  });
}
