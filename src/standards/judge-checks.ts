import type { CheckData, CheckNeeds } from './check-data.ts';
import { type InputValues, inputValues } from './check-inputs.ts';
import {
  type Check,
  type CheckInput,
  type CheckRule,
  type CheckSet,
  type CheckSource,
  checkAttributes,
} from './check-set.ts';
import { stageWords } from './describe-formula.ts';
import type { Dictionary } from './dictionary.ts';
import { evaluateTruths, type Frame } from './evaluate-term.ts';
import type { AttributeValue, ColumnKey } from './input.ts';
import { no, truthAt, unknown, yes } from './vector.ts';
import type { Words } from './words.ts';

/** What became of one check. */
export interface CheckJudgement {
  readonly check: Check;
  /** How many schools (or counties) were judged. */
  readonly judged: number;
  /** Those among them for which it does not hold, as rows of the data. */
  readonly failed: readonly number[];
  /** Why nobody was judged; null where somebody was. */
  readonly why: Words | null;
  readonly valueOf: (input: string, row: number) => AttributeValue;
  /** The source that gave an input; null where it was not given. */
  readonly sourceOf: (input: string, row: number) => CheckSource | null;
}

export interface RuleJudgement {
  readonly rule: CheckRule;
  readonly checks: readonly CheckJudgement[];
}

const comma: Words = { zh: '、', en: ', ' };
const doesNotApply: Words = { zh: '条件不成立，不适用', en: 'its condition is not met: it does not apply' };

/**
 * Judges every rule of a set over the schools and counties of the data.
 *
 * @remarks What is not known is never a failure: a check without its inputs is told as not judged, with what is missing. Pure.
 * Cost: a few passes over the data a check that has any of its inputs.
 */
export const judgeChecks = (set: CheckSet, data: CheckData, dictionary: Dictionary): readonly RuleJudgement[] =>
  set.rules.map((rule) => {
    const known = new Map<string, InputValues | null>();
    const valuesOf = (check: Check, id: string): InputValues | null => {
      const before = known.get(id);
      const input = rule.inputs.get(id);
      const values = before !== undefined || !input ? (before ?? null) : inputValues(input, data, check.of);
      known.set(id, values);
      return values;
    };
    return { rule, checks: rule.checks.map((check) => judge(rule, check, data, valuesOf, dictionary)) };
  });

const judge = (
  rule: CheckRule,
  check: Check,
  data: CheckData,
  valuesOf: (check: Check, id: string) => InputValues | null,
  dictionary: Dictionary,
): CheckJudgement => {
  const size = check.of === 'county' ? data.counties.size : data.size;
  const given = new Map([...check.inputs, check.marks].map((id) => [id, valuesOf(check, id)]));
  const lookups = {
    valueOf: (input: string, row: number) => (given.get(input) ?? valuesOf(check, input))?.values[row] ?? null,
    sourceOf: (input: string, row: number) => {
      const values = given.get(input) ?? valuesOf(check, input);
      return rule.inputs.get(input)?.sources[(values?.source[row] ?? 0) - 1] ?? null;
    },
  };
  const missing = (ids: readonly string[]): Words =>
    missingWords(
      ids.flatMap((id) => rule.inputs.get(id) ?? []),
      dictionary,
    );
  if (check.inputs.every((id) => given.get(id) === null)) {
    return { check, judged: 0, failed: [], why: missing(check.inputs), ...lookups };
  }
  const frame: Frame = {
    size,
    numbersOf: () => Number.NaN,
    attributeOf: (id) => given.get(id)?.values ?? [],
  };
  const applies = check.when ? evaluateTruths(check.when, frame) : yes;
  const holds = evaluateTruths(check.holds, frame);
  const failed: number[] = [];
  let judged = 0;
  let toldApart = -1;
  for (let row = 0; row < size; row++) {
    const applied = truthAt(applies, row);
    const truth = truthAt(holds, row);
    if (applied === yes && truth !== unknown) {
      judged++;
      if (truth === no) failed.push(row);
    } else if (applied !== no && toldApart < 0) {
      toldApart = row;
    }
  }
  const absent = check.inputs.filter((id) => !given.get(id));
  const lacking =
    absent.length > 0 || toldApart < 0
      ? absent
      : check.inputs.filter((id) => (given.get(id)?.values[toldApart] ?? null) === null);
  const why = judged > 0 ? null : lacking.length === 0 ? doesNotApply : missing(lacking);
  return { check, judged, failed, why, ...lookups };
};

/** What a file alone cannot answer, asked only for checks that the file has a part in. */
export const needsOf = (set: CheckSet, data: CheckData): CheckNeeds => {
  const earlier = new Map<number, Set<ColumnKey>>();
  const counties = new Map<number, Set<ColumnKey>>();
  const alike = new Set<string>();
  const add = (to: Map<number, Set<ColumnKey>>, source: CheckSource & { kind: 'formula' }) => {
    const columns = to.get(source.yearsBack) ?? new Set();
    to.set(source.yearsBack, columns);
    for (const key of source.columns) columns.add(key);
  };
  for (const rule of set.rules) {
    for (const check of rule.checks) {
      const inputs = check.inputs.flatMap((id) => rule.inputs.get(id) ?? []);
      const isInFile = (input: CheckInput) => input.sources.some((source) => inFile(source, data));
      if (!inputs.some(isInFile)) continue;
      for (const source of inputs.flatMap((input) => input.sources)) {
        if (source.kind === 'alike') for (const name of source.attributes) alike.add(name);
        else if (source.kind === 'formula' && source.over === 'county') add(counties, source);
        else if (source.kind === 'formula' && source.yearsBack > 0) add(earlier, source);
      }
    }
  }
  return { earlier, counties, alike: [...alike] };
};

const inFile = (source: CheckSource, data: CheckData): boolean => {
  switch (source.kind) {
    case 'alike':
      return source.attributes.every((name) => data.attribute(name) !== null);
    case 'parallelClasses':
      return data.parallelClasses(source.stage) !== null;
    case 'formula':
      return (
        source.cells.some((cell) => data.cell(cell, 'text') !== null) ||
        source.attributes.some((name) => data.attribute(name) !== null) ||
        (source.yearsBack === 0 && source.columns.some((key) => data.column(key, 0) !== null))
      );
  }
};

const missingWords = (inputs: readonly CheckInput[], dictionary: Dictionary): Words => {
  const parts = inputs.map(({ words, sources, unheld }) => {
    const places = sources.map((source) => placeOf(source, dictionary));
    const said = unheld !== null && places.length === 0 ? unheld : joined(places, { zh: '，或', en: ', or ' });
    return {
      zh: said.zh === words.zh ? `“${words.zh}”` : `“${words.zh}”（${said.zh}）`,
      en: said.en === words.en ? `"${words.en}"` : `"${words.en}" (${said.en})`,
    };
  });
  return {
    zh: `缺少数据：${parts.map((part) => part.zh).join('、')}`,
    en: `input missing: ${parts.map((part) => part.en).join(', ')}`,
  };
};

const placeOf = (source: CheckSource, dictionary: Dictionary): Words => {
  if (source.kind === 'alike') {
    const wordsOf = (name: string) => checkAttributes.find(({ id }) => id === name)?.words ?? { zh: name, en: name };
    return joined(source.attributes.map(wordsOf), comma);
  }
  if (source.kind === 'parallelClasses') {
    const stage = stageWords[source.stage] ?? { zh: '', en: '' };
    return { zh: `${stage.zh}班级名册`, en: `class list, ${stage.en}` };
  }
  const columns = source.columns.map((key) => columnWords(key, dictionary));
  const said =
    source.cells.length > 0 || columns.length === 0 ? { zh: source.text, en: source.text } : joined(columns, comma);
  const over =
    source.over === 'county' ? { zh: '全县每所学校的', en: 'every school of the county: ' } : { zh: '', en: '' };
  const year =
    source.yearsBack > 0
      ? { zh: `前${source.yearsBack}学年的`, en: `${source.yearsBack} school year(s) before: ` }
      : over;
  return { zh: `${year.zh}${said.zh}`, en: `${year.en}${said.en}` };
};

const mostNamed = 3;

const joined = (words: readonly Words[], by: Words): Words => {
  const list = (language: keyof Words): string => {
    const texts = [...new Set(words.map((each) => each[language]))];
    return texts.slice(0, mostNamed).join(by[language]) + (texts.length > mostNamed ? '…' : '');
  };
  return { zh: list('zh'), en: list('en') };
};

const columnWords = (key: ColumnKey, dictionary: Dictionary): Words => {
  const [measure = '', stage = ''] = key.split('@');
  const words = dictionary.measures.get(measure)?.words ?? { zh: measure, en: measure };
  const at = stageWords[stage];
  return stage === 'all' || at === undefined ? words : { zh: `${at.zh}${words.zh}`, en: `${words.en} (${at.en})` };
};
