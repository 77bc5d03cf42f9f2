import type { RemedyProblem, RemedyProgress, RemedyResult } from '#kernels/remedy';
import type { Evaluation } from '#standards';
import { evaluateAfter, passes } from './apply-pieces.ts';
import { buildTasks } from './build-tasks.ts';
import { type Piece, piecesOf } from './pieces.ts';
import type { RemedyQuestion, RemedyTask } from './remedy-task.ts';

export interface SolvedTask {
  readonly task: RemedyTask;
  readonly result: RemedyResult;
  /** Empty where there is no plan. */
  readonly pieces: readonly Piece[];
}

export interface PlannedRemedy {
  readonly solved: readonly SolvedTask[];
  /** The evaluation with every plan in place. */
  readonly after: Evaluation;
}

export interface PlanOptions {
  /** For all areas together. */
  readonly timeLimitMs: number;
  readonly solve: (
    start: { readonly problem: RemedyProblem; readonly timeLimitMs: number; readonly gapGoal: number },
    onProgress: (progress: RemedyProgress) => void,
  ) => Promise<RemedyResult>;
  readonly onProgress?:
    | ((progress: RemedyProgress & { readonly area: number; readonly areas: number }) => void)
    | undefined;
}

const gapGoal = 5e-4;
/** Relative room kept to the limits so that m² and yuan may be rounded to hundredths; the next is tried where it was too little. */
const margins = [1e-6, 1e-5, 1e-4];
/** Round figures first; the longer ones where they fall short. */
const slacks = [1e-3, 0];

/**
 * The cheapest way to pass for every judged area of the question, each plan confirmed by evaluating it.
 *
 * @throws Error where a plan does not pass its own evaluation: the standard then uses a resource in a way that the problem does not see.
 */
export async function planRemedy(question: RemedyQuestion, options: PlanOptions): Promise<PlannedRemedy> {
  const tasks = buildTasks(question);
  const solved: SolvedTask[] = [];
  for (const task of tasks) {
    const timeLimitMs = options.timeLimitMs / tasks.length;
    solved.push(
      await solveTask(question, task, (problem) =>
        options.solve({ problem, timeLimitMs, gapGoal }, (progress) =>
          options.onProgress?.({ ...progress, area: solved.length, areas: tasks.length }),
        ),
      ),
    );
  }
  return { solved, after: evaluateAfter(question, solved) };
}

async function solveTask(
  question: RemedyQuestion,
  task: RemedyTask,
  solve: (problem: RemedyProblem) => Promise<RemedyResult>,
): Promise<SolvedTask> {
  if (task.rows.length === 0) {
    return { task, result: { kind: 'unresolved', reason: 'noPlanFound', bound: 0 }, pieces: [] };
  }
  for (const margin of margins) {
    const result = await solve({ ...task.problem, margin });
    if (result.kind !== 'plan') return { task, result, pieces: [] };
    for (const slack of slacks) {
      const pieces = piecesOf(task, result, slack);
      if (passes(task, evaluateAfter(question, [{ task, pieces }]))) return { task, result, pieces };
    }
  }
  throw new Error(`the plan for ${question.input.areas.code[task.area]} does not pass its own evaluation`);
}
