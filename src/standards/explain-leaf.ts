import { attributes } from './attributes.ts';
import type { StageOrAll } from './definition.ts';
import { stageWords } from './describe-formula.ts';
import { evaluateNumbers, type Frame } from './evaluate-term.ts';
import { aggregateWords } from './functions.ts';
import type { ColumnKey, Stage } from './input.ts';
import { stages } from './input.ts';
import type { Preparation } from './prepare.ts';
import type { Trace, TraceSource } from './result.ts';
import { orNull } from './results.ts';
import { stageBit } from './stages-run.ts';
import type { Term } from './term.ts';
import { unitFrame } from './unit-frame.ts';
import { numberAt } from './vector.ts';
import type { Words } from './words.ts';

/** What a formula is explained for: one school or one area, at a stage. */
export type Subject = { readonly stage: StageOrAll; readonly part: string } & (
  | { readonly unit: number }
  | { readonly area: number }
);

/** The one-row frame of a subject: the same code that evaluates the columns. */
export const frameOf = (preparation: Preparation, subject: Subject): Frame =>
  'unit' in subject
    ? unitFrame(preparation, Int32Array.of(subject.unit), subject.stage)
    : preparation.areaFrame(Int32Array.of(subject.area), subject.stage, subject.part);

/** How many schools an aggregate lists; the rest are summed up in a note. */
const mostListed = 500;

/** Where the number of one leaf of a formula comes from. */
export const explainLeaf = (preparation: Preparation, leaf: Term, subject: Subject): Trace => {
  const value =
    leaf.type === 'number' ? orNull(numberAt(evaluateNumbers(leaf, frameOf(preparation, subject)), 0)) : null;
  switch (leaf.op) {
    case 'unitMeasure':
      return 'unit' in subject
        ? explainMeasure(preparation, leaf.measure, leaf.stage === 'current' ? subject.stage : leaf.stage, subject.unit)
        : bare({ zh: leaf.measure, en: leaf.measure }, value);
    case 'areaMeasure': {
      const area = 'area' in subject ? subject.area : (preparation.input.units.county[subject.unit] as number);
      return measureTrace(preparation, leaf.measure, 'all', value, {
        table: 'area',
        row: area,
        column: `${leaf.measure}@all`,
      });
    }
    case 'parameter':
      return explainParameter(preparation, leaf.parameter, value);
    case 'attribute':
      return explainAttribute(preparation, leaf.attribute, subject);
    case 'ofStages':
      return 'unit' in subject
        ? explainStages(preparation, leaf, subject.unit, value)
        : bare({ zh: '', en: '' }, value);
    case 'aggregate':
      return 'area' in subject ? explainAggregate(preparation, leaf, subject, value) : bare({ zh: '', en: '' }, value);
    default:
      return bare({ zh: '', en: '' }, value);
  }
};

const bare = (label: Words, value: number | boolean | null): Trace => ({ label, value, notes: [], parts: [] });

const notReported: Words = { zh: '没有填报', en: 'not reported' };

/** A measure at a stage: read from its cell, or the stage's part of a whole-school value. */
export const explainMeasure = (preparation: Preparation, measure: string, stage: StageOrAll, unit: number): Trace => {
  const { columns } = preparation.input.units;
  const value = preparation.columns.column(measure, stage)[unit] as number;
  const own = columns.get(`${measure}@${stage}`)?.[unit];
  const reported = own !== undefined && !Number.isNaN(own);
  const shared = preparation.standard.dictionary.measures.get(measure)?.shared === true;
  const whole: ColumnKey = `${measure}@all`;
  if (reported || !shared || stage === 'all' || !columns.has(whole)) {
    return measureTrace(preparation, measure, stage, orNull(value), {
      table: 'unit',
      row: unit,
      column: `${measure}@${stage}`,
    });
  }
  const wholeTrace = explainMeasure(preparation, measure, 'all', unit);
  const split = preparation.standard.splits[preparation.columns.splitOf[unit] as number]?.definition;
  if (!split) {
    const alone = orNull(preparation.columns.share(stage)[unit] as number) === 1;
    const note = alone
      ? { zh: '学校只有一个学段，全部计入', en: 'The school runs one stage, which takes all of it' }
      : {
          zh: '学校有多个学段，但标准没有规定如何拆分',
          en: 'The school runs several stages and the standard has no split for it',
        };
    return { ...measureTrace(preparation, measure, stage, orNull(value), null), notes: [note], parts: [wholeTrace] };
  }
  const terms = stages.filter(
    (name) => split.weights[name] !== undefined && ((preparation.runs[unit] as number) & stageBit(name)) !== 0,
  );
  const say = (textOf: (name: Stage) => string): string =>
    terms.map((name) => `${split.weights[name]} * ${textOf(name)}`).join(' + ');
  const students = (name: Stage): string => formatNumber(columns.get(`${split.by}@${name}`)?.[unit] ?? Number.NaN);
  const weight = split.weights[stage] ?? 0;
  return {
    ...measureTrace(preparation, measure, stage, orNull(value), null),
    formula: `${whole} * ${weight} * ${split.by}@${stage} / (${say((name) => `${split.by}@${name}`)})`,
    substituted: `${formatNumber(wholeTrace.value)} * ${weight} * ${students(stage)} / (${say(students)})`,
    notes: [split.words],
    parts: [wholeTrace, ...terms.map((name) => explainMeasure(preparation, split.by, name, unit))],
  };
};

const measureTrace = (
  preparation: Preparation,
  measure: string,
  stage: StageOrAll,
  value: number | null,
  source: TraceSource | null,
): Trace => {
  const definition = preparation.standard.dictionary.measures.get(measure);
  const words = definition?.words ?? { zh: measure, en: measure };
  const stageName = stage === 'all' ? null : stageWords[stage];
  return {
    label: stageName ? { zh: `${words.zh}（${stageName.zh}）`, en: `${words.en} (${stageName.en})` } : words,
    value,
    unit: definition?.unit ?? '1',
    ...(source ? { source } : {}),
    notes: value === null && source ? [notReported] : [],
    parts: [],
  };
};

const explainParameter = (preparation: Preparation, id: string, value: number | null): Trace => {
  const parameter = preparation.standard.definition.parameters.find((candidate) => candidate.id === id);
  const tightened = parameter && value !== null && value !== parameter.value;
  return {
    label: parameter?.words ?? { zh: id, en: id },
    value,
    unit: parameter?.unit ?? '1',
    notes: tightened
      ? [
          {
            zh: `地方从严：由 ${parameter.value} 调整为 ${value}`,
            en: `tightened locally from ${parameter.value} to ${value}`,
          },
        ]
      : [],
    parts: [],
  };
};

const explainAttribute = (preparation: Preparation, id: string, subject: Subject): Trace => {
  const words = attributes.find((attribute) => attribute.id === id)?.words ?? { zh: id, en: id };
  const value = 'unit' in subject ? (preparation.input.units.attributes[id]?.[subject.unit] ?? null) : null;
  return {
    label: words,
    value: typeof value === 'string' ? null : value,
    notes: [
      typeof value === 'string'
        ? { zh: value, en: value }
        : value === null
          ? notReported
          : { zh: String(value), en: String(value) },
    ],
    parts: [],
  };
};

const explainStages = (
  preparation: Preparation,
  leaf: Term & { op: 'ofStages' },
  unit: number,
  value: number | null,
): Trace => {
  const run = preparation.stages.filter((stage) => ((preparation.runs[unit] as number) & stageBit(stage)) !== 0);
  const parts = run.map((stage) => explainMeasure(preparation, leaf.measure, stage, unit));
  const words = preparation.standard.dictionary.measures.get(leaf.measure)?.words ?? {
    zh: leaf.measure,
    en: leaf.measure,
  };
  const values = parts.map((part) => formatNumber(part.value));
  return {
    label:
      leaf.how === 'sum'
        ? { zh: `${words.zh}（各学段合计）`, en: `${words.en} (all stages)` }
        : { zh: `${words.zh}（各学段最大）`, en: `${words.en} (largest stage)` },
    formula: run.map((stage) => `${leaf.measure}@${stage}`).join(leaf.how === 'sum' ? ' + ' : ', '),
    substituted: leaf.how === 'sum' ? values.join(' + ') : `max(${values.join(', ')})`,
    value,
    unit: preparation.standard.dictionary.measures.get(leaf.measure)?.unit ?? '1',
    notes: [],
    parts,
  };
};

const explainAggregate = (
  preparation: Preparation,
  leaf: Term & { op: 'aggregate' },
  subject: Subject & { area: number },
  value: number | null,
): Trace => {
  const rows = preparation.aggregateRows(leaf, subject.area, subject.stage, subject.part);
  const { of } = leaf;
  const { name } = preparation.input.units;
  const traces = rows.map((unit): Trace => {
    const label = { zh: name[unit] ?? '', en: name[unit] ?? '' };
    if (of?.type !== 'number') return bare(label, true);
    const own: Subject = { unit, stage: subject.stage, part: subject.part };
    const amount = orNull(numberAt(evaluateNumbers(of, frameOf(preparation, own)), 0));
    return { ...bare(label, amount), notes: amount === null ? [notReported] : [] };
  });
  const missing = traces.filter((trace) => trace.value === null).length;
  const notes: Words[] = [{ zh: `${rows.length} 所学校`, en: `${rows.length} schools` }];
  if (missing > 0)
    notes.push({
      zh: `其中 ${missing} 所没有填报，因此无法得出`,
      en: `${missing} of them did not report, so there is no result`,
    });
  const listed = [...traces].sort((a, b) => Number(a.value !== null) - Number(b.value !== null)).slice(0, mostListed);
  if (listed.length < traces.length) notes.push({ zh: `仅列出 ${mostListed} 所`, en: `only ${mostListed} are listed` });
  return { label: aggregateWords[leaf.name], value, notes, parts: listed };
};

/** A number for a formula with values in it: at most 12 significant digits; a dash where there is none. */
export const formatNumber = (value: number | boolean | null): string => {
  if (value === null || (typeof value === 'number' && Number.isNaN(value))) return '—';
  return typeof value === 'number' ? String(Number(value.toPrecision(12))) : String(value);
};
