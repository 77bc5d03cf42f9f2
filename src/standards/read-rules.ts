import type {
  AttestedDefinition,
  CoefficientRuleDefinition,
  Comparison,
  ExceptionDefinition,
  ExclusionDefinition,
  ParameterDefinition,
  PartDefinition,
  SchoolRuleDefinition,
  SplitDefinition,
  StageOrAll,
} from './definition.ts';
import type { Fields } from './fields.ts';
import type { FormulaSites } from './formula-sites.ts';
import { stages as allStages, type Stage } from './input.ts';
import { readComparison, readFormula, readUnitText, reportRange } from './read-indicators.ts';
import { type Inherited, readPartName, readProvenance } from './read-provenance.ts';
import { readRange } from './read-range.ts';
import { readByStage, readThresholds } from './read-thresholds.ts';

export const readPart = (fields: Fields, inherited: Inherited): PartDefinition => {
  const part = {
    id: fields.identifier('id'),
    words: fields.words(),
    counts: fields.boolean('counts', true),
    provenance: readProvenance(fields, inherited),
  };
  fields.finish();
  return part;
};

export const readParameter = (fields: Fields, inherited: Inherited): ParameterDefinition => {
  const parameter: ParameterDefinition = {
    id: fields.identifier('id'),
    words: fields.words(),
    unit: readUnitText(fields, 'unit'),
    value: fields.number('value'),
    stricter: fields.choice('stricter', ['higher', 'lower']),
    provenance: readProvenance(fields, inherited),
  };
  fields.finish();
  return parameter;
};

export const readSplit = (fields: Fields, inherited: Inherited, sites: FormulaSites): SplitDefinition => {
  const id = fields.identifier('id');
  const weights: Partial<Record<Stage, number>> = {};
  const entries = fields.map('weights');
  for (const stage of allStages) {
    if (!entries?.has(stage)) continue;
    weights[stage] = entries.number(stage);
    reportRange(entries, stage, weights[stage], 0.01, 100);
  }
  entries?.finish();
  const split: SplitDefinition = {
    id,
    words: fields.words(),
    when: requiredFormula(fields, `${id}.when`, sites),
    weights,
    by: fields.textOr('by', 'students'),
    provenance: readProvenance(fields, inherited),
  };
  fields.finish();
  return split;
};

export const readExclusion = (fields: Fields, inherited: Inherited, sites: FormulaSites): ExclusionDefinition => {
  const id = fields.identifier('id');
  const exclusion: ExclusionDefinition = {
    id,
    words: fields.words(),
    when: requiredFormula(fields, `${id}.when`, sites),
    parts: fields.names('parts').map((part) => part.text),
    provenance: readProvenance(fields, inherited),
  };
  fields.finish();
  return exclusion;
};

export const readException = (
  fields: Fields,
  stagesOf: (indicator: string) => readonly StageOrAll[],
  inherited: Inherited,
  sites: FormulaSites,
): ExceptionDefinition => {
  const id = fields.identifier('id');
  const indicators = fields.names('indicators').map((name) => name.text);
  const stages = [...new Set(indicators.flatMap((indicator) => stagesOf(indicator)))];
  const place = { owner: id, site: `${id}.threshold`, stages, complete: false };
  const exception: ExceptionDefinition = {
    id,
    words: fields.words(),
    indicators,
    when: requiredFormula(fields, `${id}.when`, sites),
    formula: readFormula(fields, 'formula', `${id}.formula`, sites),
    thresholds: fields.has('threshold') ? readByStage(fields, fields.node('threshold'), place, sites) : null,
    provenance: readProvenance(fields, inherited),
  };
  if (!fields.has('indicators')) fields.report('indicators', 'missing-key', { name: 'indicators' });
  if (exception.formula === null && exception.thresholds === null) {
    fields.report('threshold', 'missing-key', { name: 'threshold' });
  }
  fields.finish();
  return exception;
};

export const readSchoolRule = (fields: Fields, inherited: Inherited): SchoolRuleDefinition => {
  const of = fields.names('of').map((name) => name.text);
  const rule: SchoolRuleDefinition = {
    id: fields.identifier('id'),
    words: fields.words(),
    part: readPartName(fields, inherited),
    of,
    minMet: fields.numberOr('minMet', of.length),
    floor: fields.numberOr('floor', 0),
    requiredShare: fields.numberOr('requiredShare', 1),
    provenance: readProvenance(fields, inherited),
  };
  if (!fields.has('of')) fields.report('of', 'missing-key', { name: 'of' });
  reportRange(fields, 'minMet', rule.minMet, 0, of.length);
  reportRange(fields, 'floor', rule.floor, 0, 1);
  reportRange(fields, 'requiredShare', rule.requiredShare, 0, 1);
  fields.finish();
  return rule;
};

export const readCoefficientRule = (
  fields: Fields,
  stagesOf: (indicator: string) => readonly StageOrAll[],
  inherited: Inherited,
  sites: FormulaSites,
): CoefficientRuleDefinition => {
  const id = fields.identifier('id');
  const of = fields.names('of').map((name) => name.text);
  const provenance = readProvenance(fields, inherited);
  const stages = [...new Set(of.flatMap((indicator) => stagesOf(indicator)))];
  const place = { owner: id, site: `${id}.limit`, stages, complete: true };
  const rule: CoefficientRuleDefinition = {
    id,
    words: fields.words(),
    part: readPartName(fields, inherited),
    of,
    weight: fields.has('weight') ? fields.text('weight') : null,
    kind: fields.choice('kind', ['each', 'composite'], 'each'),
    limits: fields.has('atMost') ? readThresholds(fields, 'atMost', place, provenance, sites) : [],
    provenance,
  };
  if (!fields.has('of')) fields.report('of', 'missing-key', { name: 'of' });
  fields.finish();
  return rule;
};

export const readAttested = (fields: Fields, inherited: Inherited): AttestedDefinition => {
  const comparison = readComparison(fields);
  const id = fields.identifier('id');
  const item: AttestedDefinition = {
    id,
    words: fields.words(),
    part: readPartName(fields, inherited),
    item: fields.textOr('item', id),
    kind: fields.choice('kind', ['document', 'survey', 'external', 'veto']),
    scope: fields.choice('scope', ['area', 'school'], 'area'),
    comparison: comparison ?? 'atLeast',
    threshold: comparison ? fields.number(comparison) : null,
    ...readAnswerUnit(fields, comparison),
    due: fields.numberOr('due', null),
    provenance: readProvenance(fields, inherited),
  };
  fields.finish();
  return item;
};

/** How a number is answered and shown. An item without a line is answered by yes or no and has no unit. */
const readAnswerUnit = (
  fields: Fields,
  comparison: Comparison | null,
): Pick<AttestedDefinition, 'unit' | 'decimals' | 'range'> => {
  if (comparison === null) {
    for (const key of ['unit', 'decimals', 'range']) {
      if (fields.has(key)) fields.reportKey(key, 'yes-or-no-item', { name: key, list: ['atLeast', 'atMost'] });
    }
    return { unit: null, decimals: 0, range: null };
  }
  const unit = fields.has('unit') ? readUnitText(fields, 'unit') : null;
  const decimals = fields.numberOr('decimals', 1);
  reportRange(fields, 'decimals', decimals, 0, 10);
  const range = fields.has('range') ? readRange(fields) : unit === 'share' ? ([0, 1] as const) : null;
  if (range !== null && range[0] < range[1]) reportRange(fields, comparison, fields.number(comparison), ...range);
  return { unit, decimals, range };
};

const requiredFormula = (fields: Fields, site: string, sites: FormulaSites): string => {
  const formula = readFormula(fields, 'when', site, sites);
  if (formula === null) fields.report('when', 'missing-key', { name: 'when' });
  return formula ?? '';
};
