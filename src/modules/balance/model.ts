import type { CompiledStandard, Evaluation, EvaluationInput, IndicatorResult, Stage, StageOrAll } from '#standards';

/** One evaluation with what it was made from. */
export interface Evaluated {
  readonly compiled: CompiledStandard;
  readonly hash: string;
  readonly inputsHash: string;
  readonly input: EvaluationInput;
  readonly evaluation: Evaluation;
}

/** One indicator of one school in one stage, or (`all`) of the school as a whole, with what decides whether it is counted. */
export interface SchoolIndicator {
  readonly unit: number;
  readonly stage: StageOrAll;
  readonly excludedBy: string | null;
  readonly result: IndicatorResult;
}

/** The measure that weights the schools in a coefficient of this indicator; the default is the pupils. */
export function weightColumn({ definition }: CompiledStandard, indicator: string, stage: Stage): `${string}@${Stage}` {
  const rule = definition.coefficients.find(({ of }) => of.includes(indicator));
  return `${rule?.weight ?? 'students'}@${stage}`;
}

/** Pupils of a unit in a stage; for `all` of every stage together. NaN where none is reported. */
export function pupilsOf(input: EvaluationInput, unit: number, stage: StageOrAll): number {
  if (stage !== 'all') return input.units.columns.get(`students@${stage}`)?.[unit] ?? Number.NaN;
  let sum = Number.NaN;
  for (const [key, values] of input.units.columns) {
    const value = values[unit] as number;
    if (key.startsWith('students@') && !Number.isNaN(value)) sum = (Number.isNaN(sum) ? 0 : sum) + value;
  }
  return sum;
}

/** Every indicator result of the schools, stage by stage and as a whole. */
export function schoolIndicators(evaluation: Evaluation, indicator: string): SchoolIndicator[] {
  const pick = (unit: number, stage: StageOrAll, excludedBy: string | null, results: readonly IndicatorResult[]) => {
    const result = results.find((one) => one.indicator === indicator);
    return result === undefined ? [] : [{ unit, stage, excludedBy, result }];
  };
  return [
    ...evaluation.schools.flatMap(({ unit, stage, excludedBy, indicators }) =>
      pick(unit, stage, excludedBy, indicators),
    ),
    ...evaluation.wholeSchools.flatMap(({ unit, excludedBy, indicators }) => pick(unit, 'all', excludedBy, indicators)),
  ];
}

/** How many indicators a school-stage is counted by: those of the standard's school rules, or all where it has none. */
export function countedBy({ definition }: CompiledStandard, indicators: readonly IndicatorResult[]): number {
  const counted = new Set(definition.schoolRules.flatMap(({ of }) => of));
  return indicators.filter(
    ({ indicator, verdict }) => verdict !== 'notApplicable' && (counted.size === 0 || counted.has(indicator)),
  ).length;
}
