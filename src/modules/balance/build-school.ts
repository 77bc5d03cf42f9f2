import { describeUnit, type IndicatorResult, type StageOrAll } from '#standards';
import { unitRefOf } from './build-overview.ts';
import type { EvaluationHead, SchoolCard, SourceCell } from './contract.ts';
import { findIndicator, indicatorRefs } from './find-indicator.ts';
import { countedBy, type Evaluated, pupilsOf, schoolIndicators, weightColumn } from './model.ts';
import { amountShort, gapWords, resourceOf } from './resource.ts';
import { statusOf } from './status.ts';

type StageCard = SchoolCard['stages'][number];
type IndicatorCard = StageCard['indicators'][number];

export interface SchoolSources {
  readonly head: EvaluationHead;
  readonly evaluated: Evaluated;
  /** The row of the unit in the evaluated input. */
  readonly unit: number;
  readonly school: SchoolCard['school'];
  /** Earlier years, oldest first. */
  readonly earlier: readonly Evaluated[];
  readonly sourceOf: (measure: string, stage: StageOrAll) => SourceCell | null;
  readonly nameOf: (id: string) => { zh: string; en: string };
}

/** What does this school lack? Every stage it runs, every indicator beside county, group and line, every input with its cell. */
export function buildSchool(sources: SchoolSources): SchoolCard {
  const { head, evaluated, unit, school } = sources;
  const { evaluation, compiled } = evaluated;
  const stages = evaluation.schools.filter((one) => one.unit === unit);
  const whole = evaluation.wholeSchools.filter((one) => one.unit === unit);
  const cards = [
    ...stages.map((one) => stageCard(sources, one.stage, one)),
    ...whole.map((one) =>
      stageCard(sources, 'all', { ...one, met: one.indicators.filter(({ verdict }) => verdict === 'met').length }),
    ),
  ].filter(({ indicators }) => indicators.length > 0);
  const shown = new Set(cards.flatMap(({ indicators }) => indicators.map(({ indicator }) => indicator)));
  return { ...head, school, indicators: indicatorRefs(compiled, shown), stages: cards, inputs: inputsOf(sources) };
}

function stageCard(
  sources: SchoolSources,
  stage: StageOrAll,
  result: {
    readonly indicators: readonly IndicatorResult[];
    readonly met: number;
    readonly verdict: StageCard['verdict'];
    readonly excludedBy: string | null;
  },
): StageCard {
  const pupils = pupilsOf(sources.evaluated.input, sources.unit, stage);
  const { excludedBy } = result;
  return {
    stage,
    pupils: Number.isNaN(pupils) ? null : pupils,
    met: result.met,
    of: stage === 'all' ? result.indicators.length : countedBy(sources.evaluated.compiled, result.indicators),
    verdict: result.verdict,
    excludedBy: excludedBy === null ? null : { id: excludedBy, name: sources.nameOf(excludedBy) },
    indicators: result.indicators.map((one) => indicatorCard(sources, stage, pupils, one)),
  };
}

function indicatorCard(
  sources: SchoolSources,
  stage: StageOrAll,
  pupils: number,
  result: IndicatorResult,
): IndicatorCard {
  const { evaluated, unit, earlier } = sources;
  const { indicator, value, threshold, verdict } = result;
  const definition = findIndicator(evaluated.compiled, indicator);
  const resource = definition === undefined ? null : resourceOf(definition.unit);
  const comparison = definition?.comparison ?? 'atLeast';
  const short =
    value === null || threshold === null || resource === null || Number.isNaN(pupils)
      ? null
      : amountShort({ resource, value, line: threshold, comparison, pupils });
  return {
    indicator,
    value,
    threshold,
    verdict,
    status: statusOf(verdict, value, threshold, comparison),
    ...beside(evaluated, unit, indicator, stage, comparison === 'atLeast' || comparison === 'above'),
    amountShort: short,
    resource: resource?.words ?? { zh: '', en: '' },
    gap: resource === null || short === null ? null : gapWords(resource, short),
    exceptions: result.exceptions.map((id) => ({ id, name: sources.nameOf(id) })),
    history: [...earlier, evaluated].flatMap((year) => {
      const row = rowIn(year, sources);
      const found = schoolIndicators(year.evaluation, indicator).find(
        (one) => one.unit === row && one.stage === stage,
      )?.result;
      return found === undefined
        ? []
        : [
            {
              schoolYear: year.input.schoolYear,
              value: found.value,
              threshold: found.threshold,
              verdict: found.verdict,
            },
          ];
    }),
  };
}

/** The school's row in another year's input, or -1. */
function rowIn(year: Evaluated, { evaluated, unit }: SchoolSources): number {
  const { unit: id, county } = unitRefOf(evaluated, unit);
  return year.input.units.id.findIndex((one, row) => one === id && unitRefOf(year, row).county === county);
}

/** County and group mean (resource over pupils) and the school's rank among those of its county and stage. */
function beside(evaluated: Evaluated, unit: number, indicator: string, stage: StageOrAll, highIsGood: boolean) {
  const { input, evaluation, compiled } = evaluated;
  const county = input.units.county[unit];
  const groups = input.units.attributes['group'];
  const group = groups?.[unit] ?? null;
  const weights = stage === 'all' ? undefined : input.units.columns.get(weightColumn(compiled, indicator, stage));
  const peers = schoolIndicators(evaluation, indicator).filter(
    (one) =>
      one.stage === stage &&
      one.excludedBy === null &&
      one.result.value !== null &&
      input.units.county[one.unit] === county,
  );
  const meanOf = (rows: typeof peers) => {
    const weight = (row: number) => weights?.[row] ?? 1;
    const sum = rows.reduce((total, one) => total + weight(one.unit), 0);
    return sum > 0
      ? rows.reduce((total, one) => total + weight(one.unit) * (one.result.value as number), 0) / sum
      : null;
  };
  const own = peers.find((one) => one.unit === unit)?.result.value;
  const better = (value: number) => (highIsGood ? value > (own as number) : value < (own as number));
  const companions = group === null ? [] : peers.filter((one) => groups?.[one.unit] === group);
  return {
    countyMean: meanOf(peers),
    groupMean: companions.length > 1 ? meanOf(companions) : null,
    rank:
      own === undefined || own === null
        ? null
        : 1 + peers.filter(({ result }) => better(result.value as number)).length,
    rankOf: peers.length,
  };
}

function inputsOf(sources: SchoolSources): SchoolCard['inputs'] {
  const { evaluated, unit, earlier, sourceOf } = sources;
  const before = earlier.at(-1);
  const rowBefore = before === undefined ? -1 : rowIn(before, sources);
  return [...evaluated.input.units.columns].flatMap(([key, values]) => {
    const value = values[unit] as number;
    const [measure, stage] = key.split('@') as [string, StageOrAll];
    const described = evaluated.compiled.dictionary.measures.get(measure);
    if (Number.isNaN(value) || described === undefined) return [];
    const previous = before?.input.units.columns.get(key)?.[rowBefore] ?? Number.NaN;
    return [
      {
        measure,
        stage,
        name: described.words,
        unit: describeUnit(described.unit),
        value,
        source: sourceOf(measure, stage),
        previous: Number.isNaN(previous) ? null : previous,
      },
    ];
  });
}
