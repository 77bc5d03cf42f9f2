import type { Evaluation, StageOrAll } from '#standards';
import type { EvaluationHead, RemedyPlan, RemedyStep } from './contract.ts';
import type { Piece } from './remedy/pieces.ts';
import type { PlannedRemedy, SolvedTask } from './remedy/plan-remedy.ts';
import type { RemedyQuestion, RemedyTask } from './remedy/remedy-task.ts';
import { remedyNotes } from './remedy-notes.ts';

export type RemedyFigures = Omit<RemedyPlan, keyof EvaluationHead>;

/** A planned remedy in the words of the contract. */
export function remedyFigures(
  question: RemedyQuestion,
  planned: PlannedRemedy,
  costs: RemedyPlan['costs'],
  seconds: number,
): RemedyFigures {
  const steps = planned.solved.flatMap((solved) => stepsOf(question, solved, planned.after));
  const bound = planned.solved.reduce((sum, { result }) => sum + boundOf(result), 0);
  const costFen = steps.reduce((sum, step) => sum + step.costFen, 0);
  const lowerBoundFen = Math.min(costFen, Math.floor(bound));
  return {
    outcome: outcomeOf(planned, steps),
    mayMove: question.mayMove,
    costFen,
    lowerBoundFen,
    ruleCostFen: ruleCostOf(planned),
    gapShare: costFen > 0 ? (costFen - lowerBoundFen) / costFen : 0,
    seconds,
    costs,
    byIndicator: byIndicator(steps),
    bySchool: planned.solved.flatMap((solved) => bySchool(question, solved, steps)),
    coefficients: planned.solved.flatMap((solved) => coefficientsOf(question, solved, planned.after)),
    steps,
    notes: remedyNotes(question, planned),
  };
}

const boundOf = (result: SolvedTask['result']) => (result.kind === 'infeasible' ? 0 : result.bound);

function ruleCostOf({ solved }: PlannedRemedy): number | null {
  const sum = solved.reduce((total, { result }) => total + (result.kind === 'plan' ? result.ruleCost : Number.NaN), 0);
  return Number.isNaN(sum) ? null : Math.round(sum);
}

function outcomeOf({ solved }: PlannedRemedy, steps: readonly RemedyStep[]): RemedyPlan['outcome'] {
  if (solved.some(({ result }) => result.kind === 'infeasible')) return 'infeasible';
  if (solved.length === 0 || solved.some(({ task }) => task.missing.length > 0)) return 'unknown';
  if (solved.some(({ result }) => result.kind === 'unresolved')) return 'notFound';
  return steps.length === 0 ? 'nothingToDo' : 'planned';
}

function stepsOf(question: RemedyQuestion, { task, pieces }: SolvedTask, after: Evaluation): RemedyStep[] {
  return pieces.flatMap((piece) => {
    const { unit, stage } = task.rows[piece.row] as RemedyTask['rows'][number];
    const cost = task.costs[piece.cost] as RemedyTask['costs'][number];
    const booked = bookedStage(task, piece);
    const read = (evaluation: Evaluation) =>
      evaluation.schools
        .find((school) => school.unit === unit && school.stage === stage)
        ?.indicators.find(({ indicator }) => indicator === cost.indicator)?.value ?? null;
    const common = {
      ...unitRef(question, unit),
      stage: booked,
      indicator: cost.indicator,
      whole: cost.whole,
      resource: cost.resource,
      valueBefore: booked === 'all' ? null : read(question.evaluation),
      valueAfter: booked === 'all' ? null : read(after),
    };
    const at = piece.row * task.problem.indicators + piece.cost;
    const price = task.problem.cost[at] as number;
    const move = task.problem.moveCost?.[piece.cost] ?? 0;
    const steps: RemedyStep[] = [];
    const add = (kind: RemedyStep['kind'], amount: number, fen: number) => {
      if (amount !== 0) steps.push({ ...common, kind, amount, costFen: Math.round(fen) });
    };
    add('buy', piece.bought, piece.bought * price);
    add('receive', piece.received, piece.received > 0 ? piece.received * move : 0);
    add('give', -piece.given, 0);
    return steps;
  });
}

/** Pieces of a resource that a mixed school divides among its stages belong to the whole school. */
function bookedStage(task: RemedyTask, { row, cost }: Piece): StageOrAll {
  const share = task.problem.share[row * task.problem.indicators + cost];
  return task.isShared[cost] && share !== 1 ? 'all' : (task.rows[row] as RemedyTask['rows'][number]).stage;
}

function byIndicator(steps: readonly RemedyStep[]): RemedyPlan['byIndicator'] {
  const sums = new Map<string, RemedyPlan['byIndicator'][number]>();
  for (const { indicator, stage, amount, resource, costFen, kind } of steps) {
    if (kind === 'give') continue;
    const key = `${indicator} ${stage}`;
    const sum = sums.get(key) ?? { indicator, stage, amount: 0, resource, costFen: 0 };
    sums.set(key, { ...sum, amount: sum.amount + amount, costFen: sum.costFen + costFen });
  }
  return [...sums.values()].sort((a, b) => a.indicator.localeCompare(b.indicator) || a.stage.localeCompare(b.stage));
}

function bySchool(
  question: RemedyQuestion,
  { task, result }: SolvedTask,
  steps: readonly RemedyStep[],
): RemedyPlan['bySchool'] {
  const k = task.problem.indicators;
  const costOf = (unit: string, county: string, stage: StageOrAll) =>
    steps.reduce(
      (sum, step) => sum + (step.unit === unit && step.county === county && step.stage === stage ? step.costFen : 0),
      0,
    );
  const seen = new Set<number>();
  return task.rows.flatMap(({ unit, stage }, row) => {
    const ref = unitRef(question, unit);
    const j = result.kind === 'plan' ? result.below.subarray(row * k, (row + 1) * k).indexOf(1) : -1;
    const own = {
      ...ref,
      stage,
      costFen: costOf(ref.unit, ref.county, stage),
      spared: task.costs[j]?.indicator ?? null,
    };
    const whole = seen.has(unit) ? 0 : costOf(ref.unit, ref.county, 'all');
    seen.add(unit);
    const list = own.costFen > 0 || own.spared !== null ? [own] : [];
    return whole > 0 ? [...list, { ...ref, stage: 'all' as const, costFen: whole, spared: null }] : list;
  });
}

function coefficientsOf(
  { evaluation, input }: RemedyQuestion,
  { task, result }: SolvedTask,
  after: Evaluation,
): RemedyPlan['coefficients'] {
  const wanted = new Set(task.costs.map(({ indicator }) => indicator));
  const solvedOf = (stage: string, indicator: string) =>
    result.kind === 'plan'
      ? result.coefficients.find(
          (one) => task.stages[one.group] === stage && task.costs[one.indicator]?.indicator === indicator,
        )
      : undefined;
  return evaluation.coefficients
    .filter(({ area, indicator, limit }) => area === task.area && limit !== null && wanted.has(indicator))
    .map(({ stage, indicator, coefficientOfVariation, limit }) => ({
      area: input.areas.code[task.area] as string,
      indicator,
      stage,
      before: coefficientOfVariation,
      after:
        after.coefficients.find((one) => one.area === task.area && one.stage === stage && one.indicator === indicator)
          ?.coefficientOfVariation ?? null,
      limit,
      binding: solvedOf(stage, indicator)?.binds ?? false,
      savingFen: Math.round((solvedOf(stage, indicator)?.shadowPrice ?? 0) / 100),
    }));
}

function unitRef({ input }: RemedyQuestion, unit: number) {
  return {
    unit: input.units.id[unit] as string,
    name: input.units.name[unit] as string,
    county: input.areas.code[input.units.county[unit] as number] as string,
  };
}
