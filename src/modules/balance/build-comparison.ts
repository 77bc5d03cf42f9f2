import type { AreaLevel, CoefficientResult, Comparing, Evaluation, SchoolStageResult } from '#standards';
import { verdictTogether } from './build-report.ts';
import type { Comparison, ComparisonCell, ComparisonRow, EvaluationHead } from './contract.ts';
import { areasBelow } from './drivers.ts';
import { findIndicator, indicatorRefs } from './find-indicator.ts';
import { type Evaluated, pupilsOf } from './model.ts';
import { statusOf } from './status.ts';
import { type PlaceNames, valueName } from './value-name.ts';

export type ComparedBy = Comparison['by'];

/** One year of a comparison: the ordinary evaluation, the dispersion inside each row and between the rows. */
export interface ComparedYear {
  readonly evaluated: Evaluated;
  readonly inside: Evaluation;
  readonly between: Evaluation;
}

const levels: readonly AreaLevel[] = ['nation', 'province', 'city', 'county', 'township'];

/** The level of the rows below an area: the next one at which the input holds areas. */
export function childLevel({ input: { areas } }: Evaluated, area: number): AreaLevel {
  const inside = areasBelow(areas.parent, area);
  const from = levels.indexOf(areas.level[area] as AreaLevel) + 1;
  return (
    levels.slice(from).find((level) => areas.level.some((one, row) => one === level && inside[row] === 1)) ?? 'county'
  );
}

/** What has to be evaluated so that rows can be laid side by side. */
export function comparingFor(
  evaluated: Evaluated,
  area: number,
  by: ComparedBy,
): { inside: Comparing; between: Comparing } {
  const level = evaluated.input.areas.level[area] as AreaLevel;
  if (by !== 'areas') {
    return {
      inside: { members: 'school', groups: { attribute: by } },
      between: { members: { attribute: by }, groups: level },
    };
  }
  const child = childLevel(evaluated, area);
  return { inside: { members: 'school', groups: child }, between: { members: child, groups: level } };
}

/** Who is behind, who is slipping? Rows by area or by an attribute of the schools. */
export function buildComparison(sources: {
  readonly head: EvaluationHead;
  readonly area: number;
  readonly by: ComparedBy;
  readonly year: ComparedYear;
  readonly previous: ComparedYear | null;
  readonly places: PlaceNames;
}): Comparison {
  const { head, area, by, year, previous, places } = sources;
  const rows = rowsOf(year, area, by, places);
  const before =
    previous === null ? [] : rowsOf(previous, previous.evaluated.input.areas.code.indexOf(head.area.code), by, places);
  const rowBefore = new Map(before.map((row) => [row.key, row]));
  return {
    ...head,
    by,
    indicators: indicatorRefs(
      year.evaluated.compiled,
      new Set(rows.flatMap(({ cells }) => cells.map(({ indicator }) => indicator))),
    ),
    rows: rows.map((row) => withPrevious(row, rowBefore.get(row.key))),
    between: year.between.coefficients
      .filter((one) => one.area === area)
      .map(({ indicator, stage, schools, mean, coefficientOfVariation }) => ({
        indicator,
        stage,
        rows: schools,
        mean,
        coefficientOfVariation,
      })),
    previousYear: previous?.evaluated.input.schoolYear ?? null,
  };
}

function rowsOf(year: ComparedYear, area: number, by: ComparedBy, places: PlaceNames): ComparisonRow[] {
  const rows = by === 'areas' ? areaRows(year, area) : attributeRows(year, area, by, places);
  return ranked(rows.filter(({ schoolStages }) => schoolStages > 0));
}

function areaRows({ evaluated, inside: { coefficients } }: ComparedYear, area: number): ComparisonRow[] {
  const { input, evaluation } = evaluated;
  const level = childLevel(evaluated, area);
  const below = areasBelow(input.areas.parent, area);
  return input.areas.code.flatMap((code, row): ComparisonRow[] => {
    if (input.areas.level[row] !== level || below[row] !== 1 || row === area) return [];
    const within = areasBelow(input.areas.parent, row);
    const judged = evaluation.areas.filter((one) => within[one.area] === 1);
    const name = input.areas.name[row] as string;
    return [
      rowOf(evaluated, {
        key: code,
        name: { zh: name, en: name },
        area: { code, name, level },
        schools: evaluation.schools.filter(({ unit }) => within[input.units.county[unit] as number] === 1),
        coefficients: coefficients.filter((one) => one.area === row && one.group === null),
        verdicts: judged.map(({ verdict }) => verdict),
      }),
    ];
  });
}

function attributeRows(
  { evaluated, inside }: ComparedYear,
  area: number,
  by: Exclude<ComparedBy, 'areas'>,
  places: PlaceNames,
): ComparisonRow[] {
  const { input, evaluation } = evaluated;
  const below = areasBelow(input.areas.parent, area);
  const valueOf = (unit: number) => {
    const value = input.units.attributes[by]?.[unit];
    return value === undefined || value === null ? '' : String(value);
  };
  const schools = Map.groupBy(
    evaluation.schools.filter(({ unit }) => below[input.units.county[unit] as number] === 1),
    ({ unit }) => valueOf(unit),
  );
  return [...schools]
    .filter(([value]) => value !== '')
    .map(([value, of]) =>
      rowOf(evaluated, {
        key: value,
        name: valueName(value, places),
        area: null,
        schools: of,
        coefficients: inside.coefficients.filter(({ group }) => group === value),
        verdicts: [],
      }),
    );
}

function rowOf(
  evaluated: Evaluated,
  row: Pick<ComparisonRow, 'key' | 'name' | 'area'> & {
    readonly schools: readonly SchoolStageResult[];
    readonly coefficients: readonly CoefficientResult[];
    readonly verdicts: readonly ComparisonRow['verdict'][];
  },
): ComparisonRow {
  const { schools, coefficients, verdicts, ...name } = row;
  const judged = schools.filter(({ verdict }) => verdict !== 'notApplicable');
  const pupils = schools.reduce((sum, { unit, stage }) => sum + (pupilsOf(evaluated.input, unit, stage) || 0), 0);
  const count = (wanted: ComparisonRow['verdict']) => verdicts.filter((verdict) => verdict === wanted).length;
  return {
    ...name,
    schools: new Set(schools.map(({ unit }) => unit)).size,
    pupils,
    verdict: verdictTogether(verdicts),
    coefficientsOutside: coefficients.filter(({ verdict }) => verdict === 'notMet').length,
    schoolStagesOutside: judged.filter(({ verdict }) => verdict === 'notMet').length,
    schoolStages: judged.length,
    areas: { total: verdicts.length, met: count('met'), notMet: count('notMet'), noData: count('noData') },
    rank: 0,
    previousRank: null,
    cells: coefficients.map((coefficient) => cellOf(evaluated, coefficient, schools)),
  };
}

function cellOf(
  { compiled }: Evaluated,
  result: CoefficientResult,
  schools: readonly SchoolStageResult[],
): ComparisonCell {
  const { indicator, stage, coefficientOfVariation, limit, mean, verdict } = result;
  const verdicts = schools
    .filter((school) => school.stage === stage && school.excludedBy === null)
    .flatMap(({ indicators }) => indicators.filter((one) => one.indicator === indicator))
    .map((one) => one.verdict)
    .filter((one) => one === 'met' || one === 'notMet');
  const isLine = findIndicator(compiled, indicator) !== undefined && verdicts.length > 0;
  return {
    indicator,
    stage,
    coefficientOfVariation,
    limit,
    mean,
    metShare: isLine ? verdicts.filter((one) => one === 'met').length / verdicts.length : null,
    schools: result.schools,
    verdict,
    status: statusOf(verdict, coefficientOfVariation, limit, 'atMost'),
    previousCoefficient: null,
    previousMean: null,
  };
}

/** By coefficients outside, then by the share of school-stages outside; equal rows share a rank. */
function ranked(rows: ComparisonRow[]): ComparisonRow[] {
  const outsideShare = ({ schoolStagesOutside, schoolStages }: ComparisonRow) => schoolStagesOutside / schoolStages;
  const order = (a: ComparisonRow, b: ComparisonRow) =>
    a.coefficientsOutside - b.coefficientsOutside || outsideShare(a) - outsideShare(b);
  const sorted = rows.toSorted((a, b) => order(a, b) || (a.key < b.key ? -1 : 1));
  let rank = 0;
  return sorted.map((row, index) => {
    const above = sorted[index - 1];
    if (above === undefined || order(above, row) !== 0) rank = index + 1;
    return { ...row, rank };
  });
}

function withPrevious(row: ComparisonRow, before: ComparisonRow | undefined): ComparisonRow {
  if (before === undefined) return row;
  const old = new Map(before.cells.map((cell) => [`${cell.indicator} ${cell.stage}`, cell]));
  return {
    ...row,
    previousRank: before.rank,
    cells: row.cells.map((cell) => {
      const then = old.get(`${cell.indicator} ${cell.stage}`);
      return { ...cell, previousCoefficient: then?.coefficientOfVariation ?? null, previousMean: then?.mean ?? null };
    }),
  };
}
