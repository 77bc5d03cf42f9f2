import type { IndicatorResult } from '#standards';
import type { EvaluationReport } from './contract.ts';
import type { Evaluated } from './model.ts';

/** An evaluation in the shape of `junheng evaluate --json`, of the API's snapshots and of exports. */
export function buildReport(
  evaluated: Evaluated,
  of: { readonly area: string; readonly areaName: string; readonly snapshot: string },
): EvaluationReport {
  const { compiled, evaluation, input, hash, inputsHash } = evaluated;
  const codeOf = (row: number) => input.areas.code[row] ?? '';
  const school = (unit: number) => ({
    school: input.units.id[unit] as string,
    name: input.units.name[unit] as string,
    area: codeOf(input.units.county[unit] as number),
  });
  return {
    standard: compiled.definition.id,
    standardVersion: compiled.definition.version,
    standardHash: hash,
    area: of.area,
    areaName: of.areaName,
    year: evaluation.schoolYear,
    snapshot: of.snapshot,
    inputsHash,
    coefficients: evaluation.coefficients
      .filter(({ area, group }) => group !== null || isJudged(evaluated, area))
      .map(({ area, group, ...rest }) => ({
        area: codeOf(area),
        ...(group === null ? {} : { group }),
        ...rest,
      })),
    schools: evaluation.schools.map(({ unit, stage, indicators, met, verdict, excludedBy }) => ({
      ...school(unit),
      stage,
      indicators: indicators.map(judgedOf),
      met,
      verdict,
      excludedBy,
    })),
    wholeSchools: evaluation.wholeSchools.map(({ unit, indicators, verdict, excludedBy }) => ({
      ...school(unit),
      indicators: indicators.map(judgedOf),
      verdict,
      excludedBy,
    })),
    areas: evaluation.areas.map(({ area, indicators, parts, verdict }) => ({
      area: codeOf(area),
      indicators: indicators.map((one) => ({ ...judgedOf(one), stage: one.stage })),
      parts: parts.map((part) => ({ ...part })),
      verdict,
    })),
    attested: evaluation.areas.flatMap(({ area, attested }) =>
      attested.map((item) => ({ area: codeOf(area), ...item })),
    ),
    verdict: verdictTogether(evaluation.areas.map(({ verdict }) => verdict)),
  };
}

/** The verdict of several areas together: not met when one is not, unknown when one is, met when all are. */
export function verdictTogether(verdicts: readonly EvaluationReport['verdict'][]): EvaluationReport['verdict'] {
  const judged = verdicts.filter((verdict) => verdict !== 'notApplicable');
  if (judged.includes('notMet')) return 'notMet';
  if (judged.includes('noData')) return 'noData';
  return judged.length === 0 ? 'notApplicable' : 'met';
}

/** Coefficients of areas above the judged level are for screens; a report speaks of what the standard limits. */
function isJudged({ input, compiled }: Evaluated, area: number): boolean {
  return input.areas.level[area] === compiled.definition.level;
}

function judgedOf({ indicator, value, threshold, verdict, exceptions }: IndicatorResult) {
  return { indicator, value, threshold, verdict, exceptions: [...exceptions] };
}
