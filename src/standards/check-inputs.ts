import { type Aggregate, aggregateRows, namedIn } from './aggregate-rows.ts';
import type { CheckData } from './check-data.ts';
import { isCell } from './check-expression.ts';
import type { CheckInput, CheckSource } from './check-set.ts';
import { evaluateNumbers, type Frame } from './evaluate-term.ts';
import { type AttributeValue, type ColumnKey, type Stage, stages } from './input.ts';
import { stageBit } from './stages-run.ts';
import type { Term } from './term.ts';
import { type Numbers, spread } from './vector.ts';

/** An input of every school (or county), with the source that gave it. */
export interface InputValues {
  readonly values: readonly AttributeValue[];
  /** Position among the input's sources, counted from 1; 0 = none. */
  readonly source: Uint8Array;
}

type Formula = CheckSource & { readonly kind: 'formula' };

/** Takes an input from the first of its sources that is known; null where nobody has it. */
export const inputValues = (input: CheckInput, data: CheckData, of: 'school' | 'county'): InputValues | null => {
  const size = of === 'county' ? data.counties.size : data.size;
  const values: AttributeValue[] = [];
  const source = new Uint8Array(size);
  let isGiven = false;
  for (const [at, each] of input.sources.entries()) {
    const found = sourceValues(each, input, data);
    if (found === null) continue;
    for (let row = 0; row < size; row++) {
      if ((source[row] as number) > 0) continue;
      const value = found[row] ?? null;
      const isKnown = value !== null && !Number.isNaN(value);
      // Row after row the first time, so that the array stays a plain one.
      values[row] = isKnown ? (input.fits?.test(String(value).slice(0, 1000)) ?? value) : null;
      source[row] = isKnown ? at + 1 : 0;
      isGiven ||= isKnown;
    }
  }
  return isGiven ? { values, source } : null;
};

const sourceValues = (source: CheckSource, input: CheckInput, data: CheckData): ArrayLike<AttributeValue> | null => {
  switch (source.kind) {
    case 'alike':
      return data.alike(source.attributes);
    case 'parallelClasses':
      return data.parallelClasses(source.stage);
    case 'formula':
      return source.over === 'county' ? countyValues(source, data) : schoolValues(source, input, data);
  }
};

const schoolValues = (source: Formula, input: CheckInput, data: CheckData): ArrayLike<AttributeValue> | null => {
  const given = (name: string) => {
    if (!isCell(name)) return data.attribute(name);
    const cells = data.cell(name, input.type);
    return cells && input.blank !== null ? cells.map((cell) => cell ?? input.blank) : cells;
  };
  const column = (key: ColumnKey) => data.column(key, source.yearsBack);
  if (!hasAny(source, given, column)) return null;
  const { term } = source;
  if (input.type === 'text') return term.op === 'attribute' ? given(term.attribute) : null;
  return spread(evaluateNumbers(term, frameOver(data.size, data.runs, given, column)), data.size);
};

const countyValues = (source: Formula, { counties }: CheckData): Float64Array | null => {
  const { size, group, runs } = counties;
  const column = (key: ColumnKey) => counties.column(key, source.yearsBack);
  if (!hasAny(source, counties.attribute, column)) return null;
  const schools = frameOver(group.length, runs, counties.attribute, column);
  const frame: Frame = {
    size,
    attributeOf: () => [],
    numbersOf: (leaf) =>
      leaf.op === 'aggregate' ? aggregateRows(leaf, schools, asked(leaf, group, runs), size) : Number.NaN,
  };
  return spread(evaluateNumbers(source.term, frame), size);
};

/** Only schools that run the stage an aggregate speaks of are asked for it. */
const asked = (term: Aggregate, group: Int32Array, runs: Uint8Array): Int32Array => {
  const stage = stages.find((one) => one === namedIn(term));
  return stage === undefined ? group : group.map((of, row) => ((runs[row] as number) & stageBit(stage) ? of : -1));
};

const hasAny = (
  source: Formula,
  given: (name: string) => readonly AttributeValue[] | null,
  column: (key: ColumnKey) => Float64Array | null,
): boolean =>
  [...source.cells, ...source.attributes].some((name) => given(name) !== null) ||
  source.columns.some((key) => column(key) !== null);

const frameOver = (
  size: number,
  runs: Uint8Array,
  given: (name: string) => readonly AttributeValue[] | null,
  column: (key: ColumnKey) => Float64Array | null,
): Frame => ({
  size,
  attributeOf: (name) => given(name) ?? [],
  numbersOf: (leaf) => {
    if (leaf.op === 'unitMeasure' && leaf.stage !== 'current') {
      return column(`${leaf.measure}@${leaf.stage}`) ?? Number.NaN;
    }
    return leaf.op === 'ofStages' ? ofStages(leaf, size, runs, column) : Number.NaN;
  },
});

/** Over the stages each school runs; not reported where one of them is. */
const ofStages = (
  term: Term & { op: 'ofStages' },
  size: number,
  runs: Uint8Array,
  column: (key: ColumnKey) => Float64Array | null,
): Numbers => {
  const columns = stages.map((stage: Stage) => [stageBit(stage), column(`${term.measure}@${stage}`)] as const);
  return Float64Array.from({ length: size }, (_, row) => {
    const own = columns.flatMap(([bit, values]) =>
      (runs[row] as number) & bit ? [values === null ? Number.NaN : (values[row] as number)] : [],
    );
    if (own.length === 0) return Number.NaN;
    return term.how === 'sum' ? own.reduce((sum, value) => sum + value, 0) : Math.max(...own);
  });
};
