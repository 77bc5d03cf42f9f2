import { isScalar, isSeq, type Node } from 'yaml';
import type { AttributeDefinition } from './attributes.ts';
import { checkExpression, type FormulaContext, isCell } from './check-expression.ts';
import {
  type Check,
  type CheckInput,
  type CheckRule,
  type CheckSet,
  type CheckSource,
  checkAttributes,
} from './check-set.ts';
import type { Provenance } from './definition.ts';
import { describeFormula } from './describe-formula.ts';
import type { Dictionary } from './dictionary.ts';
import { Fields, type LocatedText, locatedText } from './fields.ts';
import { type ColumnKey, stages } from './input.ts';
import type { StandardFile } from './library.ts';
import type { Mistake } from './mistake.ts';
import { nearestName } from './nearest-name.ts';
import { parseExpression } from './parse-expression.ts';
import { readConfidence, readProvenance, readSource } from './read-provenance.ts';
import { partsOf, type Term, type TermType } from './term.ts';
import type { Words } from './words.ts';
import { openYaml } from './yaml-source.ts';

export interface ReadChecks {
  /** Null where the file has a mistake. */
  readonly checks: CheckSet | null;
  readonly mistakes: readonly Mistake[];
}

/** Whether a file holds checks between forms rather than a standard. */
export const isChecks = (file: StandardFile): boolean => /^checks:/mu.test(file.text);

const noMeasures: Dictionary = { id: '', version: '', measures: new Map() };
const schoolAttributes = new Map(checkAttributes.map((attribute) => [attribute.id, attribute]));
const nobody = { parameters: [], stages, byStage: false } as const;

/** Reads a file of checks between forms and lists every mistake with its line and column. Pure; never throws. */
export const readChecks = (file: StandardFile, dictionary: Dictionary): ReadChecks => {
  const source = openYaml(file.path, file.text);
  const fields = source.mistakes.length > 0 ? null : Fields.of(source, source.root, 'checks');
  if (!fields) return { checks: null, mistakes: source.mistakes };
  const provenance: Provenance = { clause: '', confidence: readConfidence(fields), note: null };
  const taken = new Set<string>();
  const checks: CheckSet = {
    id: fields.identifier('checks'),
    version: fields.text('version'),
    words: fields.words(),
    source: readSource(fields),
    rules: fields.maps('rules').map((entry) => readRule(entry, dictionary, provenance, taken)),
  };
  if (checks.rules.length === 0) fields.report('rules', 'no-items', { name: 'rules' });
  fields.finish();
  return { checks: source.mistakes.length > 0 ? null : checks, mistakes: source.mistakes };
};

const takeId = (entry: Fields, taken: Set<string>): string => {
  const id = entry.identifier('id');
  if (taken.has(id)) entry.report('id', 'duplicate-id', { name: id });
  taken.add(id);
  return id;
};

const readRule = (entry: Fields, dictionary: Dictionary, inherited: Provenance, taken: Set<string>): CheckRule => {
  const id = takeId(entry, taken);
  const names = new Set<string>();
  const inputs = new Map(
    entry.maps('inputs').map((input) => {
      const read = readInput(input, dictionary, names);
      return [read.id, read] as const;
    }),
  );
  const checks = entry.maps('checks').flatMap((check) => readCheck(check, inputs) ?? []);
  const byPerson = entry.maps('byPerson').map((part) => {
    const words = part.words();
    part.finish();
    return words;
  });
  if (!entry.has('checks') && byPerson.length === 0) entry.report('checks', 'no-items', { name: id });
  const used = new Set(checks.flatMap((check) => check.inputs));
  const isWhole = checks.length === entry.items('checks').length;
  for (const name of inputs.keys()) {
    if (isWhole && checks.length > 0 && !used.has(name)) entry.report('inputs', 'unused-input', { name });
  }
  const rule = {
    id,
    words: entry.words(),
    forms: entry.names('forms').map(({ text }) => text),
    inputs,
    checks,
    byPerson,
    provenance: readProvenance(entry, inherited),
  };
  entry.finish();
  return rule;
};

const readInput = (entry: Fields, dictionary: Dictionary, taken: Set<string>): CheckInput => {
  const id = takeId(entry, taken);
  // A hyphen would be a minus sign in a condition.
  if (id.includes('-')) entry.report('id', 'bad-identifier', { name: id });
  const type = entry.choice('type', ['number', 'text'], 'number');
  const from = entry.node('from');
  const given = isSeq(from) ? (from.items as Node[]) : from === null ? [] : [from];
  const sources = given.flatMap((node) => readSourceOf(entry, node, type, dictionary) ?? []);
  const unheld = entry.wordsOr('unheld');
  if (given.length === 0 && unheld === null) entry.report('from', 'missing-key', { name: 'from' });
  const fits = readPattern(entry);
  if (fits !== null && type !== 'text') entry.report('type', 'wrong-type', textWanted);
  const input = {
    id,
    words: entry.words(),
    type,
    fits,
    blank: type === 'text' ? entry.textOr('blank', null) : entry.numberOr('blank', null),
    sources,
    unheld,
  };
  entry.finish();
  return input;
};

const textWanted = { name: 'type', other: ' text', suggestion: '"text" where "fits" is given' };

const readPattern = (entry: Fields): RegExp | null => {
  const pattern = entry.textOr('fits', null);
  if (pattern === null) return null;
  try {
    return new RegExp(pattern.slice(0, 200), 'u');
  } catch {
    entry.report('fits', 'bad-pattern', { name: pattern });
    return /(?!)/u;
  }
};

const readSourceOf = (
  input: Fields,
  node: Node,
  type: 'number' | 'text',
  dictionary: Dictionary,
): CheckSource | null => {
  if (isScalar(node)) {
    const formula = locatedText(input.source, node, 'from');
    return formula && compileSource(input, formula, type, dictionary, 'school', 0);
  }
  const entry = Fields.of(input.source, node, 'from');
  if (!entry) return null;
  if (entry.has('alike')) return finished(entry, { kind: 'alike', attributes: readAttributes(entry) });
  if (entry.has('parallelClasses')) {
    return finished(entry, { kind: 'parallelClasses', stage: entry.choice('parallelClasses', stages) });
  }
  entry.text('formula');
  const formula = entry.formula('formula');
  const over = entry.choice('over', ['school', 'county'], 'school');
  const yearsBack = entry.numberOr('yearsBack', 0);
  if (!Number.isInteger(yearsBack) || yearsBack < 0 || yearsBack > 20) {
    entry.report('yearsBack', 'bad-count', { name: 'yearsBack', other: '0–20' });
  }
  const source = formula && compileSource(entry, formula, type, dictionary, over, yearsBack);
  entry.finish();
  return source;
};

const finished = (entry: Fields, source: CheckSource): CheckSource => {
  entry.finish();
  return source;
};

const readAttributes = (entry: Fields): readonly string[] =>
  entry.names('alike').map(({ text, at }) => {
    if (!schoolAttributes.has(text)) {
      entry.source.report(at, 'unknown-name', { name: text, suggestion: nearestName(text, schoolAttributes.keys()) });
    }
    return text;
  });

const compileSource = (
  entry: Fields,
  formula: LocatedText,
  type: 'number' | 'text',
  dictionary: Dictionary,
  over: 'school' | 'county',
  yearsBack: number,
): CheckSource | null => {
  const context: FormulaContext =
    over === 'county'
      ? { ...nobody, dictionary, level: 'area', attributes: schoolAttributes }
      : { ...nobody, dictionary, level: 'unit', attributes: schoolAttributes, cells: type };
  const term = compile(entry, formula, context, type);
  if (term === null) return null;
  const leaves = leavesOf(term);
  const named = leaves.flatMap((leaf) => (leaf.op === 'attribute' ? [leaf.attribute] : []));
  return {
    kind: 'formula',
    text: formula.text,
    term,
    over,
    yearsBack,
    cells: named.filter(isCell),
    columns: [...new Set(leaves.flatMap((leaf) => columnsOf(leaf, dictionary)))],
    attributes: named.filter((name) => !isCell(name)),
  };
};

const compile = (entry: Fields, formula: LocatedText, context: FormulaContext, wanted: TermType): Term | null => {
  const parsed = parseExpression(formula.text);
  const { term, faults } = parsed.ok
    ? checkExpression(parsed.expression, context, wanted)
    : { term: null, faults: [parsed.fault] };
  for (const { start, code, message, remedy } of faults) {
    entry.source.mistakes.push({ code, file: entry.source.path, ...formula.locate(start), message, remedy });
  }
  return term;
};

const leavesOf = (term: Term): readonly Term[] => {
  const parts = partsOf(term);
  return parts.length === 0 ? [term] : parts.flatMap(leavesOf);
};

const columnsOf = (leaf: Term, dictionary: Dictionary): readonly ColumnKey[] => {
  if (leaf.op === 'unitMeasure') return leaf.stage === 'current' ? [] : [`${leaf.measure}@${leaf.stage}`];
  if (leaf.op !== 'ofStages') return [];
  const reported = dictionary.measures.get(leaf.measure)?.stages ?? [];
  return stages.filter((stage) => reported.includes(stage)).map((stage) => `${leaf.measure}@${stage}` as const);
};

const readCheck = (entry: Fields, inputs: ReadonlyMap<string, CheckInput>): Check | null => {
  const attributes = new Map([...inputs.values()].map((input) => [input.id, attributeOf(input)]));
  const context: FormulaContext = { ...nobody, dictionary: noMeasures, level: 'unit', attributes };
  entry.text('holds');
  const holds = entry.formula('holds');
  const when = entry.formula('when');
  const terms = [holds, when].map((formula) => formula && compile(entry, formula, context, 'boolean'));
  const named = terms.flatMap((term) => (term ? leavesOf(term) : []));
  const used = [...new Set(named.flatMap((leaf) => (leaf.op === 'attribute' ? [leaf.attribute] : [])))];
  const marks = entry.textOr('marks', used[0] ?? '');
  if (!inputs.has(marks) && (terms[0] || entry.has('marks'))) {
    entry.report(entry.has('marks') ? 'marks' : 'holds', 'unknown-input', unknown(marks, inputs));
  }
  const of = entry.choice('of', ['school', 'county'], 'school');
  const check = {
    severity: entry.choice('severity', ['warning', 'refused'], 'warning'),
    when: terms[1] ?? null,
    inputs: used,
    words: describe(holds, when, [...inputs.values()]),
    marks,
    of,
    message: readWords(entry, 'message', inputs),
    remedy: readWords(entry, 'remedy', inputs),
  };
  for (const name of used) {
    if (inputs.get(name)?.sources.some((source) => overOf(source) !== of)) {
      entry.report('of', 'mixed-inputs', { name });
    }
  }
  entry.finish();
  const [term] = terms;
  return term ? { ...check, holds: term } : null;
};

const describe = (holds: LocatedText | null, when: LocatedText | null, inputs: readonly CheckInput[]): Words => {
  const said = describeFormula(holds?.text ?? '', noMeasures, inputs);
  if (when === null) return said;
  const condition = describeFormula(when.text, noMeasures, inputs);
  return { zh: `若${condition.zh}，则${said.zh}`, en: `if ${condition.en}: ${said.en}` };
};

const overOf = (source: CheckSource): 'school' | 'county' => (source.kind === 'formula' ? source.over : 'school');

const attributeOf = ({ id, words, type, fits }: CheckInput): AttributeDefinition => ({
  id,
  words,
  type: fits === null ? type : 'boolean',
});

const readWords = (entry: Fields, key: string, inputs: ReadonlyMap<string, CheckInput>): Words => {
  const words = entry.map(key);
  if (!words) return { zh: '', en: '' };
  const read = words.words();
  words.finish();
  for (const [, name = ''] of `${read.zh}${read.en}`.matchAll(/\{(\w+)\}/gu)) {
    const isKnown = inputs.has(name) || (name === 'others' && [...inputs.values()].some(isAlike));
    if (!isKnown) entry.report(key, 'unknown-input', unknown(name, inputs));
  }
  return read;
};

const isAlike = ({ sources }: CheckInput): boolean => sources.some(({ kind }) => kind === 'alike');

const unknown = (name: string, inputs: ReadonlyMap<string, CheckInput>) => ({
  name,
  suggestion: nearestName(name, inputs.keys()),
  list: [...inputs.keys()],
});
