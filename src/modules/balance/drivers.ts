import { contributions } from '#kernels/inequality';
import type { Stage } from '#standards';
import { type Evaluated, schoolIndicators, weightColumn } from './model.ts';

/** The schools that count in one coefficient, as columns: row i of every array is the same school. */
export interface CoefficientMembers {
  /** Rows of the unit table. */
  readonly unit: Int32Array;
  readonly value: Float64Array;
  readonly weight: Float64Array;
}

/** The schools behind the coefficient of an indicator and stage in one area row, excluded and unreported ones left out. */
export function membersOf(evaluated: Evaluated, area: number, indicator: string, stage: Stage): CoefficientMembers {
  const { input, evaluation, compiled } = evaluated;
  const isInside = areasBelow(input.areas.parent, area);
  const weights = input.units.columns.get(weightColumn(compiled, indicator, stage));
  const counted = schoolIndicators(evaluation, indicator).filter(
    ({ unit, stage: of, excludedBy, result }) =>
      of === stage &&
      excludedBy === null &&
      result.value !== null &&
      isInside[input.units.county[unit] as number] === 1 &&
      (weights === undefined || (weights[unit] as number) > 0),
  );
  return {
    unit: Int32Array.from(counted, ({ unit }) => unit),
    value: Float64Array.from(counted, ({ result }) => result.value ?? Number.NaN),
    weight: Float64Array.from(counted, ({ unit }) => weights?.[unit] ?? 1),
  };
}

/** Each member's share of the squared coefficient, largest first. The shares add up to 1 unless all values are equal. */
export function driversOf({
  unit,
  value,
  weight,
}: CoefficientMembers): { unit: number; value: number; contributionShare: number }[] {
  const shares = contributions(value, weight);
  return [...unit]
    .map((row, i) => ({ unit: row, value: value[i] as number, contributionShare: shares[i] as number }))
    .sort((a, b) => b.contributionShare - a.contributionShare || a.unit - b.unit);
}

/** 1 for the area row itself and every area row below it. */
export function areasBelow(parent: Int32Array, area: number): Uint8Array {
  const inside = new Uint8Array(parent.length);
  for (let row = 0; row < parent.length; row++) {
    for (let up = row; up >= 0; up = parent[up] as number) {
      if (up === area) {
        inside[row] = 1;
        break;
      }
    }
  }
  return inside;
}
