import { type CompiledInstrument, compileInstrument } from './compile-instrument.ts';
import type { Provenance } from './definition.ts';
import { Fields, type LocatedText } from './fields.ts';
import { stages as allStages } from './input.ts';
import type {
  AnswerOption,
  Instrument,
  InstrumentItem,
  InstrumentSection,
  RespondentKind,
  Sampling,
  ScoreDefinition,
} from './instrument.ts';
import type { Mistake } from './mistake.ts';
import { nearestName } from './nearest-name.ts';
import { readAnswerType, readOption } from './read-answer-type.ts';
import { readConfidence, readProvenance, readSource } from './read-provenance.ts';
import { openYaml } from './yaml-source.ts';

export interface ReadInstrument {
  /** Null where the file has a mistake. */
  readonly compiled: CompiledInstrument | null;
  readonly mistakes: readonly Mistake[];
}

type Conditions = Map<string, LocatedText>;
type Scales = ReadonlyMap<string, readonly AnswerOption[]>;

/** Reads one instrument file and lists every mistake with its line and column. Pure; never throws. */
export const readInstrument = (file: { readonly path: string; readonly text: string }): ReadInstrument => {
  const source = openYaml(file.path, file.text);
  if (source.mistakes.length > 0) return { compiled: null, mistakes: source.mistakes };
  const fields = Fields.of(source, source.root, 'instrument');
  if (!fields) return { compiled: null, mistakes: source.mistakes };
  const conditions: Conditions = new Map();
  const instrument = readDefinition(fields, conditions);
  fields.finish();
  const { compiled, faults } = compileInstrument(instrument);
  for (const { of, fault } of faults) {
    const place = conditions.get(of)?.locate(fault.start) ?? source.placeOf(0);
    const { code, message, remedy } = fault;
    source.mistakes.push({ code, file: file.path, line: place.line, column: place.column, message, remedy });
  }
  return { compiled: source.mistakes.length > 0 ? null : compiled, mistakes: source.mistakes };
};

const readDefinition = (fields: Fields, conditions: Conditions): Instrument => {
  const provenance: Provenance = {
    clause: fields.textOr('clause', ''),
    confidence: readConfidence(fields),
    note: fields.wordsOr('note'),
  };
  const scales = readScales(fields, provenance);
  const taken = new Set<string>();
  const sections = fields.maps('sections').map((entry) => readSection(entry, provenance, scales, conditions, taken));
  if (sections.length === 0) fields.report('sections', 'no-items', { name: 'sections' });
  return {
    id: fields.identifier('instrument'),
    version: fields.text('version'),
    kind: fields.choice('kind', ['rubric', 'checklist', 'survey', 'scale']),
    words: fields.words(),
    area: fields.textOr('area', '000000'),
    subject: fields.choice('subject', ['school', 'area'], 'school'),
    stages: fields.choices('stages', allStages, []),
    source: readSource(fields),
    provenance,
    notes: fields.maps('notes').map((entry) => {
      const words = entry.words();
      entry.finish();
      return words;
    }),
    sections,
    scores: fields.maps('scores').map((entry) => readScore(entry, provenance, sections)),
    respondents: readRespondents(fields, provenance),
    sampling: readSampling(fields, provenance),
  };
};

/** Named lists of levels, so that a rubric of forty items writes its levels once. */
const readScales = (fields: Fields, provenance: Provenance): Scales => {
  const scales = new Map<string, readonly AnswerOption[]>();
  for (const entry of fields.maps('scales')) {
    const id = entry.identifier('id');
    if (scales.has(id)) entry.report('id', 'duplicate-id', { name: id });
    const levels = entry.maps('levels').map(readOption);
    if (levels.length === 0) entry.report('levels', 'no-options', { name: id });
    readProvenance(entry, provenance);
    entry.finish();
    scales.set(id, levels);
  }
  return scales;
};

const identify = (entry: Fields, taken: Set<string>): string => {
  const id = entry.identifier('id');
  // A hyphen would be a minus sign in a condition.
  if (id.includes('-')) entry.report('id', 'bad-identifier', { name: id });
  if (taken.has(id)) entry.report('id', 'duplicate-id', { name: id });
  taken.add(id);
  return id;
};

const readCondition = (entry: Fields, id: string, conditions: Conditions): string | null => {
  const formula = entry.formula('askedIf');
  if (formula !== null) conditions.set(id, formula);
  return formula?.text ?? null;
};

const readSection = (
  entry: Fields,
  inherited: Provenance,
  scales: Scales,
  conditions: Conditions,
  taken: Set<string>,
): InstrumentSection => {
  const id = identify(entry, taken);
  const provenance = readProvenance(entry, inherited);
  const items = entry.maps('items').map((item) => readItem(item, provenance, scales, conditions, taken));
  if (items.length === 0) entry.report('items', 'no-items', { name: id });
  const section = {
    id,
    words: entry.words(),
    help: entry.wordsOr('help'),
    askedIf: readCondition(entry, id, conditions),
    items,
  };
  entry.finish();
  return section;
};

const readItem = (
  entry: Fields,
  inherited: Provenance,
  scales: Scales,
  conditions: Conditions,
  taken: Set<string>,
): InstrumentItem => {
  const id = identify(entry, taken);
  const item = {
    id,
    words: entry.words(),
    help: entry.wordsOr('help'),
    type: readAnswerType(entry, scales),
    required: entry.boolean('required', true),
    evidence: entry.choice('evidence', ['none', 'optional', 'required'], 'optional'),
    weight: entry.numberOr('weight', 1),
    askedIf: readCondition(entry, id, conditions),
    provenance: readProvenance(entry, inherited),
  };
  if (item.weight < 0) entry.report('weight', 'bad-count', { name: 'weight', other: '0–' });
  entry.finish();
  return item;
};

const readScore = (entry: Fields, inherited: Provenance, sections: readonly InstrumentSection[]): ScoreDefinition => {
  const items = new Map(sections.flatMap((section) => section.items).map((item) => [item.id, item]));
  const sectionItems = new Map(sections.map((section) => [section.id, section.items]));
  const how = entry.choice('how', ['sum', 'mean', 'weighted', 'share']);
  const id = entry.identifier('id');
  const chosen = entry.names('of').flatMap(({ text, at }) => {
    const item = items.get(text);
    if (item !== undefined) {
      if (!isScored(item)) entry.source.report(at, 'not-scored', { name: text });
      return [text];
    }
    const inside = sectionItems.get(text);
    if (inside === undefined) {
      const suggestion = nearestName(text, [...items.keys(), ...sectionItems.keys()]);
      entry.source.report(at, 'unknown-item', { name: text, suggestion });
    }
    return (inside ?? []).filter(isScored).map((one) => one.id);
  });
  const bands = entry.maps('bands').map((band) => {
    const read = { from: band.number('from'), words: band.words() };
    band.finish();
    return read;
  });
  if (bands.some(({ from }, at) => at > 0 && from <= (bands[at - 1]?.from ?? 0))) {
    entry.report('bands', 'unordered-bands', { name: id });
  }
  if (chosen.length === 0 && entry.names('of').length === 0) entry.report('of', 'no-items', { name: id });
  const score = {
    id,
    words: entry.words(),
    how,
    items: [...new Set(chosen)],
    bands,
    provenance: readProvenance(entry, inherited),
  };
  entry.finish();
  return score;
};

const isScored = ({ type }: InstrumentItem): boolean =>
  'options' in type
    ? type.options.length === 0 || type.options.some(({ points }) => points !== null)
    : type.kind === 'yesNo' || type.kind === 'number';

const readShare = (entry: Fields, key: string): number | null => {
  const share = entry.numberOr(key, null);
  if (share !== null && (share < 0 || share > 1)) entry.report(key, 'bad-share', { name: key });
  return share;
};

const readRespondents = (fields: Fields, inherited: Provenance): readonly RespondentKind[] => {
  const taken = new Set<string>();
  return fields.maps('respondents').map((entry) => {
    const kind = {
      id: identify(entry, taken),
      words: entry.words(),
      leastShare: readShare(entry, 'leastShare'),
      provenance: readProvenance(entry, inherited),
    };
    entry.finish();
    return kind;
  });
};

const readSampling = (fields: Fields, inherited: Provenance): Sampling | null => {
  const entry = fields.has('sampling') ? fields.map('sampling') : null;
  if (entry === null) return null;
  const sampling = {
    perThousandResidents: entry.number('perThousandResidents'),
    shownFrom: entry.numberOr('shownFrom', 1),
    provenance: readProvenance(entry, inherited),
  };
  entry.finish();
  return sampling;
};
