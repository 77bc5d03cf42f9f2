import { type Aggregate, aggregateRows, namedIn } from './aggregate-rows.ts';
import type { StageOrAll } from './definition.ts';
import { evaluateTruths, type Frame } from './evaluate-term.ts';
import { stages } from './input.ts';
import type { Preparation } from './prepare.ts';
import { stageBit } from './stages-run.ts';
import type { Term } from './term.ts';
import { unitFrame } from './unit-frame.ts';
import { truthAt, yes } from './vector.ts';

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
  term: Aggregate,
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

const aggregate = (
  preparation: Preparation,
  term: Aggregate,
  areas: Int32Array,
  stage: StageOrAll,
  part: string,
): Float64Array => {
  const position = new Int32Array(preparation.input.areas.size).fill(-1);
  areas.forEach((area, index) => {
    position[area] = index;
  });
  const { rows, frame } = preparation.candidates(stage, part, namedIn(term));
  const groups = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const area = preparation.areaOf[rows[i] as number] as number;
    groups[i] = area < 0 ? -1 : (position[area] as number);
  }
  return aggregateRows(term, frame, groups, areas.length);
};
