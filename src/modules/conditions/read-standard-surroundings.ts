import {
  type CompiledStandard,
  describeUnit,
  type OverrideDefinition,
  type StageOrAll,
  type StandardDefinition,
  type Thresholds,
} from '#standards';
import type { StandardReader } from './contract.ts';

type OverrideChange = StandardReader['overrides'][number]['changes'][number];

/** What areas make stricter, beside what the standard itself says. */
export function overridesOf({ definition, overrides }: CompiledStandard): StandardReader['overrides'] {
  return overrides.map((override) => ({
    area: override.area,
    name: override.words,
    document: override.source.document,
    changes: changesOf(definition, override),
  }));
}

function changesOf(base: StandardDefinition, override: OverrideDefinition): OverrideChange[] {
  const indicators = new Map(base.indicators.map((indicator) => [indicator.id, indicator]));
  const limits = new Map(base.coefficients.map((rule) => [rule.id, rule]));
  const rules = new Map(base.schoolRules.map((rule) => [rule.id, rule]));
  const parameters = new Map(base.parameters.map(({ id, value }) => [id, value]));
  const items = new Map(base.attested.map(({ id, threshold }) => [id, threshold]));
  return [
    ...override.thresholds.map(({ indicator, stage, value, provenance }) => ({
      of: indicator,
      stage,
      base: numberOf(indicators.get(indicator)?.thresholds, stage),
      value,
      ...provenance,
    })),
    ...override.limits.map(({ rule, stage, value, provenance }) => ({
      of: rule,
      stage,
      base: numberOf(limits.get(rule)?.limits, stage),
      value,
      ...provenance,
    })),
    ...override.parameters.map(({ parameter, value, provenance }) => ({
      of: parameter,
      stage: null,
      base: parameters.get(parameter) ?? null,
      value,
      ...provenance,
    })),
    ...override.schoolRules.flatMap(({ rule, minMet, floor, provenance }) => [
      ...(minMet === null
        ? []
        : [{ of: rule, stage: null, base: rules.get(rule)?.minMet ?? null, value: minMet, ...provenance }]),
      ...(floor === null
        ? []
        : [{ of: rule, stage: null, base: rules.get(rule)?.floor ?? null, value: floor, ...provenance }]),
    ]),
    ...override.attested.map(({ item, threshold, provenance }) => ({
      of: item,
      stage: null,
      base: items.get(item) ?? null,
      value: threshold,
      ...provenance,
    })),
  ];
}

function numberOf(thresholds: readonly Thresholds[] | undefined, stage: StageOrAll): number | null {
  const amount = thresholds?.[0]?.byStage[stage];
  return amount?.kind === 'number' ? amount.value : null;
}

/** The measures that a standard's formulas and conditions name. */
export function measuresOf({ definition, dictionary }: CompiledStandard): StandardReader['measures'] {
  const texts = [
    ...definition.indicators.flatMap(({ formula, appliesWhen }) => [formula, appliesWhen ?? '']),
    ...definition.exclusions.map(({ when }) => when),
    ...definition.exceptions.flatMap(({ when, formula }) => [when, formula ?? '']),
    ...definition.coefficients.map(({ weight }) => weight ?? ''),
  ];
  const named = new Set(texts.flatMap((text) => text.match(/[A-Za-z]\w*/g) ?? []));
  return [...dictionary.measures.values()]
    .filter(({ id }) => named.has(id))
    .map(({ id, words, unit }) => ({ id, name: words, unit: describeUnit(unit) }));
}
