export { adjustedFences, type Fences } from './adjusted-fences.ts';
export { medcouple } from './medcouple.ts';
export { median } from './median.ts';
export { medianAbsoluteDeviation, robustScores } from './robust-scores.ts';
export { type RobustLine, theilSen } from './theil-sen.ts';
