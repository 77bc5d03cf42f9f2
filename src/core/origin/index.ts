export { type Actor, currentOrigin, type Origin, withOrigin } from './origin.ts';
