import type { StageOrAll } from './definition.ts';
import { evaluateTruths } from './evaluate-term.ts';
import { type ExactRow, exactNumber } from './exact-term.ts';
import { type Stage, stages } from './input.ts';
import type { Preparation } from './prepare.ts';
import { addRationals, divideRationals, multiplyRationals, type Rational, rationalOf, whole } from './rational.ts';
import { stageBit } from './stages-run.ts';
import type { Term } from './term.ts';
import { unitFrame } from './unit-frame.ts';
import { numberAt, truthAt } from './vector.ts';

/** One school, stage by stage or whole, with exact leaves. */
export const exactUnit = (preparation: Preparation, unit: number, stage: StageOrAll): ExactRow => {
  const frame = unitFrame(preparation, Int32Array.of(unit), stage);
  return {
    truth: (term) => truthAt(evaluateTruths(term, frame), 0),
    leaf: (term) => {
      if (term.op === 'unitMeasure') {
        return exactMeasure(preparation, unit, term.measure, term.stage === 'current' ? stage : term.stage);
      }
      return rationalOf(numberAt(frame.numbersOf(term), 0));
    },
  };
};

/** One area, with exact leaves and exact sums over its schools. */
export const exactArea = (preparation: Preparation, area: number, stage: StageOrAll, part: string): ExactRow => {
  const frame = preparation.areaFrame(Int32Array.of(area), stage, part);
  return {
    truth: (term) => truthAt(evaluateTruths(term, frame), 0),
    leaf: (term) => {
      if (term.op === 'aggregate' && term.name === 'sum' && term.of) {
        return exactSum(preparation, preparation.aggregateRows(term, area, stage, part), term.of, stage);
      }
      return rationalOf(numberAt(frame.numbersOf(term), 0));
    },
  };
};

const exactSum = (preparation: Preparation, rows: readonly number[], of: Term, stage: StageOrAll): Rational | null => {
  let sum = whole(0n);
  for (const unit of rows) {
    const value = exactNumber(of, exactUnit(preparation, unit, stage));
    if (!value) return null;
    sum = addRationals(sum, value);
  }
  return sum;
};

const exactMeasure = (preparation: Preparation, unit: number, measure: string, stage: StageOrAll): Rational | null => {
  const { columns } = preparation.input.units;
  const own = columns.get(`${measure}@${stage}`)?.[unit];
  if (own !== undefined && !Number.isNaN(own)) return rationalOf(own);
  if (stage === 'all' || !preparation.standard.dictionary.measures.get(measure)?.shared) return null;
  const total = rationalOf(columns.get(`${measure}@all`)?.[unit] ?? Number.NaN);
  const share = exactShare(preparation, unit, stage);
  return total && share && multiplyRationals(total, share);
};

const exactShare = (preparation: Preparation, unit: number, stage: Stage): Rational | null => {
  const { standard, runs, input, columns } = preparation;
  const split = standard.splits[columns.splitOf[unit] as number]?.definition;
  if (!split) return rationalOf(columns.share(stage)[unit] as number);
  let own: Rational | null = null;
  let total = whole(0n);
  for (const name of stages) {
    const weight = rationalOf(split.weights[name] ?? Number.NaN);
    if (!weight || ((runs[unit] as number) & stageBit(name)) === 0) continue;
    const students = rationalOf(input.units.columns.get(`${split.by}@${name}`)?.[unit] ?? Number.NaN);
    if (!students) return null;
    const weighted = multiplyRationals(weight, students);
    total = addRationals(total, weighted);
    if (name === stage) own = weighted;
  }
  return own && divideRationals(own, total);
};
