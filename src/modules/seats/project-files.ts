import {
  asExpected,
  type BackTestLine,
  type Band,
  type EnrolmentHistory,
  housingArrivals,
  projectEnrolment,
  type Scenario,
  type Verdict,
} from '#kernels/projection';
import { entryCohorts } from './entry-cohorts.ts';
import { seatsErrors } from './errors.ts';
import { chainStages, entryGrades, gradeChain, stageBands } from './grades.ts';
import type { SeatsPolicy } from './policy.ts';
import { type EnrolmentRow, readBirths, readEnrolment, readHousing } from './read-files.ts';
import type { FileFinding, GivenFile } from './read-table.ts';

export interface ProjectFilesRequest {
  readonly enrolment: GivenFile;
  readonly births?: GivenFile | undefined;
  readonly housing?: GivenFile | undefined;
  /** School years to project. */
  readonly ahead: number;
  readonly scenario?: Scenario | undefined;
  readonly policy: SeatsPolicy;
  readonly onProgress?: ((trials: number) => boolean) | undefined;
}

/** Expected pupils of a school year with their interval; null where nothing can be said. */
export interface ProjectedYear {
  readonly year: number;
  readonly pupils: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface ProjectedUnit {
  readonly name: string;
  readonly total: readonly ProjectedYear[];
  readonly stages: Readonly<Record<string, readonly ProjectedYear[]>>;
  readonly grades: Readonly<Record<string, readonly ProjectedYear[]>>;
}

export interface ProjectedFiles {
  readonly firstYear: number;
  readonly lastYear: number;
  readonly share: number;
  readonly region: ProjectedUnit;
  readonly districts: readonly ProjectedUnit[];
  readonly schools: readonly (ProjectedUnit & { readonly district: string; readonly verdict: Verdict })[];
  /** How well the same method did from earlier years, beside both naive methods; shares of pupils. */
  readonly backTest: readonly (Omit<BackTestLine, 'coverage'> & { readonly coverage: number | null })[];
}

const share = 0.8;

/**
 * Projects pupils from files alone.
 *
 * @throws DomainError `seats.columnsMissing`, `seats.rowsRefused` (its cause lists every cell), `seats.tooFewYears`, `seats.yearMissing`,
 * `sheets.*`
 */
export function projectFiles(request: ProjectFilesRequest): ProjectedFiles {
  const { enrolment, births, housing, ahead, policy } = request;
  const findings: FileFinding[] = [];
  const rows = readEnrolment(enrolment, findings);
  const districts = [...new Set(rows.map(({ district }) => district))].sort();
  const born = births === undefined ? [] : readBirths(births, districts, findings);
  const built = housing === undefined ? [] : readHousing(housing, districts, findings);
  if (findings.length > 0) {
    const file = [...new Set(findings.map(({ place }) => place.file))].join(', ');
    throw seatsErrors.rowsRefused({ file, count: findings.length }, findings);
  }
  const laid = layOut(rows, districts, enrolment.name);
  const { history, schools, firstYear } = laid;
  const lastYear = firstYear + history.years - 1;
  const cohorts = entryCohorts(
    born.map((row) => ({ ...row, district: districts.indexOf(row.district) })),
    districts.length,
    firstYear,
    history.years + ahead,
  );
  const phases = built.map(({ district, homes, year }) => ({
    district: districts.indexOf(district),
    homes,
    horizon: year - lastYear - 1,
  }));
  const projection = projectEnrolment(
    {
      ...history,
      cohorts,
      bands: stageBands,
      ...(phases.length === 0
        ? {}
        : { arrivals: housingArrivals(phases, housingYield(policy), districts.length, ahead) }),
    },
    {
      horizons: ahead,
      share,
      scenario: request.scenario ?? asExpected,
      ...(request.onProgress === undefined ? {} : { onProgress: request.onProgress }),
    },
  );
  const read = (level: typeof projection.region, unit: number, name: string): ProjectedUnit => ({
    name,
    total: yearsOf(level.total, unit, lastYear, ahead),
    stages: Object.fromEntries(
      chainStages.flatMap((stage, at) =>
        hasAny(level.bands, unit * chainStages.length + at, ahead)
          ? [[stage, yearsOf(level.bands, unit * chainStages.length + at, lastYear, ahead)]]
          : [],
      ),
    ),
    grades: Object.fromEntries(
      gradeChain.flatMap(({ id }, at) =>
        hasAny(level.grades, unit * gradeChain.length + at, ahead)
          ? [[id, yearsOf(level.grades, unit * gradeChain.length + at, lastYear, ahead)]]
          : [],
      ),
    ),
  });
  return {
    firstYear,
    lastYear,
    share,
    region: read(projection.region, 0, ''),
    districts: districts.map((name, at) => read(projection.districts, at, name)),
    schools: schools.map(({ name, district }, at) => ({
      ...read(projection.schools, at, name),
      district,
      verdict: projection.verdicts[at] ?? 'closed',
    })),
    backTest: projection.backTest.map((line) => ({
      ...line,
      coverage: Number.isNaN(line.coverage) ? null : line.coverage,
    })),
  };
}

/** What a home sends to school, by grade of the chain. */
export function housingYield({ housing }: SeatsPolicy) {
  return {
    occupancy: housing.occupancy,
    pupilsPerHome: gradeChain.map(({ stage }) => housing.pupilsPerHundredHomes[stage] / 100),
    entryGrades: entryGrades.map(({ grade }) => grade),
  };
}

function layOut(rows: readonly EnrolmentRow[], districts: readonly string[], file: string) {
  const years = [...new Set(rows.map(({ year }) => year))].sort((a, b) => a - b);
  const firstYear = years[0] ?? 0;
  const gap = years.findIndex((year, at) => year !== firstYear + at);
  if (gap >= 0) throw seatsErrors.yearMissing({ file, year: firstYear + gap });
  if (years.length < 2) throw seatsErrors.tooFewYears({ file, years: years.length });
  const districtOf = new Map(rows.map(({ school, district }) => [school, district]));
  const schools = [...districtOf].map(([name, district]) => ({ name, district }));
  const position = new Map(schools.map(({ name }, at) => [name, at]));
  const pupils = new Float64Array(schools.length * gradeChain.length * years.length);
  for (const row of rows) {
    const cell = (position.get(row.school) ?? 0) * gradeChain.length + row.grade;
    pupils[cell * years.length + row.year - firstYear] = row.pupils;
  }
  const history: EnrolmentHistory = {
    schools: schools.length,
    districts: districts.length,
    grades: gradeChain.length,
    years: years.length,
    pupils,
    district: Int32Array.from(schools, ({ district }) => districts.indexOf(district)),
  };
  return { history, schools, firstYear };
}

function hasAny({ pupils }: Band, row: number, ahead: number): boolean {
  return pupils.subarray(row * ahead, (row + 1) * ahead).some((value) => value > 0);
}

function yearsOf({ pupils, low, high }: Band, row: number, lastYear: number, ahead: number): readonly ProjectedYear[] {
  const at = (values: Float64Array, step: number): number | null => {
    const value = values[row * ahead + step];
    return value === undefined || Number.isNaN(value) ? null : Math.round(value * 10) / 10;
  };
  return Array.from({ length: ahead }, (_, step) => ({
    year: lastYear + 1 + step,
    pupils: at(pupils, step),
    low: at(low, step),
    high: at(high, step),
  }));
}
