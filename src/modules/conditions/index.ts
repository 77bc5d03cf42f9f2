export type { CatalogueEntry } from './catalogue.ts';
export { hashFiles } from './catalogue.ts';
export { namesOf, unitsOf } from './names.ts';
export { bindConditions } from './routes.ts';
export { type Conditions, openConditions } from './service.ts';
