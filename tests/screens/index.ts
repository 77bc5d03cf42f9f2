export { startFixtureServer } from './fixture-server.ts';
