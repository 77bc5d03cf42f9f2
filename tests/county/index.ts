export { counties, demoCounty, factsOf, latest } from './demo-county.ts';
