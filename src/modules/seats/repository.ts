import type { Database, Session } from '#core/db';
import { type ChainStage, chainPosition, chainStages } from './grades.ts';
import type {
  CountyInputs,
  DutyStep,
  GradeRow,
  HousingRow,
  PlaceYear,
  SchoolRow,
  SeatChange,
  StageState,
} from './model.ts';

type Reader = Pick<Session, 'query'>;

/**
 * Everything of a county that its seats are computed from.
 *
 * @remarks Looks into the tables of other rooms: `unit` and `area` (organization), `fact` and `school_class` (facts).
 */
export async function readInputs(database: Database, county: string): Promise<CountyInputs> {
  const [townships, schools, grades, places, stages, changes, housing] = [
    await townshipsOf(database, county),
    await schoolsOf(database, county),
    await gradesOf(database, county),
    await placesOf(database, county),
    await stagesOf(database, county),
    await changesOf(database, county),
    await housingOf(database, county),
  ];
  return { county, townships, schools, grades, places, stages, changes, housing };
}

function townshipsOf(session: Reader, county: string): Promise<CountyInputs['townships']> {
  return session.query<{ code: string; name: string }>(
    `SELECT code, name FROM area WHERE parent_code = $1 AND level = 'township' AND valid_to IS NULL ORDER BY code`,
    [county],
  );
}

function schoolsOf(session: Reader, county: string): Promise<readonly SchoolRow[]> {
  return session.query<SchoolRow>(
    `SELECT id, name, category, ownership, coalesce(township_code, county_code) AS township,
       coalesce(boarding, false) AS boarding, lng, lat
     FROM unit WHERE county_code = $1 AND closed_on IS NULL ORDER BY id`,
    [county],
  );
}

async function gradesOf(session: Reader, county: string): Promise<readonly GradeRow[]> {
  interface Row {
    readonly unit: string;
    readonly year: number;
    readonly stage: string;
    readonly grade: number;
    readonly pupils: number;
  }
  const classes = await session.query<Row>(
    `SELECT unit_id AS unit, school_year AS year, stage, grade, sum(pupils)::int AS pupils FROM school_class
     WHERE county_code = $1 GROUP BY unit_id, school_year, stage, grade ORDER BY unit_id, school_year, stage, grade`,
    [county],
  );
  const told = new Set(classes.map(({ unit, year, stage }) => `${unit} ${year} ${stage}`));
  const earlier = await session.query<Row>(
    `SELECT unit_id AS unit, school_year AS year, stage, grade, pupils FROM seats_enrolment
     WHERE county_code = $1 ORDER BY unit_id, school_year, stage, grade`,
    [county],
  );
  const rows = [...classes, ...earlier.filter(({ unit, year, stage }) => !told.has(`${unit} ${year} ${stage}`))];
  return rows.flatMap(({ unit, year, stage, grade, pupils }) => {
    if (stage === 'kindergarten' && grade === 0) return spreadAges(unit, year, pupils);
    const position = chainPosition(stage, grade);
    return position < 0 ? [] : [{ unit, year, grade: position, pupils }];
  });
}

/** Classes of mixed ages hold a third of each. */
function spreadAges(unit: string, year: number, pupils: number): readonly GradeRow[] {
  return [0, 1, 2].map((grade) => ({ unit, year, grade, pupils: Math.floor((pupils + grade) / 3) }));
}

function placesOf(session: Reader, county: string): Promise<readonly PlaceYear[]> {
  return session.query<PlaceYear>(
    `SELECT township_code AS township, year, births, residents FROM seats_place_year
     WHERE county_code = $1 ORDER BY township_code, year`,
    [county],
  );
}

async function stagesOf(session: Reader, county: string): Promise<readonly StageState[]> {
  const facts = await session.query<{ unit: string; stage: string; measure: string; value: number }>(
    `SELECT unit_id AS unit, stage, measure, value FROM fact
     WHERE county_code = $1 AND unit_id <> '' AND measure = ANY ($2::text[])
       AND school_year = (SELECT max(school_year) FROM fact WHERE county_code = $1 AND measure = 'students' AND unit_id <> '')
     ORDER BY unit_id, stage, measure`,
    [county, ['students', 'classes', 'largestClass', 'fullTimeTeachers', 'teachingAuxiliaryAreaM2', 'dormitoryBeds']],
  );
  const capacity = await session.query<{
    unit: string;
    stage: string;
    rooms: number | null;
    licensed: number | null;
    quality: boolean;
  }>(
    'SELECT unit_id AS unit, stage, rooms, licensed_seats AS licensed, quality FROM seats_capacity WHERE county_code = $1',
    [county],
  );
  const values = new Map(facts.map(({ unit, stage, measure, value }) => [`${unit} ${stage} ${measure}`, value]));
  const held = new Map(capacity.map((row) => [`${row.unit} ${row.stage}`, row]));
  const units = [...new Set(facts.map(({ unit }) => unit))];
  return units.flatMap((unit) =>
    chainStages.flatMap((stage): readonly StageState[] => {
      const of = (measure: string, at: string = stage): number | null => values.get(`${unit} ${at} ${measure}`) ?? null;
      const pupils = of('students');
      const own = held.get(`${unit} ${stage}`);
      if (pupils === null && own === undefined) return [];
      return [
        {
          unit,
          stage,
          pupils: pupils ?? 0,
          classes: of('classes') ?? 0,
          largestClass: of('largestClass') ?? 0,
          teachers: of('fullTimeTeachers'),
          areaM2: of('teachingAuxiliaryAreaM2', 'all'),
          beds: of('dormitoryBeds', 'all'),
          rooms: own?.rooms ?? null,
          licensedSeats: own?.licensed ?? null,
          quality: own?.quality ?? false,
        },
      ];
    }),
  );
}

function changesOf(session: Reader, county: string): Promise<readonly SeatChange[]> {
  return session.query<SeatChange>(
    `SELECT id, unit_id AS unit, township_code AS township, name, kind, stage, seats, opens_year AS "opensYear"
     FROM seats_change WHERE county_code = $1 ORDER BY opens_year, id`,
    [county],
  );
}

async function housingOf(session: Reader, county: string): Promise<readonly HousingRow[]> {
  const projects = await session.query<{ id: string; township: string; name: string }>(
    'SELECT id, township_code AS township, name FROM seats_housing WHERE county_code = $1 ORDER BY name, id',
    [county],
  );
  const phases = await session.query<{ id: string; homes: number; handedOverOn: string }>(
    `SELECT housing_id AS id, homes, handed_over_on::text AS "handedOverOn" FROM seats_housing_phase
     WHERE county_code = $1 ORDER BY housing_id, seq`,
    [county],
  );
  const duties = await session.query<{
    id: string;
    stage: ChainStage;
    seats: number;
    step: DutyStep;
    dueOn: string;
    doneOn: string | null;
  }>(
    `SELECT housing_id AS id, stage, seats, step, due_on::text AS "dueOn", done_on::text AS "doneOn"
     FROM seats_housing_duty WHERE county_code = $1 ORDER BY housing_id, stage, due_on, step`,
    [county],
  );
  return projects.map((project) => {
    const own = duties.filter(({ id }) => id === project.id);
    return {
      ...project,
      phases: phases.filter(({ id }) => id === project.id).map(({ homes, handedOverOn }) => ({ homes, handedOverOn })),
      duties: [...new Set(own.map(({ stage }) => stage))].map((stage) => {
        const steps = own.filter((row) => row.stage === stage);
        return {
          stage,
          seats: steps[0]?.seats ?? 0,
          steps: steps.map(({ step, dueOn, doneOn }) => ({ step, dueOn, doneOn })),
        };
      }),
    };
  });
}

/** @returns whether there is such a step */
export async function setStepDone(
  session: Session,
  at: { readonly county: string; readonly housing: string; readonly stage: string; readonly step: DutyStep },
  doneOn: string | null,
): Promise<boolean> {
  const rows = await session.query(
    `UPDATE seats_housing_duty SET done_on = $5 WHERE county_code = $1 AND housing_id = $2 AND stage = $3 AND step = $4
     RETURNING step`,
    [at.county, at.housing, at.stage, at.step, doneOn],
  );
  return rows.length === 1;
}
