import {
  type BackTestLine,
  type Band,
  type EnrolmentHistory,
  type HousingPhase,
  housingArrivals,
  type LevelProjection,
  projectEnrolment,
  type Scenario,
  type Verdict,
} from '#kernels/projection';
import { entryCohorts } from './entry-cohorts.ts';
import { chainStages, gradeChain, stageBands } from './grades.ts';
import type { CountyInputs } from './model.ts';
import type { SeatsPolicy } from './policy.ts';
import { housingYield } from './project-files.ts';

/** Pupils of a stage, year by year from the first projected; null where nothing can be said. */
export interface DemandBand {
  readonly pupils: readonly (number | null)[];
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
}

/** Known and coming pupils of a unit, a township or the county, by stage in the order of `chainStages`. */
export interface DemandRow {
  readonly known: readonly (readonly number[])[];
  readonly coming: readonly DemandBand[];
}

export interface CountyDemand {
  readonly firstYear: number;
  /** The last school year with pupils; the next one is the first projected. */
  readonly lastYear: number;
  readonly horizons: number;
  readonly share: number;
  readonly county: DemandRow;
  readonly townships: Readonly<Record<string, DemandRow>>;
  readonly schools: Readonly<Record<string, DemandRow & { readonly verdict: Verdict }>>;
  readonly backTest: readonly (Omit<BackTestLine, 'coverage'> & { readonly coverage: number | null })[];
  /** Pupils whom no school of their township running the grade could take, by stage and year. */
  readonly unplaced: readonly (readonly number[])[];
}

const share = 0.8;
const stages = chainStages.length;
const grades = gradeChain.length;

/** How many numbers a projection starts from, by which it is told whether it is a moment's work. */
export function sizeOf({ schools, grades: rows }: CountyInputs): number {
  const years = new Set(rows.map(({ year }) => year)).size;
  return schools.length * grades * years;
}

/**
 * Projects a county from its history of grades; townships are its districts.
 *
 * @returns `null` where fewer than two school years are known
 */
export function projectCounty(
  inputs: CountyInputs,
  policy: SeatsPolicy,
  horizons: number,
  scenario: Scenario,
): CountyDemand | null {
  const years = [...new Set(inputs.grades.map(({ year }) => year))].sort((a, b) => a - b);
  const lastYear = years.at(-1) ?? 0;
  // a gap ends the history that can be used
  let firstYear = lastYear;
  while (years.includes(firstYear - 1)) firstYear--;
  const span = lastYear - firstYear + 1;
  if (span < 2) return null;
  const townships = [...new Set(inputs.schools.map(({ township }) => township))].sort();
  const history = layOut(inputs, townships, firstYear, span);
  const births = inputs.places.flatMap(({ township, year, births: born }) =>
    born === null || !townships.includes(township)
      ? []
      : [{ district: townships.indexOf(township), year, month: null, births: born }],
  );
  const phases = phasesOf(inputs, townships, lastYear);
  const projection = projectEnrolment(
    {
      ...history,
      bands: stageBands,
      cohorts: entryCohorts(births, townships.length, firstYear, span + horizons),
      ...(phases.length === 0
        ? {}
        : { arrivals: housingArrivals(phases, housingYield(policy), townships.length, horizons) }),
    },
    { horizons, share, scenario },
  );
  const known = knownOf(history);
  return {
    firstYear,
    lastYear,
    horizons,
    share,
    county: { known: addRows(known), coming: comingOf(projection.region, 0, horizons) },
    townships: Object.fromEntries(
      townships.map((code, at) => [
        code,
        {
          known: addRows(known.filter((_, school) => history.district[school] === at)),
          coming: comingOf(projection.districts, at, horizons),
        },
      ]),
    ),
    schools: Object.fromEntries(
      inputs.schools.map(({ id }, at) => [
        id,
        {
          known: known[at] ?? [],
          coming: comingOf(projection.schools, at, horizons),
          verdict: projection.verdicts[at] ?? 'closed',
        },
      ]),
    ),
    backTest: projection.backTest.map((line) => ({
      ...line,
      coverage: Number.isNaN(line.coverage) ? null : line.coverage,
    })),
    unplaced: unplacedOf(projection.unplaced, townships.length, horizons),
  };
}

function layOut(
  { schools, grades: rows }: CountyInputs,
  townships: readonly string[],
  firstYear: number,
  years: number,
): EnrolmentHistory {
  const position = new Map(schools.map(({ id }, at) => [id, at]));
  const pupils = new Float64Array(schools.length * grades * years);
  for (const row of rows) {
    const school = position.get(row.unit);
    const year = row.year - firstYear;
    if (school === undefined || year < 0) continue;
    pupils[(school * grades + row.grade) * years + year] = row.pupils;
  }
  return {
    schools: schools.length,
    districts: townships.length,
    grades,
    years,
    pupils,
    district: Int32Array.from(schools, ({ township }) => townships.indexOf(township)),
  };
}

/** Homes count from the school year that begins after they are handed over. */
function phasesOf({ housing }: CountyInputs, townships: readonly string[], lastYear: number): readonly HousingPhase[] {
  return housing.flatMap(({ township, phases }) =>
    phases.map(({ homes, handedOverOn }) => {
      const [year, month] = handedOverOn.split('-').map(Number);
      const schoolYear = (year ?? 0) + ((month ?? 1) > 8 ? 1 : 0);
      return { district: Math.max(0, townships.indexOf(township)), homes, horizon: schoolYear - lastYear - 1 };
    }),
  );
}

/** Pupils by school, stage and known year. */
function knownOf({ schools, years, pupils }: EnrolmentHistory): readonly (readonly number[])[][] {
  return Array.from({ length: schools }, (_, school) =>
    Array.from({ length: stages }, (_unused, stage) =>
      Array.from({ length: years }, (_none, year) => {
        let sum = 0;
        for (let grade = 0; grade < grades; grade++) {
          if (stageBands.of[grade] === stage) sum += pupils[(school * grades + grade) * years + year] ?? 0;
        }
        return sum;
      }),
    ),
  );
}

function addRows(rows: readonly (readonly (readonly number[])[])[]): readonly (readonly number[])[] {
  const [first] = rows;
  if (first === undefined) return [];
  return first.map((years, stage) =>
    years.map((_, year) => rows.reduce((sum, row) => sum + (row[stage]?.[year] ?? 0), 0)),
  );
}

function comingOf({ bands }: LevelProjection, unit: number, horizons: number): readonly DemandBand[] {
  const read = (values: Band['pupils'], stage: number): readonly (number | null)[] =>
    Array.from({ length: horizons }, (_, step) => {
      const value = values[(unit * stages + stage) * horizons + step] ?? Number.NaN;
      return Number.isNaN(value) ? null : value;
    });
  return chainStages.map((_, stage) => ({
    pupils: read(bands.pupils, stage),
    low: read(bands.low, stage),
    high: read(bands.high, stage),
  }));
}

function unplacedOf(unplaced: Float64Array, townships: number, horizons: number): readonly (readonly number[])[] {
  return chainStages.map((_, stage) =>
    Array.from({ length: horizons }, (_unused, step) => {
      let sum = 0;
      for (let cell = 0; cell < townships * grades; cell++) {
        if (stageBands.of[cell % grades] === stage) sum += unplaced[cell * horizons + step] ?? 0;
      }
      return sum;
    }),
  );
}
