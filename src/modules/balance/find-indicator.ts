import { type CompiledStandard, describeUnit, type IndicatorDefinition } from '#standards';
import type { IndicatorRef } from './contract.ts';

/** The indicators of a standard as pages need them, in the standard's order. */
export function indicatorRefs({ definition }: CompiledStandard, ids?: ReadonlySet<string>): IndicatorRef[] {
  return definition.indicators.filter(({ id }) => ids === undefined || ids.has(id)).map(indicatorRef);
}

export function indicatorRef({ id, words, unit, decimals, comparison }: IndicatorDefinition): IndicatorRef {
  return { id, name: words, unit: describeUnit(unit), decimals, direction: comparison };
}

export function findIndicator({ definition }: CompiledStandard, id: string): IndicatorDefinition | undefined {
  return definition.indicators.find((indicator) => indicator.id === id);
}
