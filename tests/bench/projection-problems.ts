import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { childrenOfEntryYears, type EntryCohort, spreadOverMonths } from '#kernels/projection';

/** Pupils by school, grade and year, and births where they are published. */
export interface PublishedHistory {
  readonly name: string;
  readonly schools: number;
  readonly districts: number;
  readonly grades: number;
  readonly years: number;
  readonly pupils: Float64Array;
  readonly district: Int32Array;
  readonly cohorts: readonly EntryCohort[];
  /** Years a projection needs behind it here. */
  readonly fewestYears: number;
}

/** The published histories found in a folder, in its `data` or `benchmarks`, or beside it. */
export function findHistories(folder: string): readonly PublishedHistory[] {
  const places = ['.', 'benchmarks', 'data', '../data', '../benchmarks'].map((place) => join(folder, place));
  const withFolder = (name: string): string | undefined =>
    places.map((place) => join(place, name)).find((place) => existsSync(place));
  const byGrade = withFolder('projection');
  const bySection = withFolder('us-eauclaire-enrollment');
  return [
    ...(byGrade === undefined ? [] : [readGrades(byGrade)]),
    ...(bySection === undefined ? [] : [readSections(bySection, false), readSections(bySection, true)]),
  ];
}

interface Row {
  readonly school: string;
  readonly district: string;
  readonly year: number;
  readonly grade: number;
  readonly pupils: number;
}

/** One line a school and autumn, one column a grade; the first two letters of a school are its district. */
function readGrades(folder: string): PublishedHistory {
  const files = readdirSync(folder).filter((file) => /^nyc_.*\.csv$/.test(file));
  const rows = files.flatMap((file) =>
    readTable(join(folder, file)).flatMap(([school = '', year, ...cells]) =>
      cells.flatMap((cell, grade) =>
        cell === '' ? [] : [{ school, district: school.slice(0, 2), year: Number(year), grade, pupils: Number(cell) }],
      ),
    ),
  );
  return { ...layOut(rows), name: 'pupils by school and grade', cohorts: [], fewestYears: 4 };
}

/** One line a class; kindergarten and five grades, births of the town by year. */
function readSections(folder: string, withBirths: boolean): PublishedHistory {
  const file = readdirSync(folder).find((name) => name.startsWith('sections')) ?? 'sections.csv';
  const rows = readTable(join(folder, file)).flatMap(([, year, school = '', grade, , pupils]) => {
    const level = grade === 'K' ? 0 : Number(grade);
    return level >= 0 && level <= 5
      ? [{ school, district: 'all', year: Number(year), grade: level, pupils: Number(pupils) }]
      : [];
  });
  const history = layOut(rows);
  const cohorts = withBirths ? [cohortOf(folder, history.firstYear, history.years + 3)] : [];
  return { ...history, name: withBirths ? 'class sections with births' : 'class sections', cohorts, fewestYears: 10 };
}

const kindergartenAge = 5;

function cohortOf(folder: string, firstYear: number, steps: number): EntryCohort {
  const births = readTable(join(folder, 'births.csv')).map((cells) => cells.map(Number));
  const from = births[0]?.[0] ?? firstYear;
  const months = spreadOverMonths(births.map(([, children = Number.NaN]) => children));
  const years = Array.from({ length: steps }, (_, step) => firstYear + step);
  const children = childrenOfEntryYears(
    months,
    from,
    kindergartenAge,
    years,
    years.map(() => 8),
  );
  return { grade: 0, steps, children, knownAhead: kindergartenAge };
}

function layOut(
  rows: readonly Row[],
): Omit<PublishedHistory, 'name' | 'cohorts' | 'fewestYears'> & { firstYear: number } {
  const schools = [...new Set(rows.map(({ school }) => school))];
  const districts = [...new Set(rows.map(({ district }) => district))];
  const districtOf = new Map(rows.map(({ school, district }) => [school, districts.indexOf(district)]));
  const schoolAt = new Map(schools.map((school, at) => [school, at]));
  const firstYear = Math.min(...rows.map(({ year }) => year));
  const years = Math.max(...rows.map(({ year }) => year)) - firstYear + 1;
  const grades = Math.max(...rows.map(({ grade }) => grade)) + 1;
  const pupils = new Float64Array(schools.length * grades * years);
  for (const { school, grade, year, pupils: more } of rows) {
    const at = ((schoolAt.get(school) ?? 0) * grades + grade) * years + year - firstYear;
    pupils[at] = (pupils[at] ?? 0) + more;
  }
  const district = Int32Array.from(schools, (school) => districtOf.get(school) ?? 0);
  return { schools: schools.length, districts: districts.length, grades, years, pupils, district, firstYear };
}

function readTable(file: string): readonly (readonly string[])[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));
}
