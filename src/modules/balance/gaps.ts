import type { Stage } from '#standards';
import type { Gap } from './contract.ts';
import { findIndicator } from './find-indicator.ts';
import { type Evaluated, pupilsOf } from './model.ts';
import { costFenOf, type UnitCosts } from './remedy/unit-cost.ts';
import { amountShort, resourceOf } from './resource.ts';

/** Fen for one piece of an indicator's resource in a stage; null where no cost is known. */
export type UnitCostOf = (indicator: string, stage: Stage) => number | null;

/** The prices of one standard's indicators. */
export function unitCostOf({ costs }: UnitCosts, standard: string): UnitCostOf {
  const byIndicator = new Map(costs.filter((one) => one.standard === standard).map((one) => [one.indicator, one]));
  return (indicator, stage) => {
    const cost = byIndicator.get(indicator);
    return cost === undefined ? null : costFenOf(cost, stage);
  };
}

/** What the schools of the given counties lack to their lines, by indicator and stage, in the standard's order. */
export function gapsOf(evaluated: Evaluated, isInside: (unit: number) => boolean, costOf: UnitCostOf): Gap[] {
  const gaps = new Map<string, Gap>();
  for (const school of evaluated.evaluation.schools) {
    if (school.excludedBy !== null || !isInside(school.unit)) continue;
    for (const { indicator, value, threshold, verdict } of school.indicators) {
      const definition = findIndicator(evaluated.compiled, indicator);
      const resource = definition === undefined ? null : resourceOf(definition.unit);
      if (verdict !== 'notMet' || value === null || threshold === null || resource === null || !definition) continue;
      const pupils = pupilsOf(evaluated.input, school.unit, school.stage);
      const short = amountShort({ resource, value, line: threshold, comparison: definition.comparison, pupils });
      const key = `${indicator} ${school.stage}`;
      const gap = gaps.get(key) ?? {
        indicator,
        stage: school.stage,
        schools: 0,
        amountShort: 0,
        resource: resource.words,
        costFen: costOf(indicator, school.stage) === null ? null : 0,
      };
      const cost = costOf(indicator, school.stage);
      gaps.set(key, {
        ...gap,
        schools: gap.schools + 1,
        amountShort: gap.amountShort + short,
        costFen: cost === null || gap.costFen === null ? null : gap.costFen + Math.ceil(short * cost),
      });
    }
  }
  const order = evaluated.compiled.definition.indicators.map(({ id }) => id);
  return [...gaps.values()].sort((a, b) => order.indexOf(a.indicator) - order.indexOf(b.indicator));
}
