import { checkExpression, type FormulaContext } from './check-expression.ts';
import type {
  CompiledAmounts,
  CompiledException,
  CompiledExclusion,
  CompiledIndicator,
  CompiledStandard,
  CompiledThresholds,
} from './compiled.ts';
import type { IndicatorDefinition, StageOrAll, StandardDefinition, Thresholds } from './definition.ts';
import type { Dictionary } from './dictionary.ts';
import type { Fault } from './fault.ts';
import { fault } from './fault.ts';
import { nearestName } from './nearest-name.ts';
import { parseExpression } from './parse-expression.ts';
import { siteOfVersion } from './read-thresholds.ts';
import type { Term, TermType } from './term.ts';
import { type Dimension, formatDimension, readUnit, sameDimension } from './unit.ts';

export interface Compilation {
  /** Null where a formula has a fault. */
  readonly compiled: CompiledStandard | null;
  /** Faults with the name of the formula they stand in, e.g. `R1.formula`. */
  readonly faults: readonly { readonly site: string; readonly fault: Fault }[];
}

/** Parses and checks every formula of a standard. Pure; the definition may come from a file or from anywhere else. */
export const compileStandard = (definition: StandardDefinition, dictionary: Dictionary): Compilation => {
  const faults: { site: string; fault: Fault }[] = [];
  const never: Term = { op: 'constant', value: Number.NaN, type: 'number', dimension: null, start: 0, end: 0 };

  const context = (level: 'unit' | 'area', byStage: boolean): FormulaContext => ({
    dictionary,
    parameters: definition.parameters,
    stages: definition.stages,
    level,
    byStage,
  });
  const attempt = (
    text: string,
    where: FormulaContext,
    wanted: TermType,
  ): { readonly term: Term | null; readonly faults: readonly Fault[] } => {
    const parsed = parseExpression(text);
    return parsed.ok ? checkExpression(parsed.expression, where, wanted) : { term: null, faults: [parsed.fault] };
  };
  const compile = (site: string, text: string, where: FormulaContext, wanted: TermType): Term => {
    const checked = attempt(text, where, wanted);
    for (const found of checked.faults) faults.push({ site, fault: found });
    return checked.term ?? never;
  };
  /** A condition about a unit: about the whole school where it can be, else about one stage of it. */
  const compileCondition = (site: string, text: string): { readonly term: Term; readonly byStage: boolean } => {
    const whole = attempt(text, context('unit', false), 'boolean');
    if (whole.term && whole.faults.length === 0) return { term: whole.term, byStage: false };
    const stageNeeded = whole.faults.every((found) => found.code === 'stage-needed');
    const wheres = context('unit', stageNeeded);
    return { term: compile(site, text, wheres, 'boolean'), byStage: true };
  };

  const contextOf = (indicator: IndicatorDefinition): FormulaContext =>
    context(indicator.scope === 'area' ? 'area' : 'unit', !indicator.stages.includes('all'));

  const expectUnit = (site: string, term: Term, unit: string): void => {
    const wanted = dimensionOfUnit(unit);
    if (term === never || !wanted || term.dimension === null || sameDimension(term.dimension, wanted)) return;
    const detail = { name: formatDimension(term.dimension), other: formatDimension(wanted) };
    faults.push({ site, fault: fault(term, 'unit-mismatch', detail) });
  };

  const compileAmounts = (
    site: string,
    byStage: Thresholds['byStage'],
    where: FormulaContext,
    unit: string,
  ): CompiledAmounts => {
    const amounts: Partial<Record<StageOrAll, number | Term>> = {};
    const same = new Map<string, Term>();
    for (const [stage, amount] of Object.entries(byStage) as [StageOrAll, Thresholds['byStage'][StageOrAll]][]) {
      if (!amount) continue;
      if (amount.kind === 'number') {
        amounts[stage] = amount.value;
        continue;
      }
      const known = same.get(amount.text);
      const term = known ?? compile(`${site}.${stage}`, amount.text, where, 'number');
      if (!known) expectUnit(`${site}.${stage}`, term, unit);
      same.set(amount.text, term);
      amounts[stage] = term;
    }
    return amounts;
  };

  const compileThresholds = (
    site: string,
    versions: readonly Thresholds[],
    where: FormulaContext,
    unit: string,
  ): readonly CompiledThresholds[] =>
    versions.map((version) => ({
      validFrom: version.validFrom,
      validTo: version.validTo,
      byStage: compileAmounts(siteOfVersion(site, version.validFrom), version.byStage, where, unit),
    }));

  const exceptionsOf = (indicator: IndicatorDefinition): readonly CompiledException[] =>
    definition.exceptions.flatMap((exception, index): readonly CompiledException[] => {
      if (!exception.indicators.includes(indicator.id)) return [];
      const where = contextOf(indicator);
      const formula =
        exception.formula === null ? null : compile(`${exception.id}.formula`, exception.formula, where, 'number');
      if (formula) expectUnit(`${exception.id}.formula`, formula, indicator.unit);
      return [
        {
          index,
          id: exception.id,
          when: compile(`${exception.id}.when`, exception.when, where, 'boolean'),
          formula,
          thresholds: exception.thresholds
            ? compileAmounts(`${exception.id}.threshold`, exception.thresholds, where, indicator.unit)
            : null,
        },
      ];
    });

  const indicators = definition.indicators.map((indicator): CompiledIndicator => {
    const where = contextOf(indicator);
    const term = compile(`${indicator.id}.formula`, indicator.formula, where, 'number');
    expectUnit(`${indicator.id}.formula`, term, indicator.unit);
    return {
      definition: indicator,
      term,
      appliesWhen:
        indicator.appliesWhen === null
          ? null
          : compile(`${indicator.id}.appliesWhen`, indicator.appliesWhen, where, 'boolean'),
      thresholds: compileThresholds(`${indicator.id}.threshold`, indicator.thresholds, where, indicator.unit),
      exceptions: exceptionsOf(indicator),
    };
  });

  const checkMeasureName = (site: string, name: string): void => {
    const measure = dictionary.measures.get(name);
    if (measure && measure.level === 'unit' && !measure.stages.includes('all')) return;
    const detail = { name, suggestion: nearestName(name, dictionary.measures.keys()) };
    faults.push({ site, fault: fault({ start: 0, end: 0 }, 'unknown-name', detail) });
  };
  for (const split of definition.splits) checkMeasureName(`${split.id}.when`, split.by);
  for (const rule of definition.coefficients)
    if (rule.weight !== null) checkMeasureName(`${rule.id}.weight`, rule.weight);
  for (const parameter of definition.parameters) {
    if (!dictionary.measures.has(parameter.id)) continue;
    faults.push({
      site: `${parameter.id}.value`,
      fault: fault({ start: 0, end: 0 }, 'name-taken', { name: parameter.id }),
    });
  }

  const compiled: CompiledStandard = {
    definition,
    overrides: [],
    dictionary,
    indicators,
    covers: definition.covers === null ? null : compile('covers', definition.covers, context('unit', false), 'boolean'),
    exclusions: definition.exclusions.map((exclusion): CompiledExclusion => {
      const when = compileCondition(`${exclusion.id}.when`, exclusion.when);
      return { definition: exclusion, when: when.term, byStage: when.byStage };
    }),
    splits: definition.splits.map((split) => ({
      definition: split,
      when: compile(`${split.id}.when`, split.when, context('unit', false), 'boolean'),
    })),
    coefficients: definition.coefficients.map((rule) => ({
      definition: rule,
      limits: compileThresholds(`${rule.id}.limit`, rule.limits, context('area', true), '1'),
    })),
  };
  return { compiled: faults.length > 0 ? null : compiled, faults };
};

const dimensionOfUnit = (unit: string): Dimension | null => {
  const read = readUnit(unit);
  return read.ok ? read.dimension : null;
};
