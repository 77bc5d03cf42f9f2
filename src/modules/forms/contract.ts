import { z } from 'zod';
import {
  areaParams,
  burden,
  burdenQuery,
  formDetail,
  formParams,
  identifier,
  knownAnswer,
  knownBody,
  registerAnswer,
  requestBody,
} from './shapes/form.ts';

export * from './shapes/form.ts';

const ofUnit = z.object({ unit: identifier.optional() });
/** A school asks about itself by naming itself. */
const reads = { permission: 'forms.read', at: { area: 'params.area', unit: 'query.unit' } } as const;
const requests = { permission: 'forms.request', at: { area: 'params.area' } } as const;
const readErrors = ['organization.areaNotFound', 'organization.unitNotFound'] as const;

/** The doors of the data collection register, below `/api/v1`. What follows a request are acts of its case. */
export const formsRoutes = {
  register: {
    method: 'GET',
    path: '/forms/areas/:area',
    titleKey: 'forms.register',
    access: reads,
    params: areaParams,
    query: ofUnit,
    response: registerAnswer,
    errors: readErrors,
  },
  burden: {
    method: 'GET',
    path: '/forms/areas/:area/burden',
    titleKey: 'forms.burden',
    access: reads,
    params: areaParams,
    query: burdenQuery,
    response: burden,
    errors: readErrors,
  },
  form: {
    method: 'GET',
    path: '/forms/areas/:area/forms/:form',
    titleKey: 'forms.form',
    access: reads,
    params: formParams,
    query: ofUnit,
    response: formDetail,
    errors: [...readErrors, 'forms.formNotFound'],
  },
  known: {
    method: 'POST',
    path: '/forms/areas/:area/known',
    titleKey: 'forms.known',
    access: requests,
    params: areaParams,
    body: knownBody,
    response: knownAnswer,
    errors: ['organization.areaNotFound'],
  },
  request: {
    method: 'POST',
    path: '/forms/areas/:area',
    titleKey: 'forms.request',
    access: requests,
    params: areaParams,
    body: requestBody,
    response: formDetail,
    errors: [
      'organization.areaNotFound',
      'forms.fieldKnown',
      'forms.fieldTwice',
      'forms.sourceUnknown',
      'forms.nothingNew',
      'forms.officeUnknown',
      'forms.daysWrong',
    ],
  },
} as const;
