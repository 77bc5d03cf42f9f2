import type { Session } from '#core/db';
import type { Stage } from '#standards';
import { inhabitantsPerPupil, yearlyGrowth } from './calibration.ts';
import type { DemoCounty, DemoUnit } from './model.ts';
import type { TableRows, Writing } from './provenance.ts';
import { openRandom } from './random.ts';

/** Years before the first reported one for which only pupils by grade are kept. */
const earlierYears = 6;
const chain: readonly Stage[] = ['kindergarten', 'primary', 'junior', 'senior'];
/** Births of each year against those of the year before, from the year after the youngest first grade was born. */
const birthChanges = [0.93, 0.92, 0.93, 1.03, 0.97] as const;
/** Of the children born somewhere, how many enter its first grade. */
const entering = 0.96;
const schoolAge = 6;

/** What seats are foreseen from: pupils by grade of earlier years, births and residents, rooms, new housing and what is being built. */
export function* seatsRows({ county, options }: Writing): Generator<TableRows> {
  const grades = gradesOf(county);
  const random = openRandom(options.seed, 9, Number(county.area.code));
  const firstYear = county.years[0]?.schoolYear ?? 0;
  const lastYear = county.years.at(-1)?.schoolYear ?? 0;
  const unitOf = new Map(county.units.map((unit) => [unit.id, unit]));
  const earlier = grades
    .filter(({ year }) => year === firstYear)
    .flatMap(({ unit, stage, grade, pupils }) => {
      const place = unitOf.get(unit)?.urbanRural ?? 'town';
      return Array.from({ length: earlierYears }, (_, back) => {
        const growth = yearlyGrowth[stage][place] ** -(back + 1);
        const own = Math.max(0, Math.round(pupils * growth * random.factor(0.025)));
        return { unit, stage, grade, year: firstYear - back - 1, pupils: own };
      });
    });
  yield {
    table: 'seats_enrolment',
    columns: ['county_code', 'school_year', 'unit_id', 'stage', 'grade', 'pupils'],
    rows: earlier.map(({ unit, stage, grade, year, pupils }) => [county.area.code, year, unit, stage, grade, pupils]),
  };
  yield* placeRows(county, [...earlier, ...grades], lastYear);
  yield capacityRows(county, grades, lastYear, options.seed);
  yield* plannedRows(county, lastYear);
}

const tables = [
  'seats_enrolment',
  'seats_place_year',
  'seats_capacity',
  'seats_housing',
  'seats_housing_phase',
  'seats_housing_duty',
  'seats_change',
] as const;

/** Takes away what an earlier demo left beside its imports, which are undone without these. */
export async function clearSeats(session: Session, county: string): Promise<void> {
  for (const table of tables) await session.query(`DELETE FROM ${table} WHERE county_code = $1`, [county]);
}

interface GradePupils {
  readonly unit: string;
  readonly stage: Stage;
  readonly grade: number;
  readonly year: number;
  readonly pupils: number;
}

function gradesOf(county: DemoCounty): readonly GradePupils[] {
  return county.years.flatMap(({ schoolYear, classes }) => {
    const sums = new Map<string, GradePupils>();
    for (const { unitId, stage, grade, pupils } of classes) {
      if (!chain.includes(stage)) continue;
      const key = `${unitId} ${stage} ${grade}`;
      const before = sums.get(key)?.pupils ?? 0;
      sums.set(key, { unit: unitId, stage, grade, year: schoolYear, pupils: before + pupils });
    }
    return [...sums.values()];
  });
}

/** Births that explain the first grades, and those whose children are still to come; residents of the last three years. */
function* placeRows(county: DemoCounty, grades: readonly GradePupils[], lastYear: number): Generator<TableRows> {
  const townshipOf = new Map(county.units.map(({ id, townshipCode }) => [id, townshipCode]));
  const rows: (readonly (string | number | null)[])[] = [];
  for (const { code } of county.townships) {
    const own = grades.filter(({ unit }) => townshipOf.get(unit) === code);
    const first = (year: number): number =>
      own.reduce(
        (sum, one) => sum + (one.stage === 'primary' && one.grade === 1 && one.year === year ? one.pupils : 0),
        0,
      );
    const pupils = own.reduce((sum, one) => sum + (one.year === lastYear ? one.pupils : 0), 0);
    const births = new Map<number, number>();
    for (let year = lastYear - earlierYears - 2; year <= lastYear; year++) {
      births.set(year - schoolAge, Math.round(first(year) / entering));
    }
    birthChanges.forEach((change, at) => {
      const year = lastYear - schoolAge + 1 + at;
      births.set(year, Math.round((births.get(year - 1) ?? 0) * change));
    });
    for (const [year, born] of births) {
      const residents = year >= lastYear - 3 ? Math.round(pupils * inhabitantsPerPupil * 0.82) : null;
      rows.push([county.area.code, code, year, born, residents]);
    }
  }
  yield {
    table: 'seats_place_year',
    columns: ['county_code', 'township_code', 'year', 'births', 'residents'],
    rows,
  };
}

/** In town every room is a class room by now; in the villages some stand empty. */
function capacityRows(county: DemoCounty, grades: readonly GradePupils[], lastYear: number, seed: number): TableRows {
  const random = openRandom(seed, 10, Number(county.area.code));
  const spare = { urban: 0, town: 1, rural: 3 } as const;
  const rows = county.units.flatMap((unit) => {
    const stages = [...new Set(grades.filter((one) => one.unit === unit.id).map(({ stage }) => stage))];
    return stages.map((stage) => {
      const last = county.years.at(-1)?.classes.filter((one) => one.unitId === unit.id && one.stage === stage) ?? [];
      const rooms = last.length + random.whole(0, spare[unit.urbanRural]);
      const pupils = grades.reduce(
        (sum, one) => sum + (one.unit === unit.id && one.stage === stage && one.year === lastYear ? one.pupils : 0),
        0,
      );
      const licensed = unit.ownership === 'public' ? null : Math.ceil((pupils * 1.1) / 10) * 10;
      return [county.area.code, unit.id, stage, rooms, licensed, isQuality(unit)];
    });
  });
  return {
    table: 'seats_capacity',
    columns: ['county_code', 'unit_id', 'stage', 'rooms', 'licensed_seats', 'quality'],
    rows,
  };
}

function isQuality({ group, ownership }: DemoUnit): boolean {
  return group !== null && ownership === 'public';
}

/** Three housing estates, one whose school is late, and what is being built. */
function* plannedRows(county: DemoCounty, lastYear: number): Generator<TableRows> {
  const code = county.area.code;
  const [oldTown, newTown, third] = county.townships;
  const town = county.townships[3];
  if (oldTown === undefined || newTown === undefined || third === undefined || town === undefined) return;
  const day = (year: number, rest: string): string => `${lastYear + year}-${rest}`;
  const estates = [
    {
      id: 'H1',
      at: newTown,
      name: '云栖新城（虚构）',
      phases: [
        [2400, day(-1, '12-20')],
        [1800, day(1, '06-30')],
        [1500, day(2, '06-30')],
      ],
      duties: [
        [
          'primary',
          1620,
          [-2, '06-30', -2, '06-12'],
          [0, '06-30', null, ''],
          [0, '08-01', null, ''],
          [0, '08-20', null, ''],
        ],
        [
          'kindergarten',
          360,
          [-2, '06-30', -2, '06-12'],
          [-1, '10-30', -1, '11-18'],
          [-1, '12-10', -1, '12-28'],
          [0, '02-01', 0, '02-20'],
        ],
      ],
    },
    {
      id: 'H2',
      at: third,
      name: '望江台（虚构）',
      phases: [
        [1300, day(1, '09-30')],
        [900, day(3, '06-30')],
      ],
      duties: [
        [
          'primary',
          540,
          [0, '03-31', 0, '03-20'],
          [1, '06-30', null, ''],
          [1, '08-10', null, ''],
          [1, '08-25', null, ''],
        ],
      ],
    },
    {
      id: 'H3',
      at: town,
      name: '锦绣花园（虚构）',
      phases: [[800, day(0, '05-30')]],
      duties: [
        [
          'kindergarten',
          270,
          [-1, '03-31', -1, '03-31'],
          [0, '04-30', 0, '04-25'],
          [0, '05-20', 0, '05-20'],
          [0, '06-30', null, ''],
        ],
      ],
    },
  ] as const;
  yield {
    table: 'seats_housing',
    columns: ['county_code', 'id', 'township_code', 'name'],
    rows: estates.map(({ id, at, name }) => [code, id, at.code, name]),
  };
  yield {
    table: 'seats_housing_phase',
    columns: ['county_code', 'housing_id', 'seq', 'homes', 'handed_over_on'],
    rows: estates.flatMap(({ id, phases }) => phases.map(([homes, on], at) => [code, id, at + 1, homes, on])),
  };
  const steps = ['design', 'build', 'accept', 'handOver'] as const;
  yield {
    table: 'seats_housing_duty',
    columns: ['county_code', 'housing_id', 'stage', 'seats', 'step', 'due_on', 'done_on'],
    rows: estates.flatMap(({ id, duties }) =>
      duties.flatMap(([stage, seats, ...dates]) =>
        dates.map(([dueYear, dueDay, doneYear, doneDay], at) => [
          code,
          id,
          stage,
          seats,
          steps[at] ?? 'handOver',
          day(dueYear, dueDay),
          doneYear === null ? null : day(doneYear, doneDay),
        ]),
      ),
    ),
  };
  const junior = county.units.find(({ stages, urbanRural }) => stages.includes('junior') && urbanRural === 'urban');
  yield {
    table: 'seats_change',
    columns: [
      'county_code',
      'id',
      'unit_id',
      'township_code',
      'name',
      'kind',
      'stage',
      'seats',
      'opens_year',
      'ledger_project',
    ],
    rows: [
      [
        code,
        'C1',
        junior?.id ?? null,
        junior?.townshipCode ?? oldTown.code,
        '初中扩建教学楼（虚构）',
        'enlarge',
        'junior',
        300,
        lastYear + 2,
        null,
      ],
      [code, 'C2', null, newTown.code, '云栖新城配套小学（虚构）', 'build', 'primary', 1620, lastYear + 2, null],
    ],
  };
}
