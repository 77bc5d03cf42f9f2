export { type Config, settings } from './config.ts';
export { readConfig } from './read-config.ts';
