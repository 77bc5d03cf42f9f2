import type { StageOrAll } from './definition.ts';
import { evaluateNumbers, evaluateTruths, type Frame } from './evaluate-term.ts';
import { stages } from './input.ts';
import type { Preparation } from './prepare.ts';
import { stageBit } from './stages-run.ts';
import { partsOf, type Term } from './term.ts';
import { unitFrame } from './unit-frame.ts';
import { numberAt, truthAt, unknown, yes } from './vector.ts';

/** A frame over some areas, whose aggregates run over the schools inside them. */
export const areaFrame = (preparation: Preparation, areas: Int32Array, stage: StageOrAll, part: string): Frame => {
  const size = areas.length;
  const cache = new Map<Term, Float64Array>();
  const gather = (column: Float64Array): Float64Array => Float64Array.from(areas, (area) => column[area] ?? Number.NaN);
  return {
    size,
    attributeOf: () => [],
    numbersOf: (leaf) => {
      if (leaf.op === 'areaMeasure') {
        const column = preparation.input.areas.columns.get(`${leaf.measure}@all`);
        return column ? gather(column) : Number.NaN;
      }
      if (leaf.op === 'parameter') {
        const value = preparation.parameter(leaf.parameter);
        return typeof value === 'number' ? value : gather(value);
      }
      if (leaf.op !== 'aggregate') return Number.NaN;
      const known = cache.get(leaf) ?? aggregate(preparation, leaf, areas, stage, part);
      cache.set(leaf, known);
      return known;
    },
  };
};

/** The units of each area that an aggregate adds up; those whose condition is not known are left out. */
export const rowsByArea = (
  preparation: Preparation,
  term: Term & { op: 'aggregate' },
  stage: StageOrAll,
  part: string,
): ReadonlyMap<number, readonly number[]> => {
  const { rows, frame } = preparation.candidates(stage, part, namedIn(term));
  const truths = term.where ? evaluateTruths(term.where, frame) : yes;
  const byArea = new Map<number, number[]>();
  rows.forEach((unit, index) => {
    if (truthAt(truths, index) !== yes) return;
    const area = preparation.areaOf[unit] as number;
    const list = byArea.get(area) ?? [];
    list.push(unit);
    byArea.set(area, list);
  });
  return byArea;
};

/** The units that an aggregate may add up, with a frame over them. */
export interface Candidates {
  readonly rows: Int32Array;
  readonly frame: Frame;
}

/** Covered units that are not excluded and run the stage that the aggregate speaks of; `named` is a stage, `ofStages` or empty. */
export const candidatesFor = (preparation: Preparation, stage: StageOrAll, part: string, named: string): Candidates => {
  const own = stages.find((one) => one === named);
  const bits = own ? stageBit(own) : 0;
  const excluded = preparation.excluded(part, stage);
  const start = stage === 'all' && named !== 'ofStages' ? coveredRows(preparation) : preparation.rowsAt(stage);
  const rows = start.filter((unit) => excluded[unit] === 0 && ((preparation.runs[unit] as number) & bits) === bits);
  return { rows, frame: unitFrame(preparation, rows, stage) };
};

const coveredRows = (preparation: Preparation): Int32Array => {
  const rows: number[] = [];
  preparation.covered.forEach((covered, unit) => {
    if (covered === 1) rows.push(unit);
  });
  return Int32Array.from(rows);
};

/** The stage that the inside of an aggregate names, `ofStages` where it runs over the stages, or nothing. */
const namedIn = (term: Term): string => {
  if (term.op === 'unitMeasure') return term.stage === 'current' || term.stage === 'all' ? '' : term.stage;
  if (term.op === 'ofStages') return 'ofStages';
  return (
    partsOf(term)
      .map(namedIn)
      .find((name) => name !== '') ?? ''
  );
};

const aggregate = (
  preparation: Preparation,
  term: Term & { op: 'aggregate' },
  areas: Int32Array,
  stage: StageOrAll,
  part: string,
): Float64Array => {
  const position = new Int32Array(preparation.input.areas.size).fill(-1);
  areas.forEach((area, index) => {
    position[area] = index;
  });
  const { rows, frame } = preparation.candidates(stage, part, namedIn(term));
  const where = term.where ? evaluateTruths(term.where, frame) : yes;
  const truths = term.of?.type === 'boolean' ? evaluateTruths(term.of, frame) : yes;
  const values = term.of?.type === 'number' ? evaluateNumbers(term.of, frame) : 1;
  const totals = emptyTotals(areas.length);
  for (let i = 0; i < rows.length; i++) {
    const kept = truthAt(where, i);
    const area = preparation.areaOf[rows[i] as number] as number;
    const group = area < 0 ? -1 : (position[area] as number);
    if (group < 0) continue;
    const truth = truthAt(truths, i);
    const value = numberAt(values, i);
    if (kept === unknown || (kept === yes && (truth === unknown || Number.isNaN(value)))) totals.missing[group] = 1;
    else if (kept === yes) addTo(totals, group, truth === yes, value);
  }
  return totals.missing.map((missing, group) => (missing === 1 ? Number.NaN : resultOf(term.name, totals, group)));
};

interface Totals {
  readonly missing: Float64Array;
  readonly units: Float64Array;
  readonly matching: Float64Array;
  readonly sum: Float64Array;
  /** What the additions of `sum` lost. */
  readonly lost: Float64Array;
  readonly least: Float64Array;
  readonly most: Float64Array;
}

const emptyTotals = (size: number): Totals => ({
  missing: new Float64Array(size),
  units: new Float64Array(size),
  matching: new Float64Array(size),
  sum: new Float64Array(size),
  lost: new Float64Array(size),
  least: new Float64Array(size).fill(Number.POSITIVE_INFINITY),
  most: new Float64Array(size).fill(Number.NEGATIVE_INFINITY),
});

const addTo = (totals: Totals, group: number, matches: boolean, value: number): void => {
  totals.units[group] = (totals.units[group] as number) + 1;
  if (!matches) return;
  totals.matching[group] = (totals.matching[group] as number) + 1;
  // Neumaier: what each addition loses is kept beside the sum.
  const before = totals.sum[group] as number;
  const after = before + value;
  const lost = Math.abs(before) >= Math.abs(value) ? before - after + value : value - after + before;
  totals.sum[group] = after;
  totals.lost[group] = (totals.lost[group] as number) + lost;
  totals.least[group] = Math.min(totals.least[group] as number, value);
  totals.most[group] = Math.max(totals.most[group] as number, value);
};

/** The sum of reported decimals as the double nearest to it: 0.1 + 0.2 is 0.3. Whole numbers are added as they are. */
const sumOf = (totals: Totals, group: number): number => {
  const sum = (totals.sum[group] as number) + (totals.lost[group] as number);
  return Number.isInteger(sum) ? sum : Number(sum.toPrecision(15));
};

const resultOf = (name: (Term & { op: 'aggregate' })['name'], totals: Totals, group: number): number => {
  const units = totals.units[group] as number;
  switch (name) {
    case 'sum':
      return sumOf(totals, group);
    case 'count':
      return totals.matching[group] as number;
    case 'share':
      return units === 0 ? Number.NaN : (totals.matching[group] as number) / units;
    case 'average':
      return units === 0 ? Number.NaN : sumOf(totals, group) / units;
    case 'smallest':
      return units === 0 ? Number.NaN : (totals.least[group] as number);
    case 'largest':
      return units === 0 ? Number.NaN : (totals.most[group] as number);
  }
};
