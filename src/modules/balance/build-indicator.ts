import { gini, lorenzCurve } from '#kernels/inequality';
import { describeFormula, type IndicatorDefinition, type Stage, type StageOrAll, stages } from '#standards';
import { unitRefOf } from './build-overview.ts';
import { coefficientOf } from './coefficients.ts';
import type { EvaluationHead, IndicatorPage, IndicatorSchool } from './contract.ts';
import { areasBelow, type CoefficientMembers, driversOf, membersOf } from './drivers.ts';
import { indicatorRef } from './find-indicator.ts';
import { type Evaluated, pupilsOf, type SchoolIndicator, schoolIndicators } from './model.ts';
import { amountShort, resourceOf } from './resource.ts';
import { statusOf } from './status.ts';
import { splitTheil } from './theil-splits.ts';
import type { PlaceNames } from './value-name.ts';

export interface IndicatorSources {
  readonly head: EvaluationHead;
  readonly evaluated: Evaluated;
  readonly area: number;
  readonly indicator: IndicatorDefinition;
  readonly stage: StageOrAll;
  /** Earlier years, oldest first, without the one shown. */
  readonly earlier: readonly Evaluated[];
  readonly places: PlaceNames;
}

/** Who is far from the line, and who makes the coefficient large? */
export function buildIndicator(sources: IndicatorSources): IndicatorPage {
  const { head, evaluated, area, indicator, stage, earlier } = sources;
  const members = stage === 'all' ? null : membersOf(evaluated, area, indicator.id, stage);
  const result =
    stage === 'all'
      ? undefined
      : evaluated.evaluation.coefficients.find(
          (one) => one.area === area && one.group === null && one.indicator === indicator.id && one.stage === stage,
        );
  const before = earlier.at(-1);
  const history = [...earlier, evaluated].map((year) => historyPoint(year, head.area.code, indicator.id, stage));
  const schools = schoolsOf(sources, members, before);
  return {
    ...head,
    indicator: indicatorRef(indicator),
    stage,
    stages: [...indicator.stages].sort((a, b) => orderOf(a) - orderOf(b)),
    resource: resourceOf(indicator.unit)?.words ?? indicatorRef(indicator).unit,
    formula: describeFormula(indicator.formula, evaluated.compiled.dictionary),
    clause: indicator.provenance.clause,
    coefficient:
      result === undefined ? null : coefficientOf(evaluated, result, history.at(-2)?.coefficientOfVariation ?? null),
    counts: {
      schools: schools.filter(({ verdict }) => verdict !== 'notApplicable').length,
      below: schools.filter(({ verdict }) => verdict === 'notMet').length,
      noData: schools.filter(({ verdict }) => verdict === 'noData').length,
    },
    schools,
    ...spreadOf(evaluated, members, sources.places),
    history,
  };
}

function orderOf(stage: StageOrAll): number {
  return stage === 'all' ? stages.length : stages.indexOf(stage);
}

function schoolsOf(
  { evaluated, area, indicator, stage }: IndicatorSources,
  members: CoefficientMembers | null,
  before: Evaluated | undefined,
): IndicatorSchool[] {
  const { input } = evaluated;
  const inside = areasBelow(input.areas.parent, area);
  const shares = new Map(
    members === null ? [] : driversOf(members).map(({ unit, contributionShare }) => [unit, contributionShare]),
  );
  const valueBefore =
    before === undefined ? new Map<string, number | null>() : valuesByUnit(before, indicator.id, stage);
  return schoolIndicators(evaluated.evaluation, indicator.id)
    .filter((one) => one.stage === stage && inside[input.units.county[one.unit] as number] === 1)
    .map((one) => ({
      ...schoolRow(evaluated, indicator, one),
      contributionShare: shares.get(one.unit) ?? null,
      previous: valueBefore.get(`${unitRefOf(evaluated, one.unit).county} ${input.units.id[one.unit]}`) ?? null,
    }));
}

function schoolRow(
  evaluated: Evaluated,
  indicator: IndicatorDefinition,
  { unit, stage, result, excludedBy }: SchoolIndicator,
): Omit<IndicatorSchool, 'contributionShare' | 'previous'> {
  const { input } = evaluated;
  const { value, threshold } = result;
  const pupils = pupilsOf(input, unit, stage);
  const resource = resourceOf(indicator.unit);
  const verdict = excludedBy === null ? result.verdict : 'notApplicable';
  const attribute = (name: string) => {
    const found = input.units.attributes[name]?.[unit];
    return typeof found === 'string' ? found : null;
  };
  return {
    ...unitRefOf(evaluated, unit),
    value,
    threshold,
    verdict,
    status: statusOf(verdict, value, threshold, indicator.comparison),
    pupils: Number.isNaN(pupils) ? null : pupils,
    amountShort:
      value === null || threshold === null || resource === null || Number.isNaN(pupils)
        ? null
        : amountShort({ resource, value, line: threshold, comparison: indicator.comparison, pupils }),
    ownership: attribute('ownership'),
    urbanRural: attribute('urbanRural'),
    township: attribute('township'),
    group: attribute('group'),
  };
}

function valuesByUnit(evaluated: Evaluated, indicator: string, stage: StageOrAll): Map<string, number | null> {
  return new Map(
    schoolIndicators(evaluated.evaluation, indicator)
      .filter((one) => one.stage === stage)
      .map(({ unit, result }) => {
        const ref = unitRefOf(evaluated, unit);
        return [`${ref.county} ${ref.unit}`, result.value];
      }),
  );
}

/** Lorenz curve, Gini and Theil; empty where a value is negative or nothing is reported, for then they have no meaning. */
function spreadOf(
  evaluated: Evaluated,
  members: CoefficientMembers | null,
  places: PlaceNames,
): Pick<IndicatorPage, 'lorenz' | 'gini' | 'theil'> {
  if (members === null || members.value.length === 0 || members.value.some((value) => value < 0)) {
    return { lorenz: [], gini: null, theil: [] };
  }
  const curve = lorenzCurve(members.value, members.weight);
  const coefficient = gini(members.value, members.weight);
  return {
    lorenz: [...curve.people].map((pupilShare, i) => ({ pupilShare, resourceShare: curve.amount[i] as number })),
    gini: Number.isNaN(coefficient) ? null : coefficient,
    theil: splitTheil(evaluated.input, members, places),
  };
}

function historyPoint(
  evaluated: Evaluated,
  areaCode: string,
  indicator: string,
  stage: StageOrAll,
): IndicatorPage['history'][number] {
  const { input, evaluation } = evaluated;
  const area = input.areas.code.indexOf(areaCode);
  const inside = areasBelow(input.areas.parent, area);
  const coefficient = evaluation.coefficients.find(
    (one) => one.area === area && one.group === null && one.indicator === indicator && one.stage === (stage as Stage),
  );
  const below = schoolIndicators(evaluation, indicator).filter(
    ({ unit, stage: of, excludedBy, result }) =>
      of === stage &&
      excludedBy === null &&
      result.verdict === 'notMet' &&
      inside[input.units.county[unit] as number] === 1,
  );
  return {
    schoolYear: input.schoolYear,
    mean: coefficient?.mean ?? null,
    coefficientOfVariation: coefficient?.coefficientOfVariation ?? null,
    limit: coefficient?.limit ?? null,
    below: below.length,
  };
}
