import { type AreaEvaluation, pupilsOf, type UnitCosts } from '#modules/balance';
import type { IndicatorDefinition, IndicatorResult, StageOrAll } from '#standards';
import type { Measurement } from './measurement.ts';
import { shortfallOf } from './shortfall.ts';

/** Every judged item of every school of one county; what has no line or does not apply is left out. */
export function listMeasurements({ evaluated, area, head }: AreaEvaluation, { costs }: UnitCosts): Measurement[] {
  const { input, evaluation, compiled } = evaluated;
  const standard = compiled.definition.id;
  const definitions = new Map(compiled.definition.indicators.map((one) => [one.id, one]));
  const prices = new Map(costs.filter((cost) => cost.standard === standard).map((cost) => [cost.indicator, cost]));
  const results = [
    ...evaluation.schools.map((one) => ({ ...one, stage: one.stage as StageOrAll })),
    ...evaluation.wholeSchools.map((one) => ({ ...one, stage: 'all' as const })),
  ];
  const measure = (unit: number, stage: StageOrAll, result: IndicatorResult): Measurement[] => {
    const definition = definitions.get(result.indicator);
    const { verdict } = result;
    if (definition === undefined || verdict === 'notApplicable' || definition.thresholds.length === 0) return [];
    const amount = verdict === 'notMet' ? missing(definition, result, pupilsOf(input, unit, stage)) : 0;
    const price = prices.get(result.indicator);
    const fen = price === undefined ? null : fenFor(price, stage);
    return [
      {
        county: head.area.code,
        unit: input.units.id[unit] ?? '',
        unitName: input.units.name[unit] ?? '',
        township: textOf(input.units.attributes['township']?.[unit]),
        stage,
        standard,
        indicator: result.indicator,
        part: definition.part,
        verdict,
        value: result.value,
        threshold: result.threshold,
        shortfall: amount,
        costFen: fen === null ? null : Math.ceil(amount * fen - 1e-6),
      },
    ];
  };
  return results
    .filter(({ unit, excludedBy }) => excludedBy === null && input.units.county[unit] === area)
    .flatMap(({ unit, stage, indicators }) => indicators.flatMap((result) => measure(unit, stage, result)));
}

function missing({ unit, comparison }: IndicatorDefinition, result: IndicatorResult, pupils: number): number {
  const { value, threshold: line } = result;
  return value === null || line === null ? 0 : shortfallOf({ unit, comparison, value, line, pupils }).amount;
}

/** The price of one piece; a price by stage says nothing of a school as a whole. */
function fenFor({ costFen }: UnitCosts['costs'][number], stage: StageOrAll): number | null {
  if (typeof costFen === 'number') return costFen;
  return stage === 'all' ? null : (costFen[stage] ?? null);
}

function textOf(value: string | number | boolean | null | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
