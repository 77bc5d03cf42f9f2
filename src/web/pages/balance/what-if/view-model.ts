import type { CompiledStandard, Dictionary, Evaluation, EvaluationInput, Stage, Verdict } from '#standards';
import { type ColumnKey, stages } from '#standards';

export interface Tally {
  readonly verdict: Verdict;
  readonly coefficients: number;
  readonly coefficientsOutside: number;
  readonly schoolStages: number;
  readonly schoolStagesOutside: number;
}

/** The numbers of the first line for one area of an evaluation. */
export function tallyOf(evaluation: Evaluation, area: number): Tally {
  const coefficients = evaluation.coefficients.filter((one) => one.area === area);
  const judged = evaluation.schools.filter((one) => one.excludedBy === null);
  return {
    verdict: evaluation.areas.find((one) => one.area === area)?.verdict ?? 'noData',
    coefficients: coefficients.length,
    coefficientsOutside: coefficients.filter((one) => one.verdict === 'notMet').length,
    schoolStages: judged.length,
    schoolStagesOutside: judged.filter((one) => one.verdict === 'notMet').length,
  };
}

export interface BarPair {
  readonly indicator: string;
  readonly stage: Stage;
  readonly before: number | null;
  readonly after: number | null;
  readonly limit: number | null;
  readonly verdict: Verdict;
}

/** Each coefficient before and after, in the order of the standard, so that no bar jumps while a value is changed. */
export function pairCoefficients(
  before: Evaluation,
  after: Evaluation,
  area: number,
  stage: Stage | null,
): readonly BarPair[] {
  return before.coefficients
    .filter((one) => one.area === area && (stage === null || one.stage === stage))
    .map((one) => {
      const now = after.coefficients.find(
        (other) => other.area === area && other.indicator === one.indicator && other.stage === one.stage,
      );
      return {
        indicator: one.indicator,
        stage: one.stage,
        before: one.coefficientOfVariation,
        after: now?.coefficientOfVariation ?? null,
        limit: now?.limit ?? one.limit,
        verdict: now?.verdict ?? 'notApplicable',
      };
    });
}

export interface Effect {
  readonly unit: number;
  readonly stage: Stage;
  readonly before: Verdict;
  readonly after: Verdict;
}

/** School-stages whose verdict differs; one that was merged away counts as no longer judged. */
export function effectsOf(before: Evaluation, after: Evaluation): readonly Effect[] {
  const key = (one: { readonly unit: number; readonly stage: Stage }) => `${one.unit}:${one.stage}`;
  const verdicts = new Map(after.schools.map((one) => [key(one), one.excludedBy ? 'notApplicable' : one.verdict]));
  const known = new Set(before.schools.map(key));
  const changed = before.schools.flatMap((one): readonly Effect[] => {
    const was = one.excludedBy ? 'notApplicable' : one.verdict;
    const is = verdicts.get(key(one)) ?? 'notApplicable';
    return was === is ? [] : [{ unit: one.unit, stage: one.stage, before: was, after: is }];
  });
  const added = after.schools
    .filter((one) => !known.has(key(one)) && one.excludedBy === null)
    .map((one): Effect => ({ unit: one.unit, stage: one.stage, before: 'notApplicable', after: one.verdict }));
  return [...changed, ...added];
}

export interface Field {
  readonly column: ColumnKey;
  readonly measure: string;
  readonly stage: Stage | 'all';
  readonly value: number;
}

/** The values of one school that the standard's own formulas read, in the order of the dictionary. */
export function fieldsOf(
  input: EvaluationInput,
  unit: number,
  standard: CompiledStandard,
  dictionary: Dictionary,
): readonly Field[] {
  const { definition } = standard;
  const formulas = [
    ...definition.indicators.filter((indicator) => indicator.scope !== 'area').map((indicator) => indicator.formula),
    ...definition.coefficients.map((rule) => rule.weight ?? ''),
  ].join(' ');
  const read = new Set(formulas.match(/[A-Za-z][A-Za-z0-9]*/g) ?? []);
  const order = [...dictionary.measures.keys()];
  return [...input.units.columns]
    .flatMap(([column, values]): readonly Field[] => {
      const at = column.lastIndexOf('@');
      const measure = column.slice(0, at);
      const stage = stages.find((known) => known === column.slice(at + 1)) ?? 'all';
      const value = values[unit] ?? Number.NaN;
      return read.has(measure) && !Number.isNaN(value) ? [{ column, measure, stage, value }] : [];
    })
    .sort((a, b) => order.indexOf(a.measure) - order.indexOf(b.measure) || a.stage.localeCompare(b.stage));
}

/** Schools that the standard judges, those that fail first; a school of several stages is as good as its worst stage. */
export function judgedSchools(evaluation: Evaluation): readonly { readonly unit: number; readonly verdict: Verdict }[] {
  const worst = ['notMet', 'noData', 'met', 'notApplicable'] as const;
  const verdicts = new Map<number, Verdict>();
  for (const { unit, verdict, excludedBy } of evaluation.schools) {
    const shown = excludedBy === null ? verdict : 'notApplicable';
    const known = verdicts.get(unit);
    if (known === undefined || worst.indexOf(shown) < worst.indexOf(known)) verdicts.set(unit, shown);
  }
  return [...verdicts]
    .map(([unit, verdict]) => ({ unit, verdict }))
    .sort((a, b) => worst.indexOf(a.verdict) - worst.indexOf(b.verdict) || a.unit - b.unit);
}
