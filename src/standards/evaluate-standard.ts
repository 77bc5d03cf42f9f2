import type { CoefficientColumn, Coefficients } from './coefficients.ts';
import type { CompiledStandard } from './compiled.ts';
import { type EvaluationColumns, evaluateColumns } from './evaluate-columns.ts';
import type { IndicatorColumn } from './indicator-column.ts';
import type { EvaluationInput, Stage } from './input.ts';
import { verdictName } from './judge.ts';
import type { EvaluationOptions } from './options.ts';
import type { CoefficientResult, Evaluation, IndicatorResult, SchoolStageResult, WholeSchoolResult } from './result.ts';
import { indicatorResult, orNull } from './results.ts';
import type { SchoolBlock } from './school-block.ts';

/**
 * Evaluates every school and area of the input against the standard.
 *
 * @remarks Deterministic; the input is not changed. Values are compared unrounded; a value within a billionth of its line is
 * compared exactly, from the decimals that were reported. Missing input gives `noData`, never a failure.
 * @example evaluateStandard(findStandard(library, 'CN-CQB-2017', 2026).compiled, input).areas[0].verdict
 */
export const evaluateStandard = (
  standard: CompiledStandard,
  input: EvaluationInput,
  options: EvaluationOptions = {},
): Evaluation => {
  const columns = evaluateColumns(standard, input, options);
  return {
    standard: standard.definition.id,
    version: standard.definition.version,
    schoolYear: columns.schoolYear,
    coefficients: coefficientResults(columns.coefficients),
    schools: columns.blocks.flatMap((block) => schoolResults(columns, block)),
    wholeSchools: columns.blocks.flatMap((block) => wholeSchoolResults(columns, block)),
    areas: columns.areas,
  };
};

/** The coefficients of an evaluation as objects; groups without any school that counts are left out. */
export const coefficientResults = (coefficients: Coefficients): readonly CoefficientResult[] =>
  coefficients.columns.flatMap((column) =>
    coefficients.membership.groups.flatMap((group, index) => {
      const result = coefficientResult(column, index);
      if (result.schools === 0) return [];
      return [{ area: group.area, group: group.name, ...result }];
    }),
  );

const coefficientResult = (column: CoefficientColumn, group: number): Omit<CoefficientResult, 'area' | 'group'> => ({
  stage: column.stage as Stage,
  indicator: column.indicator,
  schools: column.schools[group] as number,
  missing: column.missing[group] as number,
  mean: orNull(column.mean[group] as number),
  standardDeviation: orNull(column.standardDeviation[group] as number),
  coefficientOfVariation: orNull(column.coefficient[group] as number),
  limit: orNull(column.limit[group] as number),
  verdict: verdictName(column.verdict[group] as number),
});

const schoolResults = ({ standard }: EvaluationColumns, block: SchoolBlock): readonly SchoolStageResult[] => {
  const { stage } = block;
  const results: SchoolStageResult[] = [];
  if (stage === 'all') return results;
  const indicatorsAt = indicatorReader(standard, block);
  for (let row = 0; row < block.rows.length; row++) {
    results.push({
      unit: block.rows[row] as number,
      stage,
      indicators: indicatorsAt(row),
      met: block.met[row] as number,
      verdict: verdictName(block.verdict[row] as number),
      excludedBy: exclusionOf(standard, block, row),
    });
  }
  return results;
};

const wholeSchoolResults = ({ standard }: EvaluationColumns, block: SchoolBlock): readonly WholeSchoolResult[] => {
  const results: WholeSchoolResult[] = [];
  if (block.stage !== 'all') return results;
  const indicatorsAt = indicatorReader(standard, block);
  for (let row = 0; row < block.rows.length; row++) {
    results.push({
      unit: block.rows[row] as number,
      indicators: indicatorsAt(row),
      verdict: verdictName(block.verdict[row] as number),
      excludedBy: exclusionOf(standard, block, row),
    });
  }
  return results;
};

/** Reads the indicators of one row after another; rows that say the same "not reported" share one object. */
const indicatorReader = (
  standard: CompiledStandard,
  block: SchoolBlock,
): ((row: number) => readonly IndicatorResult[]) => {
  const blanks: (IndicatorResult | undefined)[] = block.indicators.map(() => undefined);
  return (row) => {
    const results: IndicatorResult[] = [];
    for (let i = 0; i < block.indicators.length; i++) {
      const result = indicatorResult(standard, block.indicators[i] as IndicatorColumn, row);
      const blank = blanks[i];
      if (result.value !== null || result.exceptions.length > 0) results.push(result);
      else if (blank && blank.threshold === result.threshold && blank.verdict === result.verdict) results.push(blank);
      else {
        blanks[i] = result;
        results.push(result);
      }
    }
    return results;
  };
};

const exclusionOf = (standard: CompiledStandard, block: SchoolBlock, row: number): string | null =>
  standard.definition.exclusions[(block.excluded[row] as number) - 1]?.id ?? null;
