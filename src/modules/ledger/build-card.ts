import { type AreaEvaluation, pupilsOf, statusOf, type UnitCosts } from '#modules/balance';
import { describeUnit, type IndicatorDefinition, type IndicatorResult, type StageOrAll } from '#standards';
import type { CardItem, ComplianceCard } from './contract.ts';
import { resourceWords } from './describe-line.ts';
import type { LineRow } from './line-row.ts';
import { lineId } from './measurement.ts';
import { familyOf, isBottomLine, type LedgerPolicy } from './policy.ts';
import { shortfallOf } from './shortfall.ts';

export interface CardSources {
  readonly policy: LedgerPolicy;
  readonly costs: UnitCosts;
  /** The county against each standard of the ledger. */
  readonly evaluations: readonly AreaEvaluation[];
  readonly unit: string;
  readonly category: string;
  readonly lines: readonly LineRow[];
}

/** A school against every item of the standards that speak of it, by family; items without a line are shown and not judged. */
export function buildCard(sources: CardSources): Omit<ComplianceCard, 'years'> {
  const { policy, evaluations, unit, category } = sources;
  const first = evaluations[0];
  if (first === undefined) throw new Error('a card without a standard');
  const items = evaluations.flatMap((answered) => itemsOf(sources, answered));
  const speaking = new Set(items.map(({ standard }) => standard));
  const count = (status: CardItem['status'][]) => items.filter((item) => status.includes(item.status)).length;
  const { input } = first.evaluated;
  const { code, name, level } = first.head.area;
  return {
    area: { code, name, level },
    school: { unit, name: input.units.name[input.units.id.indexOf(unit)] ?? unit, category },
    schoolYear: first.head.schoolYear,
    standards: evaluations
      .map(({ head }) => head.standard)
      .filter(({ id }) => speaking.has(id))
      .map(({ id, name: words, version }) => ({ id, name: words, version })),
    counts: {
      judged: count(['met', 'near', 'notMet']),
      met: count(['met', 'near']),
      notMet: count(['notMet']),
      noData: count(['noData']),
      withoutLine: items.filter(({ hasLine }) => !hasLine).length,
      bottomLineNotMet: items.filter(({ bottomLine, status }) => bottomLine && status === 'notMet').length,
    },
    families: policy.families
      .map(({ id, words }) => ({ id, name: words, items: items.filter(({ family }) => family === id) }))
      .filter(({ items: own }) => own.length > 0)
      .map((family) => ({ ...family, items: family.items.map(({ family: _family, ...item }) => item) })),
  };
}

type PlacedItem = CardItem & { readonly family: string };

function itemsOf(sources: CardSources, { evaluated, head }: AreaEvaluation): PlacedItem[] {
  const { evaluation, input, compiled } = evaluated;
  const row = input.units.id.indexOf(sources.unit);
  const order = compiled.definition.indicators;
  const definitions = new Map(order.map((one) => [one.id, one]));
  const stages = evaluation.schools.filter(({ unit, excludedBy }) => unit === row && excludedBy === null);
  const whole = evaluation.wholeSchools.filter(({ unit, excludedBy }) => unit === row && excludedBy === null);
  const results = [
    ...stages.flatMap(({ stage, indicators }) => indicators.map((result) => ({ stage: stage as StageOrAll, result }))),
    ...whole.flatMap(({ indicators }) => indicators.map((result) => ({ stage: 'all' as StageOrAll, result }))),
  ];
  return results
    .flatMap(({ stage, result }) => {
      const definition = definitions.get(result.indicator);
      return definition === undefined || isBeside(definition, result)
        ? []
        : [
            itemOf(sources, {
              standard: head.standard.id,
              stage,
              definition,
              result,
              pupils: pupilsOf(input, row, stage),
            }),
          ];
    })
    .toSorted((a, b) => place(order, a.indicator) - place(order, b.indicator));
}

const place = (order: readonly IndicatorDefinition[], id: string) => order.findIndex((one) => one.id === id);

/** An item that has a line and still does not apply says nothing about this school. */
function isBeside({ thresholds }: IndicatorDefinition, { verdict, value }: IndicatorResult): boolean {
  return verdict === 'notApplicable' && (thresholds.length > 0 || value === null);
}

function itemOf(
  { policy, costs, lines, unit: school }: CardSources,
  {
    standard,
    stage,
    definition,
    result,
    pupils,
  }: {
    readonly standard: string;
    readonly stage: StageOrAll;
    readonly definition: IndicatorDefinition;
    readonly result: IndicatorResult;
    readonly pupils: number;
  },
): PlacedItem {
  const { id: indicator, unit, comparison, provenance } = definition;
  const { value, threshold, verdict } = result;
  const family = familyOf(policy, definition.part).id;
  const id = lineId({ unit: school, stage, standard, indicator });
  const line = lines.find((one) => one.id === id);
  const isShort = verdict === 'notMet' && value !== null && threshold !== null;
  return {
    family,
    standard,
    indicator,
    stage,
    title: definition.words,
    unit: describeUnit(unit),
    decimals: definition.decimals,
    comparison,
    value,
    threshold,
    hasLine: definition.thresholds.length > 0,
    status: statusOf(verdict, value, threshold, comparison),
    bottomLine: isBottomLine(policy, family, indicator),
    shortfall: isShort ? shortfallOf({ unit, comparison, value, line: threshold, pupils }).amount : 0,
    resource: resourceWords(costs, standard, definition),
    clause: provenance.clause,
    confidence: provenance.confidence,
    note: provenance.note,
    line: line === undefined ? null : { id: line.id, state: line.state },
  };
}
