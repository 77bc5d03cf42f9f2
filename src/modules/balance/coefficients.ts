import type { CoefficientResult } from '#standards';
import type { Coefficient } from './contract.ts';
import { driversOf, membersOf } from './drivers.ts';
import type { Evaluated } from './model.ts';
import { statusOf } from './status.ts';

const driversShown = 5;

/** The coefficients of one area row, worst first: by coefficient over limit. */
export function coefficientsOf(evaluated: Evaluated, area: number, previous: Evaluated | null): Coefficient[] {
  const code = evaluated.input.areas.code[area];
  const areaBefore = previous?.input.areas.code.indexOf(code ?? '') ?? -1;
  return evaluated.evaluation.coefficients
    .filter((result) => result.area === area && result.group === null)
    .map((result) => coefficientOf(evaluated, result, coefficientBefore(previous, areaBefore, result)))
    .sort((a, b) => severity(b) - severity(a));
}

/** One coefficient as a page shows it, with the schools that make it large. */
export function coefficientOf(evaluated: Evaluated, result: CoefficientResult, previous: number | null): Coefficient {
  const { units, areas } = evaluated.input;
  const members = membersOf(evaluated, result.area, result.indicator, result.stage);
  return {
    indicator: result.indicator,
    stage: result.stage,
    schools: result.schools,
    missing: result.missing,
    mean: result.mean,
    standardDeviation: result.standardDeviation,
    coefficientOfVariation: result.coefficientOfVariation,
    limit: result.limit,
    verdict: result.verdict,
    status: statusOf(result.verdict, result.coefficientOfVariation, result.limit, 'atMost'),
    previous,
    drivers: driversOf(members)
      .slice(0, driversShown)
      .map(({ unit, value, contributionShare }) => ({
        unit: units.id[unit] as string,
        name: units.name[unit] as string,
        county: areas.code[units.county[unit] as number] as string,
        value,
        contributionShare,
      })),
  };
}

function coefficientBefore(
  previous: Evaluated | null,
  area: number,
  { indicator, stage }: CoefficientResult,
): number | null {
  const found = previous?.evaluation.coefficients.find(
    (one) => one.area === area && one.group === null && one.indicator === indicator && one.stage === stage,
  );
  return found?.coefficientOfVariation ?? null;
}

/** Coefficient over limit; the unknown come after the bad and before the good. */
function severity({ coefficientOfVariation, limit, verdict }: Coefficient): number {
  if (coefficientOfVariation === null || limit === null || limit === 0) return verdict === 'noData' ? 1 : 0;
  return coefficientOfVariation / limit;
}
