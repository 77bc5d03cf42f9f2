import type { Comparison, IndicatorDefinition, Scope, StageOrAll } from './definition.ts';
import { stageNames } from './expression.ts';
import type { Fields } from './fields.ts';
import type { FormulaSites } from './formula-sites.ts';
import type { Stage } from './input.ts';
import { nearestName } from './nearest-name.ts';
import { type Inherited, readPartName, readProvenance } from './read-provenance.ts';
import { readThresholds } from './read-thresholds.ts';
import { readUnit, unitWords } from './unit.ts';

export const comparisons: readonly Comparison[] = ['atLeast', 'atMost', 'above', 'below'];
const scopes: readonly Scope[] = ['school', 'class', 'area'];

/** One entry of `indicators`. */
export const readIndicator = (
  fields: Fields,
  standardStages: readonly Stage[],
  inherited: Inherited,
  sites: FormulaSites,
): IndicatorDefinition => {
  const id = fields.identifier('id');
  const words = fields.words();
  const scope = fields.choice('scope', scopes, 'school');
  const fallback: readonly StageOrAll[] = scope === 'area' ? ['all'] : standardStages;
  const stages = fields.choices('stages', stageNames, fallback);
  reportForeignStages(fields, stages, standardStages);
  const provenance = readProvenance(fields, inherited);
  const comparison = readComparison(fields);
  const indicator: IndicatorDefinition = {
    id,
    words,
    part: readPartName(fields, inherited),
    item: fields.textOr('item', id),
    scope,
    stages,
    unit: readUnitText(fields, 'unit'),
    formula: readFormula(fields, 'formula', `${id}.formula`, sites) ?? '',
    comparison: comparison ?? 'atLeast',
    thresholds: comparison
      ? readThresholds(
          fields,
          comparison,
          { owner: id, site: `${id}.threshold`, stages, complete: true },
          provenance,
          sites,
        )
      : [],
    requiredShare: fields.numberOr('requiredShare', 1),
    decimals: fields.numberOr('decimals', 2),
    appliesWhen: readFormula(fields, 'appliesWhen', `${id}.appliesWhen`, sites),
    due: fields.numberOr('due', null),
    provenance,
  };
  if (!fields.has('formula')) fields.report('formula', 'missing-key', { name: 'formula' });
  reportRange(fields, 'requiredShare', indicator.requiredShare, 0, 1);
  reportRange(fields, 'decimals', indicator.decimals, 0, 10);
  fields.finish();
  return indicator;
};

/** The key that says how a value is compared; null where the entry has none. */
export const readComparison = (fields: Fields): Comparison | null => {
  const present = comparisons.filter((key) => fields.has(key));
  for (const extra of present.slice(1)) fields.report(extra, 'unknown-key', { name: extra, list: [present[0] ?? ''] });
  return present[0] ?? null;
};

export const readFormula = (fields: Fields, key: string, site: string, sites: FormulaSites): string | null => {
  const formula = fields.formula(key);
  if (formula) sites.add(site, fields.source, fields.node(key));
  return formula?.text ?? null;
};

export const readUnitText = (fields: Fields, key: string): string => {
  const unit = fields.text(key);
  const read = readUnit(unit);
  if (!read.ok) {
    const known = Object.keys(unitWords);
    fields.report(key, 'unknown-unit', {
      name: read.unknown,
      suggestion: nearestName(read.unknown, known),
      list: known,
    });
  }
  return unit;
};

export const reportRange = (fields: Fields, key: string, value: number, least: number, most: number): void => {
  if (value < least || value > most) fields.report(key, 'bad-count', { name: key, other: `${least} – ${most}` });
};

const reportForeignStages = (fields: Fields, stages: readonly StageOrAll[], standardStages: readonly Stage[]): void => {
  for (const stage of stages) {
    if (stage === 'all' || standardStages.includes(stage)) continue;
    fields.report('stages', 'stage-outside-standard', { name: stage, list: standardStages });
  }
};
