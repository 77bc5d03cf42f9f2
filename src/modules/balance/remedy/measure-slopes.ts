import { type ColumnKey, type CompiledStandard, type EvaluationInput, evaluateStandard, type Stage } from '#standards';

/**
 * How much the value of an indicator rises, school-stage by school-stage, for one more piece of a measure.
 *
 * @remarks
 * Found by evaluating with more of it, so that splits, exclusions and exceptions are the standard's own and not repeated here. The
 * step is a power of two near the present amount, which keeps the quotient exact to rounding. Valid where the indicator is a
 * straight line in the measure.
 * @returns by `unit stage`
 */
export function measureSlopes(
  compiled: CompiledStandard,
  input: EvaluationInput,
  column: ColumnKey,
  indicator: string,
  present: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const old = input.units.columns.get(column);
  if (old === undefined) return new Map();
  const steps = Float64Array.from(old, (value) => 2 ** Math.ceil(Math.log2(Math.max(1, Math.abs(value) || 1))));
  const columns = new Map(input.units.columns);
  columns.set(
    column,
    Float64Array.from(old, (value, i) => value + (steps[i] as number)),
  );
  const more = evaluateStandard(compiled, { ...input, units: { ...input.units, columns } });
  const slopes = new Map<string, number>();
  for (const { unit, stage, indicators } of more.schools) {
    const after = indicators.find((one) => one.indicator === indicator)?.value;
    const key = schoolStage(unit, stage);
    const before = present.get(key);
    if (after === null || after === undefined || before === undefined) continue;
    slopes.set(key, (after - before) / (steps[unit] as number));
  }
  return slopes;
}

export function schoolStage(unit: number, stage: Stage): string {
  return `${unit} ${stage}`;
}
