export { bindCasework } from './routes.ts';
export { Casework, type CaseworkParts } from './service.ts';
