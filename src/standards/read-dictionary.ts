import { isScalar } from 'yaml';
import { attributes } from './attributes.ts';
import type { Derivation, Dictionary, Measure, MeasureKind, SourceCell } from './dictionary.ts';
import { stageNames } from './expression.ts';
import { Fields } from './fields.ts';
import type { Mistake } from './mistake.ts';
import { readUnitText } from './read-indicators.ts';
import { readRange } from './read-range.ts';
import { openYaml } from './yaml-source.ts';

const kinds: readonly MeasureKind[] = ['count', 'area', 'money', 'hours', 'share', 'amount'];
const taken = new Set(attributes.map((attribute) => attribute.id));

/** One text file with its path. */
interface File {
  readonly path: string;
  readonly text: string;
}

/**
 * Reads a measure dictionary (`policies/measures.yaml`). Never throws; entries with mistakes are kept as far as they go.
 *
 * @example loadDictionary({ path: 'policies/measures.yaml', text }).dictionary.measures.get('students')
 */
export const loadDictionary = (
  file: File,
): { readonly dictionary: Dictionary; readonly mistakes: readonly Mistake[] } => {
  const source = openYaml(file.path, file.text);
  const measures = new Map<string, Measure>();
  const fields = source.mistakes.length > 0 ? null : Fields.of(source, source.root, 'measures.yaml');
  const dictionary = { id: fields?.text('dictionary') ?? '', version: fields?.text('version') ?? '', measures };
  for (const measure of fields ? readMeasures(fields) : []) measures.set(measure.id, measure);
  fields?.finish();
  return { dictionary, mistakes: source.mistakes };
};

/** The entries of `measures`, in a dictionary or in a standard that brings measures of its own. */
export const readMeasures = (fields: Fields): readonly Measure[] => {
  const seen = new Set<string>();
  return fields.maps('measures').map((entry) => {
    const measure = readMeasure(entry);
    if (seen.has(measure.id)) entry.report('id', 'duplicate-id', { name: measure.id });
    if (taken.has(measure.id)) entry.report('id', 'name-taken', { name: measure.id });
    seen.add(measure.id);
    return measure;
  });
};

const readMeasure = (fields: Fields): Measure => {
  const derive = fields.has('derive') ? fields.map('derive') : null;
  const measure: Measure = {
    id: fields.identifier('id'),
    words: fields.words(),
    unit: readUnitText(fields, 'unit'),
    kind: fields.choice('kind', kinds),
    level: fields.choice('level', ['unit', 'area'], 'unit'),
    stages: fields.choices('stages', stageNames, ['all']),
    shared: fields.boolean('shared', false),
    range: readRange(fields),
    note: fields.wordsOr('note'),
    derive: derive && readDerivation(derive),
    forms: fields.maps('forms').map(readSourceCell),
  };
  fields.finish();
  return measure;
};

const readDerivation = (fields: Fields): Derivation => {
  const to = fields.node('pupilsTo');
  const derivation: Derivation = {
    rows: fields.choice('rows', ['classes', 'staff']),
    take: fields.text('take'),
    pupilsFrom: fields.numberOr('pupilsFrom', null),
    pupilsTo: isScalar(to) && typeof to.value === 'string' ? to.value : fields.numberOr('pupilsTo', null),
    where: fields.textOr('where', null),
  };
  fields.finish();
  return derivation;
};

const readSourceCell = (fields: Fields): SourceCell => {
  const cell: SourceCell = {
    form: fields.text('form'),
    stage: fields.choice('stage', stageNames, 'all'),
    cell: fields.text('cell'),
    since: fields.numberOr('since', null),
    until: fields.numberOr('until', null),
    factor: fields.numberOr('factor', 1),
  };
  fields.finish();
  return cell;
};

/** Whether a text looks like a dictionary rather than a standard. */
export const isDictionary = (file: File): boolean => /^dictionary:/mu.test(file.text);
