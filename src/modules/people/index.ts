export type { PeopleParts } from './model.ts';
export { bindPeople } from './routes.ts';
export { openTrial, type Trial } from './trial.ts';
