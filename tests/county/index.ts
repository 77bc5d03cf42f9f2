export { counties, demoCounty, factsOf, latest } from './demo-county.ts';
export { evaluateDemo, shippedStandards } from './evaluated.ts';
export { evaluationInput } from './evaluation-input.ts';
