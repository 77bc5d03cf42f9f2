export type {
  BoundSource,
  BrokenRule,
  CoveringProblem,
  SitingEnd,
  SitingInfeasible,
  SitingOptions,
  SitingPlan,
  SitingProblem,
  SitingProgress,
  SitingResult,
  SitingUnresolved,
} from './problem.ts';
export { type CoveringPlan, solveCovering } from './solve-covering.ts';
export { solveMedian } from './solve-median.ts';
