import { checkReferences } from './check-references.ts';
import type {
  IndicatorDefinition,
  OverrideDefinition,
  PartDefinition,
  Provenance,
  StageOrAll,
  StandardDefinition,
} from './definition.ts';
import type { Measure } from './dictionary.ts';
import { Fields } from './fields.ts';
import { FormulaSites } from './formula-sites.ts';
import { stages as allStages } from './input.ts';
import { readMeasures } from './read-dictionary.ts';
import { readFormula, readIndicator } from './read-indicators.ts';
import { readOverride } from './read-override.ts';
import { type Inherited, readConfidence, readSource, readValidity } from './read-provenance.ts';
import {
  readAttested,
  readCoefficientRule,
  readException,
  readExclusion,
  readParameter,
  readPart,
  readSchoolRule,
  readSplit,
} from './read-rules.ts';
import { openYaml, type YamlSource } from './yaml-source.ts';

/** What one standard file says, before its formulas are checked. */
export type ReadStandard = { readonly source: YamlSource } & (
  | {
      readonly kind: 'standard';
      readonly definition: StandardDefinition;
      /** Measures that the standard brings along. */
      readonly measures: readonly Measure[];
      readonly sites: FormulaSites;
    }
  | { readonly kind: 'override'; readonly definition: OverrideDefinition; readonly fields: Fields }
  | { readonly kind: 'unreadable' }
);

/** Reads one `standard.yaml`. Mistakes are collected in `source.mistakes`; never throws. */
export const readStandard = (file: { readonly path: string; readonly text: string }): ReadStandard => {
  const source = openYaml(file.path, file.text);
  if (source.mistakes.length > 0) return { kind: 'unreadable', source };
  const fields = Fields.of(source, source.root, 'standard.yaml');
  if (!fields) return { kind: 'unreadable', source };
  if (fields.has('overrides')) return { kind: 'override', source, fields, definition: readOverride(fields) };
  const sites = new FormulaSites();
  const measures = readMeasures(fields);
  const definition = readDefinition(fields, sites);
  fields.finish();
  return { kind: 'standard', source, definition, measures, sites };
};

const readDefinition = (fields: Fields, sites: FormulaSites): StandardDefinition => {
  const provenance: Provenance = { clause: '', confidence: readConfidence(fields), note: null };
  const parts = readParts(fields, provenance);
  const inherited: Inherited = { ...provenance, part: parts.length === 1 ? (parts[0]?.id ?? null) : null };
  const stages = fields.choices('stages', allStages, []);
  if (stages.length === 0) fields.report('stages', 'missing-key', { name: 'stages' });
  const indicators = fields.maps('indicators').map((entry) => readIndicator(entry, stages, inherited, sites));
  const stagesById = new Map(indicators.map((indicator: IndicatorDefinition) => [indicator.id, indicator.stages]));
  const stagesOf = (indicator: string): readonly StageOrAll[] => stagesById.get(indicator) ?? [];
  const validity = readValidity(fields);
  if (validity.validFrom === null) fields.report('validFrom', 'missing-key', { name: 'validFrom' });
  const definition: StandardDefinition = {
    id: fields.identifier('standard'),
    version: fields.text('version'),
    words: fields.words(),
    area: fields.textOr('area', '000000'),
    source: readSource(fields),
    validFrom: validity.validFrom ?? '',
    validTo: validity.validTo,
    level: fields.choice('level', ['county', 'nation', 'province', 'city', 'township'], 'county'),
    stages,
    covers: readFormula(fields, 'covers', 'covers', sites),
    parts,
    parameters: fields.maps('parameters').map((entry) => readParameter(entry, inherited)),
    splits: fields.maps('splits').map((entry) => readSplit(entry, inherited, sites)),
    exclusions: fields.maps('exclusions').map((entry) => readExclusion(entry, inherited, sites)),
    exceptions: fields.maps('exceptions').map((entry) => readException(entry, stagesOf, inherited, sites)),
    indicators,
    schoolRules: fields.maps('schoolRules').map((entry) => readSchoolRule(entry, inherited)),
    coefficients: fields.maps('coefficients').map((entry) => readCoefficientRule(entry, stagesOf, inherited, sites)),
    attested: fields.maps('attested').map((entry) => readAttested(entry, inherited)),
    confidence: inherited.confidence,
    notes: fields.maps('notes').map((entry) => {
      const words = entry.words();
      entry.finish();
      return words;
    }),
  };
  checkReferences(definition, fields);
  return definition;
};

/** The parts; a standard that names none has one, which is called as the standard is. */
const readParts = (fields: Fields, provenance: Provenance): readonly PartDefinition[] => {
  const inherited: Inherited = { ...provenance, part: null };
  const parts = fields.maps('parts').map((entry) => readPart(entry, inherited));
  if (parts.length > 0) return parts;
  return [{ id: 'main', words: fields.words(), counts: true, provenance }];
};
