export type {
  DistrictingBroken,
  DistrictingInfeasible,
  DistrictingNearest,
  DistrictingOptions,
  DistrictingPlan,
  DistrictingProblem,
  DistrictingProgress,
  DistrictingResult,
} from './problem.ts';
export { solveDistricting } from './solve-districting.ts';
export { type MoveConsequence, ZoneEditor } from './zone-editor.ts';
