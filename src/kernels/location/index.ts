export type {
  BoundSource,
  BrokenRule,
  CapacitatedMedianProblem,
  CoveringProblem,
  FacilityProblem,
  SitingEnd,
  SitingInfeasible,
  SitingOptions,
  SitingPlan,
  SitingProblem,
  SitingProgress,
  SitingResult,
  SitingUnresolved,
} from './problem.ts';
export { solveCapacitatedMedian } from './solve-capacitated-median.ts';
export { type CoveringPlan, solveCovering } from './solve-covering.ts';
export { solveFacility } from './solve-facility.ts';
export { solveMedian } from './solve-median.ts';
