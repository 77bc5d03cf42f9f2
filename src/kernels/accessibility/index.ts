export { type Accessibility, type CatchmentProblem, floatingCatchment } from './floating-catchment.ts';
export { reachByStage, type StageReach, type StageReachProblem } from './reach-by-stage.ts';
