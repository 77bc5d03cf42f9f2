import {
  type AttestedDefinition,
  type CoefficientRuleDefinition,
  type Dictionary,
  describeFormula,
  describeUnit,
  type ExceptionDefinition,
  type IndicatorDefinition,
  type Provenance,
  type StandardDefinition,
  type Thresholds,
} from '#standards';
import type { Clause, Rule, StandardHead, StandardReader, Threshold } from './contract.ts';

type Origin = Pick<StandardHead, 'hash' | 'origin'>;

/** The first lines of a standard, as a list shows them. */
export function headOf(standard: StandardDefinition, { hash, origin }: Origin): StandardHead {
  return {
    id: standard.id,
    version: standard.version,
    name: standard.words,
    source: {
      title: standard.source.title,
      document: standard.source.document,
      issuer: standard.source.issuer,
      issuedOn: standard.source.issuedOn,
    },
    area: standard.area,
    level: standard.level,
    validFrom: standard.validFrom,
    validTo: standard.validTo,
    stages: [...standard.stages],
    confidence: standard.confidence,
    hash,
    origin,
    counts: {
      indicators: standard.indicators.length,
      coefficients: standard.coefficients.flatMap(coefficientsOf).length,
      attested: standard.attested.filter((item) => item.kind !== 'veto').length,
      vetoes: standard.attested.filter((item) => item.kind === 'veto').length,
    },
  };
}

/** Every clause of a standard, part by part, and the rules beside them. */
export function clausesOf(
  standard: StandardDefinition,
  dictionary: Dictionary,
): Pick<StandardReader, 'parts' | 'rules' | 'notes'> {
  const parts = standard.parts.map((part) => ({
    part: part.id,
    name: part.words,
    clauses: [
      ...standard.indicators
        .filter((indicator) => indicator.part === part.id)
        .map((indicator) => indicatorClause(indicator, standard.exceptions, dictionary)),
      ...standard.attested.filter((item) => item.part === part.id).map(attestedClause),
    ],
    ...provenanceOf(part.provenance),
  }));
  return { parts, rules: rulesOf(standard), notes: [...standard.notes] };
}

function coefficientsOf(rule: CoefficientRuleDefinition): string[] {
  const stages = new Set(rule.limits.flatMap((limits) => Object.keys(limits.byStage)));
  return [...stages].flatMap((stage) => (rule.kind === 'composite' ? [stage] : rule.of.map((id) => `${id} ${stage}`)));
}

function indicatorClause(
  indicator: IndicatorDefinition,
  exceptions: readonly ExceptionDefinition[],
  dictionary: Dictionary,
): Clause {
  return {
    id: indicator.id,
    kind: indicator.scope,
    name: indicator.words,
    unit: describeUnit(indicator.unit),
    stages: [...indicator.stages],
    formula: indicator.formula,
    formulaText: describeFormula(indicator.formula, dictionary),
    comparison: indicator.comparison,
    decimals: indicator.decimals,
    thresholds: indicator.thresholds.flatMap(thresholdsOf),
    appliesWhen: indicator.appliesWhen,
    requiredShare: indicator.scope === 'area' ? null : indicator.requiredShare,
    due: indicator.due,
    exceptions: exceptions.filter(({ indicators }) => indicators.includes(indicator.id)).map(({ id }) => id),
    ...provenanceOf(indicator.provenance),
  };
}

function attestedClause(item: AttestedDefinition): Clause {
  const provenance = provenanceOf(item.provenance);
  return {
    id: item.id,
    kind: item.kind,
    name: item.words,
    unit: item.unit === null ? null : describeUnit(item.unit),
    stages: ['all'],
    formula: null,
    formulaText: null,
    comparison: item.comparison,
    decimals: item.threshold === null ? null : item.decimals,
    thresholds:
      item.threshold === null
        ? []
        : [{ stage: 'all', value: item.threshold, formula: null, validFrom: null, validTo: null, ...provenance }],
    appliesWhen: null,
    requiredShare: null,
    due: item.due,
    exceptions: [],
    ...provenance,
  };
}

function rulesOf(standard: StandardDefinition): Rule[] {
  const blank = { part: null, of: [], when: null, formula: null, thresholds: [], values: {} };
  return [
    ...standard.schoolRules.map((rule) => ({
      ...blank,
      id: rule.id,
      kind: 'schoolRule' as const,
      name: rule.words,
      part: rule.part,
      of: [...rule.of],
      values: { minMet: rule.minMet, floor: rule.floor, requiredShare: rule.requiredShare },
      ...provenanceOf(rule.provenance),
    })),
    ...standard.coefficients.map((rule) => ({
      ...blank,
      id: rule.id,
      kind: 'coefficient' as const,
      name: rule.words,
      part: rule.part,
      of: [...rule.of],
      thresholds: rule.limits.flatMap(thresholdsOf),
      ...provenanceOf(rule.provenance),
    })),
    ...standard.exclusions.map((rule) => ({
      ...blank,
      id: rule.id,
      kind: 'exclusion' as const,
      name: rule.words,
      when: rule.when,
      ...provenanceOf(rule.provenance),
    })),
    ...standard.exceptions.map((rule) => ({
      ...blank,
      id: rule.id,
      kind: 'exception' as const,
      name: rule.words,
      of: [...rule.indicators],
      when: rule.when,
      formula: rule.formula,
      thresholds:
        rule.thresholds === null
          ? []
          : thresholdsOf({ byStage: rule.thresholds, validFrom: null, validTo: null, provenance: rule.provenance }),
      ...provenanceOf(rule.provenance),
    })),
    ...standard.splits.map((rule) => ({
      ...blank,
      id: rule.id,
      kind: 'split' as const,
      name: rule.words,
      when: rule.when,
      values: { ...rule.weights },
      ...provenanceOf(rule.provenance),
    })),
    ...standard.parameters.map((rule) => ({
      ...blank,
      id: rule.id,
      kind: 'parameter' as const,
      name: rule.words,
      values: { value: rule.value },
      ...provenanceOf(rule.provenance),
    })),
  ];
}

function thresholdsOf(thresholds: Thresholds): Threshold[] {
  return Object.entries(thresholds.byStage).map(([stage, amount]) => ({
    stage,
    value: amount.kind === 'number' ? amount.value : null,
    formula: amount.kind === 'formula' ? amount.text : null,
    validFrom: thresholds.validFrom,
    validTo: thresholds.validTo,
    ...provenanceOf(thresholds.provenance),
  }));
}

function provenanceOf({ clause, confidence, note }: Provenance): Pick<Clause, 'clause' | 'confidence' | 'note'> {
  return { clause, confidence, note };
}
