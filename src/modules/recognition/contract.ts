import {
  application,
  applicationParams,
  applicationsAnswer,
  applyBody,
  areaParams,
  findingBody,
  findingParams,
} from './shapes/application.ts';

export * from './shapes/application.ts';

const inArea = { area: 'params.area' } as const;
const readErrors = ['organization.areaNotFound', 'cases.notFound', 'recognition.applicationNotFound'] as const;

/** The doors of recognition, below `/api/v1`. The acts themselves (submit, return, draw, recognise …) are those of cases. */
export const recognitionRoutes = {
  applications: {
    method: 'GET',
    path: '/recognition/areas/:area/applications',
    titleKey: 'recognition.applications',
    access: { permission: 'recognition.read', at: inArea },
    params: areaParams,
    response: applicationsAnswer,
    errors: ['organization.areaNotFound'],
  },
  apply: {
    method: 'POST',
    path: '/recognition/areas/:area/applications',
    titleKey: 'recognition.apply',
    access: { permission: 'recognition.apply', at: inArea },
    params: areaParams,
    body: applyBody,
    response: application,
    errors: ['organization.areaNotFound', 'balance.noFacts', 'recognition.notACounty', 'recognition.underWay'],
  },
  application: {
    method: 'GET',
    path: '/recognition/areas/:area/applications/:application',
    titleKey: 'recognition.application',
    access: { permission: 'recognition.read', at: inArea },
    params: applicationParams,
    response: application,
    errors: readErrors,
  },
  renew: {
    method: 'POST',
    path: '/recognition/areas/:area/applications/:application/renew',
    titleKey: 'recognition.renew',
    access: { permission: 'recognition.apply', at: inArea },
    params: applicationParams,
    response: application,
    errors: [...readErrors, 'cases.wrongState'],
  },
  monitor: {
    method: 'POST',
    path: '/recognition/areas/:area/applications/:application/monitor',
    titleKey: 'recognition.monitor',
    access: { permission: 'recognition.check', at: inArea },
    params: applicationParams,
    response: application,
    errors: [...readErrors, 'balance.noFacts', 'cases.wrongState'],
  },
  find: {
    method: 'PUT',
    path: '/recognition/areas/:area/applications/:application/findings/:item',
    titleKey: 'recognition.find',
    access: { permission: 'recognition.read', at: inArea },
    params: findingParams,
    body: findingBody,
    response: application,
    errors: [
      ...readErrors,
      'recognition.itemNotFound',
      'recognition.notYourTurn',
      'recognition.notDrawn',
      'recognition.reasonMissing',
    ],
  },
} as const;
