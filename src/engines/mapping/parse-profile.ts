import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Dictionary, Mistake, Words } from '#standards';
import { compileFormCondition, locateIn, stages } from '#standards';
import type { Dataset } from './dataset.ts';
import { errors } from './errors.ts';
import type { Profile, Source } from './profile.ts';
import { profileSchema } from './profile-schema.ts';

/** What the names in a profile are judged against. */
export interface ProfileContext {
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly dictionary: Dictionary;
}

type Path = readonly PropertyKey[];
/** The place of a value, or of the name before it. */
type OffsetOf = (at: Path, ofName?: boolean) => number;

/**
 * Reads a profile and lists every mistake with line and column; `profile` is null where there is one.
 *
 * @param path Shown with each mistake.
 * @example parseProfile('profiles/mine.yaml', text, context).mistakes[0]?.line
 */
export function parseProfile(
  path: string,
  text: string,
  context: ProfileContext,
): { readonly profile: Profile | null; readonly mistakes: readonly Mistake[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const mistakes: Mistake[] = [];
  const placeOf = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const report = (code: string, offset: number, message: Words, remedy: Words | null) => {
    mistakes.push({ code, file: path, ...placeOf(offset), message, remedy });
  };
  for (const error of document.errors) {
    report('not-yaml', error.pos[0], { zh: `YAML 写法有误：${error.message}`, en: error.message }, indentation);
  }
  if (mistakes.length > 0) {
    return { profile: null, mistakes };
  }
  const offsetOf: OffsetOf = (at, ofName = false) => offsetIn(document.contents, at, ofName);
  const parsed = profileSchema.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      reportIssue(issue, offsetOf, report);
    }
    return { profile: null, mistakes };
  }
  const { profile: id, ...rest } = parsed.data;
  const profile: Profile = { id, ...rest, encoding: rest.encoding, delimiter: rest.delimiter };
  judgeNames(profile, context, (code, at, message, remedy, inFormula) => {
    const formula = inFormula === undefined ? undefined : document.getIn(at, true);
    if (inFormula !== undefined && isScalar(formula)) {
      mistakes.push({ code, file: path, ...locateIn({ text, placeOf }, formula)(inFormula), message, remedy });
    } else {
      report(code, offsetOf(at), message, remedy);
    }
  });
  return { profile: mistakes.length === 0 ? profile : null, mistakes };
}

/** As `parseProfile`, for callers that cannot go on without one. */
export function readProfile(path: string, text: string, context: ProfileContext): Profile {
  const { profile, mistakes } = parseProfile(path, text, context);
  if (profile === null) {
    const [first] = mistakes;
    throw errors.profileMistakes({
      profile: path,
      line: first?.line ?? 1,
      column: first?.column ?? 1,
      count: mistakes.length,
    });
  }
  return profile;
}

/** Where a path stands in the text; the nearest node above where it does not. */
function offsetIn(root: Node | null, path: Path, ofName: boolean): number {
  let node: Node | null | undefined = root;
  let offset = node?.range?.[0] ?? 0;
  for (const [nth, step] of path.entries()) {
    if (isSeq(node) && typeof step === 'number') {
      node = node.items[step] as Node | undefined;
    } else if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (pair === undefined) {
        // A single entry may stand where a list is meant, and `from:` may be left out.
        continue;
      }
      const key = pair.key as Node;
      if (ofName && nth === path.length - 1) {
        return key.range?.[0] ?? offset;
      }
      node = pair.value as Node | null;
    }
    offset = node?.range?.[0] ?? offset;
  }
  return offset;
}

const indentation: Words = { zh: '请检查缩进、冒号和引号。', en: 'Check indentation, colons and quotation marks.' };

function reportIssue(
  issue: z.core.$ZodIssue,
  offsetOf: OffsetOf,
  report: (code: string, offset: number, message: Words, remedy: Words | null) => void,
): void {
  const name = issue.path.map(String).join('.') || 'profile';
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      const message = { zh: `“${name}”里没有“${key}”这一项。`, en: `"${name}" has no entry "${key}".` };
      report('unknown-entry', offsetOf([...issue.path, key], true), message, {
        zh: '请核对拼写。',
        en: 'Check the spelling.',
      });
    }
    return;
  }
  const message = { zh: `“${name}”不对：${issue.message}`, en: `"${name}" is wrong: ${issue.message}` };
  report('wrong-value', offsetOf(issue.path), message, null);
}

/** `inFormula`: which character of the formula at that place. */
type Judge = (code: string, at: Path, message: Words, remedy: Words | null, inFormula?: number) => void;

function judgeNames(profile: Profile, context: ProfileContext, judge: Judge): void {
  if (profile.sheets.length === 0 && profile.forms === null) {
    judge(
      'nothing-to-read',
      [],
      { zh: '方案没有写要读哪些工作表。', en: 'The profile reads no sheet.' },
      {
        zh: '请写 sheets 或 forms。',
        en: 'Write sheets or forms.',
      },
    );
  }
  const codes = new Set(Object.keys(profile.codes));
  const judgeSource = (source: Source | undefined, at: Path): void => {
    if (source?.codes !== undefined && !codes.has(source.codes)) {
      judge(
        'unknown-codes',
        [...at, 'codes'],
        unknown('代码表', 'code map', source.codes),
        suggest(source.codes, codes),
      );
    }
    for (const [nth, part] of (source?.join ?? []).entries()) {
      judgeSource(part, [...at, 'join', nth]);
    }
  };
  const measureNames = new Set(context.dictionary.measures.keys());
  const judgeMeasure = (measure: string, at: Path): void => {
    if (!measureNames.has(measure)) {
      judge('unknown-measure', at, unknown('指标量', 'measure', measure), suggest(measure, measureNames));
    }
  };
  const judgeStage = (stage: string, at: Path): void => {
    if (stage !== 'all' && !stages.some((known) => known === stage)) {
      judge('unknown-stage', at, unknown('学段', 'stage', stage), suggest(stage, new Set(['all', ...stages])));
    }
  };
  const judgeFields = (dataset: string, fields: Readonly<Record<string, Source>>, at: Path): void => {
    const known = context.datasets.get(dataset);
    if (known === undefined) {
      judge(
        'unknown-dataset',
        at,
        unknown('数据集', 'dataset', dataset),
        suggest(dataset, new Set(context.datasets.keys())),
      );
      return;
    }
    const names = new Set(Object.keys(known.fields).filter((name) => known.fields[name]?.derived !== true));
    for (const [field, source] of Object.entries(fields)) {
      if (!names.has(field)) {
        judge('unknown-field', [...at, 'fields', field], unknown('字段', 'field', field), suggest(field, names));
      }
      judgeSource(source, [...at, 'fields', field]);
    }
    for (const field of known.key) {
      if (fields[field] === undefined) {
        judge('key-missing', [...at, 'fields'], missing(field), {
          zh: '请写出它来自哪一列。',
          en: 'Say which column it comes from.',
        });
      }
    }
  };
  for (const [nth, sheet] of profile.sheets.entries()) {
    const at: Path = ['sheets', nth];
    judgeSource(sheet.county?.from, [...at, 'county', 'from']);
    for (const [which, record] of sheet.records.entries()) {
      judgeFields(record.dataset, record.fields, [...at, 'records', which]);
    }
    for (const [which, facts] of sheet.facts.entries()) {
      const inside: Path = [...at, 'facts', which];
      judgeSource(facts.unit, [...inside, 'unit']);
      judgeSource(facts.stage, [...inside, 'stage']);
      judgeSource(facts.long?.measure, [...inside, 'long', 'measure']);
      for (const [number, measure] of facts.measures.entries()) {
        judgeMeasure(measure.measure, [...inside, 'measures', number, 'measure']);
        judgeSource(measure.from, [...inside, 'measures', number]);
        judgeSource(measure.stage, [...inside, 'measures', number, 'stage']);
      }
    }
  }
  for (const [nth, form] of (profile.forms?.sheets ?? []).entries()) {
    for (const [which, fact] of form.facts.entries()) {
      judgeMeasure(fact.measure, ['forms', 'sheets', nth, 'facts', which, 'measure']);
      judgeStage(fact.stage, ['forms', 'sheets', nth, 'facts', which, 'stage']);
    }
  }
  for (const [nth, check] of (profile.forms?.checks ?? []).entries()) {
    for (const { code, start, message, remedy } of compileFormCondition(check.holds, context.dictionary).faults) {
      judge(code, ['forms', 'checks', nth, 'holds'], message, remedy, start);
    }
  }
  if (profile.forms !== null) {
    judgeFields('units', profile.forms.unit, ['forms', 'unit']);
  }
}

function unknown(zh: string, en: string, name: string): Words {
  return { zh: `没有名为“${name}”的${zh}。`, en: `There is no ${en} "${name}".` };
}

function missing(field: string): Words {
  return { zh: `没有写“${field}”，它是主键。`, en: `"${field}" is missing; it is part of the key.` };
}

function suggest(name: string, known: ReadonlySet<string>): Words | null {
  const near = [...known]
    .map((other) => [distance(name.toLowerCase(), other.toLowerCase()), other] as const)
    .sort((a, b) => a[0] - b[0]);
  const [best] = near;
  return best !== undefined && best[0] <= Math.max(2, name.length / 3)
    ? { zh: `是不是“${best[1]}”？`, en: `Did you mean "${best[1]}"?` }
    : { zh: `可用：${[...known].slice(0, 12).join('、')}`, en: `Known: ${[...known].slice(0, 12).join(', ')}` };
}

/** Edit distance of two short names. */
function distance(one: string, other: string): number {
  let previous = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const current = [i];
    for (let j = 1; j <= other.length; j++) {
      const change = (previous[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[other.length] ?? 0;
}
