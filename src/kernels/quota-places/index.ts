export { apportion, leastShare } from './apportion.ts';
