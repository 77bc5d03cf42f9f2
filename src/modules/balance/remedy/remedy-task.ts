import type { RemedyProblem } from '#kernels/remedy';
import type { ColumnKey, CompiledStandard, Evaluation, EvaluationInput, Stage } from '#standards';
import type { UnitCost } from './unit-cost.ts';

/** What is to be brought inside the rule, and at what prices. */
export interface RemedyQuestion {
  readonly compiled: CompiledStandard;
  readonly input: EvaluationInput;
  readonly evaluation: Evaluation;
  /** A row of the area table; its own counties and all below it are planned. */
  readonly area: number;
  /** One for each indicator of the school rule. */
  readonly costs: readonly UnitCost[];
  readonly mayMove: boolean;
}

/** One row of a problem: a school in a stage. */
export interface TaskRow {
  readonly unit: number;
  readonly stage: Stage;
  /** What the coefficients weight the school by: its pupils in the stage. */
  readonly weight: number;
  readonly values: readonly number[];
  readonly lines: readonly number[];
  /** Rise of each value for one more piece. */
  readonly slopes: readonly number[];
}

/** One judged area as a problem, with what its rows and indicators stand for. */
export interface RemedyTask {
  readonly area: number;
  readonly problem: RemedyProblem;
  readonly rows: readonly TaskRow[];
  readonly stages: readonly Stage[];
  readonly costs: readonly UnitCost[];
  /** Whether the pieces of an indicator belong to the whole school. */
  readonly isShared: readonly boolean[];
  /** School-stages left out because something was not reported, as rows of the unit table. */
  readonly missing: readonly { readonly unit: number; readonly stage: Stage }[];
}

/** The column that a piece is added to. */
export function columnOf(cost: UnitCost, isShared: boolean, stage: Stage): ColumnKey {
  return `${cost.measure}@${isShared ? 'all' : stage}`;
}
