import { evaluateNumbers, evaluateTruths, type Frame } from './evaluate-term.ts';
import { partsOf, type Term } from './term.ts';
import { numberAt, truthAt, unknown, yes } from './vector.ts';

export type Aggregate = Term & { readonly op: 'aggregate' };

/** The stage that the inside of an aggregate names, `ofStages` where it runs over the stages, or nothing. */
export const namedIn = (term: Term): string => {
  if (term.op === 'unitMeasure') return term.stage === 'current' || term.stage === 'all' ? '' : term.stage;
  if (term.op === 'ofStages') return 'ofStages';
  return (
    partsOf(term)
      .map(namedIn)
      .find((name) => name !== '') ?? ''
  );
};

/**
 * Adds up an aggregate over the rows of a frame.
 *
 * @param groups the group of each row, -1 = none.
 * @returns one number a group; NaN where one of its rows has not reported what the aggregate needs.
 */
export const aggregateRows = (term: Aggregate, frame: Frame, groups: Int32Array, size: number): Float64Array => {
  const where = term.where ? evaluateTruths(term.where, frame) : yes;
  const truths = term.of?.type === 'boolean' ? evaluateTruths(term.of, frame) : yes;
  const values = term.of?.type === 'number' ? evaluateNumbers(term.of, frame) : 1;
  const totals = emptyTotals(size);
  for (let i = 0; i < groups.length; i++) {
    const kept = truthAt(where, i);
    const group = groups[i] as number;
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

const resultOf = (name: Aggregate['name'], totals: Totals, group: number): number => {
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
