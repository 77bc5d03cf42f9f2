import type { StageOrAll } from './definition.ts';
import { evaluateNumbers, evaluateTruths, type Frame } from './evaluate-term.ts';
import type { Stage } from './input.ts';
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

/** The units of one area that an aggregate adds up; those whose condition is not known are left out. */
export const rowsOfAggregate = (
  preparation: Preparation,
  term: Term & { op: 'aggregate' },
  area: number,
  stage: StageOrAll,
  part: string,
): readonly number[] => {
  const rows = candidateRows(preparation, term, stage, part).filter((unit) => preparation.areaOf[unit] === area);
  if (!term.where) return [...rows];
  const truths = evaluateTruths(term.where, unitFrame(preparation, rows, stage));
  return [...rows].filter((_, index) => truthAt(truths, index) === yes);
};

/** Covered units that are not excluded and run the stage that the aggregate speaks of. */
const candidateRows = (
  preparation: Preparation,
  term: Term & { op: 'aggregate' },
  stage: StageOrAll,
  part: string,
): Int32Array => {
  const named = namedStage(term);
  const bits = named.stage ? stageBit(named.stage) : 0;
  const excluded = preparation.excluded(part, stage);
  const start = stage === 'all' && !named.ofStages ? coveredRows(preparation) : preparation.rowsAt(stage);
  return start.filter((unit) => excluded[unit] === 0 && ((preparation.runs[unit] as number) & bits) === bits);
};

const coveredRows = (preparation: Preparation): Int32Array => {
  const rows: number[] = [];
  preparation.covered.forEach((covered, unit) => {
    if (covered === 1) rows.push(unit);
  });
  return Int32Array.from(rows);
};

const namedStage = (term: Term): { readonly stage: Stage | null; readonly ofStages: boolean } => {
  if (term.op === 'unitMeasure') {
    return { stage: term.stage === 'current' || term.stage === 'all' ? null : term.stage, ofStages: false };
  }
  if (term.op === 'ofStages') return { stage: null, ofStages: true };
  const parts = partsOf(term).map(namedStage);
  return { stage: parts.find((part) => part.stage)?.stage ?? null, ofStages: parts.some((part) => part.ofStages) };
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
  const rows = candidateRows(preparation, term, stage, part).filter((unit) => {
    const area = preparation.areaOf[unit] as number;
    return area >= 0 && (position[area] as number) >= 0;
  });
  const frame = unitFrame(preparation, rows, stage);
  const where = term.where ? evaluateTruths(term.where, frame) : yes;
  const truths = term.of?.type === 'boolean' ? evaluateTruths(term.of, frame) : yes;
  const values = term.of?.type === 'number' ? evaluateNumbers(term.of, frame) : 1;
  const totals = emptyTotals(areas.length);
  for (let i = 0; i < rows.length; i++) {
    const kept = truthAt(where, i);
    const group = position[preparation.areaOf[rows[i] as number] as number] as number;
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
  readonly least: Float64Array;
  readonly most: Float64Array;
}

const emptyTotals = (size: number): Totals => ({
  missing: new Float64Array(size),
  units: new Float64Array(size),
  matching: new Float64Array(size),
  sum: new Float64Array(size),
  least: new Float64Array(size).fill(Number.POSITIVE_INFINITY),
  most: new Float64Array(size).fill(Number.NEGATIVE_INFINITY),
});

const addTo = (totals: Totals, group: number, matches: boolean, value: number): void => {
  totals.units[group] = (totals.units[group] as number) + 1;
  if (!matches) return;
  totals.matching[group] = (totals.matching[group] as number) + 1;
  totals.sum[group] = (totals.sum[group] as number) + value;
  totals.least[group] = Math.min(totals.least[group] as number, value);
  totals.most[group] = Math.max(totals.most[group] as number, value);
};

const resultOf = (name: (Term & { op: 'aggregate' })['name'], totals: Totals, group: number): number => {
  const units = totals.units[group] as number;
  switch (name) {
    case 'sum':
      return totals.sum[group] as number;
    case 'count':
      return totals.matching[group] as number;
    case 'share':
      return units === 0 ? Number.NaN : (totals.matching[group] as number) / units;
    case 'average':
      return units === 0 ? Number.NaN : (totals.sum[group] as number) / units;
    case 'smallest':
      return units === 0 ? Number.NaN : (totals.least[group] as number);
    case 'largest':
      return units === 0 ? Number.NaN : (totals.most[group] as number);
  }
};
