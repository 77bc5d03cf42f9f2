export { standingStatus } from './standing-status.ts';
