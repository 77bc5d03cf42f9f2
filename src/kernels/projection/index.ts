export { asExpected, type ProjectionEvent, type Scenario } from './adjust.ts';
export type { BackTestLine } from './back-test.ts';
export { childrenOfEntryYears, spreadOverMonths } from './births.ts';
export type { EntryCohort } from './entrants.ts';
export { type JudgedLevel, judgedLevels } from './errors.ts';
export { type HousingPhase, type HousingYield, housingArrivals } from './housing.ts';
export { repeatLast, repeatLastRate } from './naive.ts';
export {
  type Band,
  type EnrolmentHistory,
  type EnrolmentProjection,
  type LevelProjection,
  type ProjectionOptions,
  projectEnrolment,
  type Verdict,
} from './project-enrolment.ts';
export type { Forecast, GradeBands, Series } from './series.ts';
export type { LevelSettings, Settings } from './settings.ts';
export { probabilityAbove } from './spread.ts';
