export { errandKind } from './errand-kind.ts';
export { bindCasework } from './routes.ts';
export { Casework, type CaseworkParts } from './service.ts';
