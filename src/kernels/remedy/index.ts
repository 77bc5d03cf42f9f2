export { coefficientOf } from './coefficient.ts';
export { leastAddition } from './least-addition.ts';
export type {
  RemedyCoefficient,
  RemedyInfeasible,
  RemedyOptions,
  RemedyPlan,
  RemedyProblem,
  RemedyProgress,
  RemedyResult,
  RemedyUnresolved,
} from './problem.ts';
export { solveRemedy } from './solve-remedy.ts';
export { isWithinLimit } from './within-limit.ts';
