export { type Config, settings, withDataFolder } from './config.ts';
export { readConfig } from './read-config.ts';
