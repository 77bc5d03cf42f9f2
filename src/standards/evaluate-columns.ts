import { areaResults } from './area-results.ts';
import { type Coefficients, coefficients } from './coefficients.ts';
import type { CompiledStandard } from './compiled.ts';
import type { EvaluationInput } from './input.ts';
import type { EvaluationOptions } from './options.ts';
import { type Preparation, prepare } from './prepare.ts';
import type { AreaResult } from './result.ts';
import { type SchoolBlock, schoolBlock } from './school-block.ts';

/** An evaluation as columns: the form for a nation. `evaluateStandard` gives the same as objects. */
export interface EvaluationColumns {
  readonly standard: CompiledStandard;
  readonly schoolYear: number;
  /** One block per stage of the standard, then the schools as wholes. Verdicts: 0 met, 1 not met, 2 no data, 3 not applicable. */
  readonly blocks: readonly SchoolBlock[];
  readonly coefficients: Coefficients;
  readonly areas: readonly AreaResult[];
}

/**
 * Evaluates without making an object for every school and indicator.
 *
 * @remarks Cost: a few passes over typed arrays for every indicator and stage. Deterministic; the input is not changed.
 */
export const evaluateColumns = (
  standard: CompiledStandard,
  input: EvaluationInput,
  options: EvaluationOptions = {},
): EvaluationColumns => evaluatePrepared(prepare(standard, input, options), options);

export const evaluatePrepared = (preparation: Preparation, options: EvaluationOptions): EvaluationColumns => {
  const { standard, input } = preparation;
  const blocks = [...standard.definition.stages, 'all' as const].map((stage) => schoolBlock(preparation, stage));
  const dispersion = coefficients(preparation, blocks, options.comparing);
  // Verdicts of areas rest on the official comparison, whatever else was asked for.
  const official = options.comparing === undefined ? dispersion : coefficients(preparation, blocks, undefined);
  return {
    standard,
    schoolYear: input.schoolYear,
    blocks,
    coefficients: dispersion,
    areas: areaResults(preparation, blocks, official),
  };
};
