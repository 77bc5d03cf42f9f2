import type { AreaResult } from '#standards';
import { areaIndicatorsOf } from './area-indicators.ts';
import { verdictTogether } from './build-report.ts';
import { changesBetween } from './changes.ts';
import { coefficientsOf } from './coefficients.ts';
import type { EvaluationHead, MapPoint, Overview } from './contract.ts';
import { areasBelow } from './drivers.ts';
import { indicatorRefs } from './find-indicator.ts';
import { gapsOf, type UnitCostOf } from './gaps.ts';
import { type Evaluated, pupilsOf } from './model.ts';

interface Point {
  readonly lng: number;
  readonly lat: number;
}

export interface OverviewSources {
  readonly head: EvaluationHead;
  readonly evaluated: Evaluated;
  /** The row of the area in the evaluated input. */
  readonly area: number;
  readonly previous: Evaluated | null;
  readonly costOf: UnitCostOf;
  readonly pointOf: (county: string, unit: string) => Point | null;
  /** The middle of a county's schools; asked where there are too many schools to be drawn one by one. */
  readonly middleOf: (county: string) => Point | null;
}

/** More points than this are a carpet: the map then shows a point for each county. */
export const mapLimit = 3_000;
const listLimit = 1_000;

/** The first page of the main job: does the area pass, and what stops it? */
export function buildOverview(sources: OverviewSources): Overview {
  const { head, evaluated, area, previous, costOf, pointOf, middleOf } = sources;
  const { evaluation, input, compiled } = evaluated;
  const inside = areasBelow(input.areas.parent, area);
  const isInside = (unit: number) => inside[input.units.county[unit] as number] === 1;
  const result = evaluation.areas.find((one) => one.area === area);
  const schools = evaluation.schools.filter(({ unit }) => isInside(unit));
  const judged = schools.filter(({ verdict }) => verdict !== 'notApplicable');
  const coefficients = coefficientsOf(evaluated, area, previous);
  const below = evaluation.areas.filter((one) => one.area !== area && inside[one.area] === 1);
  const withFacts = new Set(schools.map(({ unit }) => unit));
  const silent = rowsOf(input.units.size).filter((unit) => isInside(unit) && !reportsAnything(evaluated, unit));
  return {
    ...head,
    verdict: result?.verdict ?? verdictTogether(below.map(({ verdict }) => verdict)),
    counts: {
      coefficients: {
        total: coefficients.length,
        outside: coefficients.filter(({ verdict }) => verdict === 'notMet').length,
        noData: coefficients.filter(({ verdict }) => verdict === 'noData').length,
      },
      schoolStages: {
        total: judged.length,
        outside: judged.filter(({ verdict }) => verdict === 'notMet').length,
        noData: judged.filter(({ verdict }) => verdict === 'noData').length,
        excluded: schools.length - judged.length,
      },
      attestationsOpen: result?.attested.filter(({ answer }) => answer === null).length ?? 0,
      schools: withFacts.size,
      schoolsWithoutFacts: silent.length,
      areas: {
        total: below.length,
        met: below.filter(({ verdict }) => verdict === 'met').length,
        notMet: below.filter(({ verdict }) => verdict === 'notMet').length,
        noData: below.filter(({ verdict }) => verdict === 'noData').length,
      },
    },
    indicators: indicatorRefs(compiled),
    coefficients,
    parts: partsOf(evaluated, result),
    areaIndicators: areaIndicatorsOf(compiled, result),
    gaps: gapsOf(evaluated, isInside, costOf),
    map: input.units.size > mapLimit ? mapOfCounties(evaluated, inside, middleOf) : mapOf(evaluated, isInside, pointOf),
    previousYear: previous?.input.schoolYear ?? null,
    changes: previous === null ? [] : changesBetween(previous, evaluated, area, isInside).slice(0, listLimit),
    schoolsWithoutFacts: silent.slice(0, listLimit).map((unit) => unitRefOf(evaluated, unit)),
  };
}

/** A school row as other pages name it. */
export function unitRefOf(
  { input: { units, areas } }: Evaluated,
  unit: number,
): { unit: string; name: string; county: string } {
  return {
    unit: units.id[unit] as string,
    name: units.name[unit] as string,
    county: areas.code[units.county[unit] as number] as string,
  };
}

function partsOf({ compiled }: Evaluated, result: AreaResult | undefined): Overview['parts'] {
  const names = new Map(compiled.definition.parts.map(({ id, words }) => [id, words]));
  return (result?.parts ?? []).map((part) => ({
    ...part,
    name: names.get(part.part) ?? { zh: part.part, en: part.part },
  }));
}

/** One point a school, coloured by the worst of its stages. */
function mapOf(
  evaluated: Evaluated,
  isInside: (unit: number) => boolean,
  pointOf: OverviewSources['pointOf'],
): MapPoint[] {
  const worst = ['notMet', 'noData', 'met', 'notApplicable'] as const;
  const byUnit = Map.groupBy(
    evaluated.evaluation.schools.filter(({ unit }) => isInside(unit)),
    ({ unit }) => unit,
  );
  return [...byUnit].flatMap(([unit, stages]): MapPoint[] => {
    const ref = unitRefOf(evaluated, unit);
    const point = pointOf(ref.county, ref.unit);
    if (point === null) return [];
    const pupils = pupilsOf(evaluated.input, unit, 'all');
    return [
      {
        ...ref,
        lng: point.lng,
        lat: point.lat,
        stages: stages.map(({ stage }) => stage),
        pupils: Number.isNaN(pupils) ? null : pupils,
        status: worst.find((verdict) => stages.some((one) => one.verdict === verdict)) ?? 'noData',
      },
    ];
  });
}

/** One point a county, where its schools are; `unit` is empty. */
function mapOfCounties(
  { input, evaluation }: Evaluated,
  inside: Uint8Array,
  middleOf: OverviewSources['middleOf'],
): MapPoint[] {
  const pupils = new Map<number, number>();
  for (let unit = 0; unit < input.units.size; unit += 1) {
    const county = input.units.county[unit] as number;
    const own = pupilsOf(input, unit, 'all');
    if (!Number.isNaN(own)) pupils.set(county, (pupils.get(county) ?? 0) + own);
  }
  const verdicts = new Map(evaluation.areas.map(({ area, verdict }) => [area, verdict]));
  return input.areas.code.flatMap((county, row): MapPoint[] => {
    const middle = input.areas.level[row] === 'county' && inside[row] === 1 ? middleOf(county) : null;
    if (middle === null) return [];
    const name = input.areas.name[row] as string;
    const status = verdicts.get(row) ?? 'noData';
    return [{ unit: '', name, county, ...middle, stages: [], pupils: pupils.get(row) ?? null, status }];
  });
}

function reportsAnything({ input }: Evaluated, unit: number): boolean {
  for (const values of input.units.columns.values()) {
    if (!Number.isNaN(values[unit])) return true;
  }
  return false;
}

function rowsOf(size: number): number[] {
  return Array.from({ length: size }, (_, row) => row);
}
