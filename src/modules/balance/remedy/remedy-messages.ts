import type { RemedyProblem, RemedyProgress, RemedyResult } from '#kernels/remedy';

/** What the worker is started with. */
export interface RemedyStart {
  readonly problem: RemedyProblem;
  readonly timeLimitMs: number;
  readonly gapGoal: number;
}

export type RemedyMessage =
  | { readonly kind: 'progress'; readonly progress: RemedyProgress }
  | { readonly kind: 'result'; readonly result: RemedyResult };
