import {
  type CoefficientRuleDefinition,
  type CompiledStandard,
  describeUnit,
  type IndicatorDefinition,
} from '#standards';
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

/** The rule that limits the dispersion of an indicator by itself. */
export function coefficientRule(
  { definition }: CompiledStandard,
  indicator: string,
): CoefficientRuleDefinition | undefined {
  return definition.coefficients.find(({ kind, of }) => kind === 'each' && of.includes(indicator));
}
