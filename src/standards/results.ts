import type { CompiledStandard } from './compiled.ts';
import type { IndicatorColumn } from './indicator-column.ts';
import { verdictName } from './judge.ts';
import type { IndicatorResult } from './result.ts';

const none: readonly string[] = [];

/** What is no finite number is null outside the engine. */
export const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** One row of an indicator column as a result. */
export const indicatorResult = (standard: CompiledStandard, column: IndicatorColumn, row: number): IndicatorResult => {
  const bits = column.exceptions?.[row] ?? 0;
  return {
    indicator: column.indicator.definition.id,
    value: orNull(column.value[row] as number),
    threshold: orNull(column.threshold[row] as number),
    verdict: verdictName(column.verdict[row] as number),
    exceptions:
      bits === 0 ? none : standard.definition.exceptions.filter((_, index) => (bits >> index) & 1).map(({ id }) => id),
  };
};
