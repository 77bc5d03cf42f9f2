export type { Config } from './config.ts';
export { readConfig } from './read-config.ts';
