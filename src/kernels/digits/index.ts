export { chiSquareTail } from './chi-square-tail.ts';
export { type CopiedRun, findCopiedRuns } from './copied-runs.ts';
export type { DigitFit } from './digit-fit.ts';
export { testFirstDigits, testHeaping, testLastDigits } from './digit-tests.ts';
