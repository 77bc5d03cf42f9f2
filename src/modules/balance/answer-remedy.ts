import type { CompiledStandard, Evaluation, EvaluationInput } from '#standards';
import type { RemedyBody, RemedyPlan } from './contract.ts';
import { balanceErrors } from './errors.ts';
import { type PlanOptions, planRemedy } from './remedy/plan-remedy.ts';
import { solveInWorker } from './remedy/solve-in-worker.ts';
import { costFenOf, type UnitCost, type UnitCosts } from './remedy/unit-cost.ts';
import { type RemedyFigures, remedyFigures } from './remedy-answer.ts';

/** School-stages for which one plan is sought at a time, all areas together. */
const schoolStageLimit = 2_000;

export interface RemedyOrder extends Pick<RemedyBody, 'costs' | 'mayMove' | 'timeLimitS'> {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: PlanOptions['onProgress'];
}

/**
 * The cheapest way to pass for an evaluated area, found in a thread of its own and checked by evaluating it.
 *
 * @throws DomainError `balance.noUnitCosts`, `balance.areaTooLarge`; the signal's reason when it is aborted
 */
export async function answerRemedy(
  evaluated: { readonly compiled: CompiledStandard; readonly input: EvaluationInput; readonly evaluation: Evaluation },
  area: number,
  table: UnitCosts,
  order: RemedyOrder,
): Promise<RemedyFigures> {
  const { compiled, input } = evaluated;
  const schools = evaluated.evaluation.schools.length;
  if (schools > schoolStageLimit) {
    throw balanceErrors.areaTooLarge({ area: input.areas.code[area] as string, schools, limit: schoolStageLimit });
  }
  const costs = chooseCosts(compiled, table, order.costs);
  const started = performance.now();
  const question = { ...evaluated, area, costs, mayMove: order.mayMove };
  const planned = await planRemedy(question, {
    timeLimitMs: order.timeLimitS * 1000,
    solve: (start, onProgress) => solveInWorker(start, { signal: order.signal, onProgress }),
    onProgress: order.onProgress,
  });
  const seconds = (performance.now() - started) / 1000;
  return remedyFigures(question, planned, listCosts(compiled, costs, table, order.costs), seconds);
}

/** The prices of the indicators of the school rule, the caller's own in place of the table's. */
function chooseCosts({ definition }: CompiledStandard, table: UnitCosts, own: RemedyBody['costs']): UnitCost[] {
  const [rule, ...others] = definition.schoolRules;
  const costs = (rule?.of ?? []).map((indicator) => {
    const found = table.costs.find((one) => one.standard === definition.id && one.indicator === indicator);
    return found && withOwn(found, definition.stages, own);
  });
  if (rule === undefined || others.length > 0 || costs.some((cost) => cost === undefined)) {
    throw balanceErrors.noUnitCosts({ standard: definition.id });
  }
  return costs.filter((cost) => cost !== undefined);
}

function withOwn(cost: UnitCost, stages: CompiledStandard['definition']['stages'], own: RemedyBody['costs']): UnitCost {
  const given = own.filter(({ indicator }) => indicator === cost.indicator);
  if (given.length === 0) return cost;
  const costFen = Object.fromEntries(
    stages.map((stage) => {
      const exact = given.find((one) => one.stage === stage) ?? given.find((one) => one.stage === null);
      return [stage, exact?.costFen ?? costFenOf(cost, stage) ?? 0];
    }),
  );
  return { ...cost, costFen };
}

function listCosts(
  { definition }: CompiledStandard,
  costs: readonly UnitCost[],
  { source }: UnitCosts,
  own: RemedyBody['costs'],
): RemedyPlan['costs'] {
  return costs.flatMap((cost) => {
    const stages = typeof cost.costFen === 'number' ? [null] : definition.stages;
    return stages.map((stage) => ({
      indicator: cost.indicator,
      stage,
      resource: cost.resource,
      costFen: (stage === null ? Number(cost.costFen) : costFenOf(cost, stage)) ?? 0,
      source: own.some((one) => one.indicator === cost.indicator && (one.stage === null || one.stage === stage))
        ? { zh: '使用者给出', en: 'Given by the user' }
        : source,
    }));
  });
}
