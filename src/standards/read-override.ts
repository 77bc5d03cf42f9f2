import type { OverrideDefinition, Provenance } from './definition.ts';
import { stageNames } from './expression.ts';
import type { Fields } from './fields.ts';
import { readConfidence, readProvenance, readSource, readValidity } from './read-provenance.ts';

/** A `standard.yaml` with `overrides: <standard>`: what an area makes stricter. */
export const readOverride = (fields: Fields): OverrideDefinition => {
  const inherited: Provenance = { clause: '', confidence: readConfidence(fields), note: null };
  const validity = readValidity(fields);
  if (validity.validFrom === null) fields.report('validFrom', 'missing-key', { name: 'validFrom' });
  const entries = fields.maps('tighten').map((entry) => readTightening(entry, inherited));
  if (!fields.has('tighten')) fields.report('tighten', 'missing-key', { name: 'tighten' });
  const override: OverrideDefinition = {
    overrides: fields.text('overrides'),
    version: fields.text('version'),
    words: fields.words(),
    area: fields.text('area'),
    source: readSource(fields),
    validFrom: validity.validFrom ?? '',
    validTo: validity.validTo,
    thresholds: entries.flatMap((entry) => entry.thresholds),
    limits: entries.flatMap((entry) => entry.limits),
    parameters: entries.flatMap((entry) => entry.parameters),
    schoolRules: entries.flatMap((entry) => entry.schoolRules),
    attested: entries.flatMap((entry) => entry.attested),
  };
  fields.finish();
  return override;
};

type Tightening = Pick<OverrideDefinition, 'thresholds' | 'limits' | 'parameters' | 'schoolRules' | 'attested'>;

const subjects = ['indicator', 'coefficients', 'parameter', 'schoolRule', 'attested'] as const;

const readTightening = (fields: Fields, inherited: Provenance): Tightening => {
  const provenance = readProvenance(fields, inherited);
  const subject = subjects.find((key) => fields.has(key)) ?? null;
  const name = subject === null ? '' : fields.text(subject);
  if (subject === null) fields.report('indicator', 'missing-key', { name: subjects.join(' | ') });
  const lines = subject === 'indicator' || subject === 'coefficients' ? readLines(fields) : [];
  const value = subject === 'parameter' || subject === 'attested' ? fields.number('value') : 0;
  const tightening: Tightening = {
    thresholds: subject === 'indicator' ? lines.map((line) => ({ indicator: name, ...line, provenance })) : [],
    limits: subject === 'coefficients' ? lines.map((line) => ({ rule: name, ...line, provenance })) : [],
    parameters: subject === 'parameter' ? [{ parameter: name, value, provenance }] : [],
    attested: subject === 'attested' ? [{ item: name, threshold: value, provenance }] : [],
    schoolRules:
      subject === 'schoolRule'
        ? [{ rule: name, minMet: fields.numberOr('minMet', null), floor: fields.numberOr('floor', null), provenance }]
        : [],
  };
  fields.finish();
  return tightening;
};

const readLines = (
  fields: Fields,
): readonly { readonly stage: (typeof stageNames)[number]; readonly value: number }[] => {
  const entries = fields.map('values');
  if (!entries) return [];
  const lines = stageNames.flatMap((stage) => (entries.has(stage) ? [{ stage, value: entries.number(stage) }] : []));
  entries.finish();
  return lines;
};
