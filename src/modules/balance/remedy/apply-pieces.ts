import { applyChanges, type Change, type Evaluation, evaluateStandard } from '#standards';
import type { Piece } from './pieces.ts';
import { columnOf, type RemedyQuestion, type RemedyTask } from './remedy-task.ts';

/** The evaluation after the pieces are in place, by the engine that found the shortfall. */
export function evaluateAfter(
  { compiled, input }: RemedyQuestion,
  tasks: readonly { task: RemedyTask; pieces: readonly Piece[] }[],
): Evaluation {
  const changes: Change[] = tasks.flatMap(({ task, pieces }) =>
    pieces.map(({ row, cost, bought, received, given }) => {
      const { unit, stage } = task.rows[row] as RemedyTask['rows'][number];
      const column = columnOf(task.costs[cost] as RemedyTask['costs'][number], task.isShared[cost] === true, stage);
      const present = input.units.columns.get(column)?.[unit] as number;
      return { kind: 'set' as const, unit, column, value: present + bought + received - given };
    }),
  );
  return evaluateStandard(compiled, applyChanges(input, changes));
}

/** Whether every planned school-stage and every coefficient of the task is inside the rule. */
export function passes(task: RemedyTask, after: Evaluation): boolean {
  const planned = new Set(task.rows.map(({ unit, stage }) => `${unit} ${stage}`));
  const indicators = new Set(task.costs.map(({ indicator }) => indicator));
  return (
    after.schools.every(({ unit, stage, verdict }) => !planned.has(`${unit} ${stage}`) || verdict === 'met') &&
    after.coefficients.every(
      ({ area, indicator, coefficientOfVariation, limit }) =>
        area !== task.area ||
        !indicators.has(indicator) ||
        limit === null ||
        coefficientOfVariation === null ||
        coefficientOfVariation <= limit,
    )
  );
}
