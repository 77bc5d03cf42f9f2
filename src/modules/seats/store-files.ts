import type { Session } from '#core/db';
import type { CountyRows } from './county-files.ts';
import { gradeChain } from './grades.ts';

/** Rows that were written, a kind. */
export type StoredRows = Readonly<Record<keyof CountyRows, number>>;

/**
 * Writes what a county's files hold. A row replaces the one of the same key; homes and duties replace those of their projects.
 *
 * @remarks A project is known by its name. Duties of a project without homes find no project and are refused by the caller.
 */
export async function storeCountyRows(session: Session, county: string, rows: CountyRows): Promise<StoredRows> {
  await storeGrades(session, county, rows);
  await storePlaces(session, county, rows);
  await storeRooms(session, county, rows);
  await storeHousing(session, county, rows);
  return {
    grades: rows.grades.length,
    places: rows.places.length,
    rooms: rows.rooms.length,
    homes: rows.homes.length,
    duties: rows.duties.length,
  };
}

async function storeGrades(session: Session, county: string, { grades }: CountyRows): Promise<void> {
  await session.query(
    `INSERT INTO seats_enrolment (county_code, school_year, unit_id, stage, grade, pupils)
     SELECT $1, year, unit, stage, grade, pupils
     FROM unnest($2::int[], $3::text[], $4::text[], $5::int[], $6::int[]) AS given (year, unit, stage, grade, pupils)
     ON CONFLICT (county_code, school_year, unit_id, stage, grade) DO UPDATE SET pupils = excluded.pupils`,
    [
      county,
      grades.map(({ year }) => year),
      grades.map(({ school }) => school),
      grades.map(({ grade }) => gradeChain[grade]?.stage ?? 'primary'),
      grades.map(({ grade }) => gradeChain[grade]?.number ?? 0),
      grades.map(({ pupils }) => pupils),
    ],
  );
}

async function storePlaces(session: Session, county: string, { places }: CountyRows): Promise<void> {
  await session.query(
    `INSERT INTO seats_place_year (county_code, township_code, year, births, residents)
     SELECT $1, township, year, births, residents
     FROM unnest($2::text[], $3::int[], $4::int[], $5::int[]) AS given (township, year, births, residents)
     ON CONFLICT (county_code, township_code, year) DO UPDATE
       SET births = coalesce(excluded.births, seats_place_year.births),
           residents = coalesce(excluded.residents, seats_place_year.residents)`,
    [
      county,
      places.map(({ township }) => township),
      places.map(({ year }) => year),
      places.map(({ births }) => births),
      places.map(({ residents }) => residents),
    ],
  );
}

async function storeRooms(session: Session, county: string, { rooms }: CountyRows): Promise<void> {
  await session.query(
    `INSERT INTO seats_capacity (county_code, unit_id, stage, rooms, licensed_seats, quality)
     SELECT $1, unit, stage, rooms, licensed, quality
     FROM unnest($2::text[], $3::text[], $4::int[], $5::int[], $6::boolean[]) AS given (unit, stage, rooms, licensed, quality)
     ON CONFLICT (county_code, unit_id, stage) DO UPDATE
       SET rooms = excluded.rooms, licensed_seats = excluded.licensed_seats, quality = excluded.quality`,
    [
      county,
      rooms.map(({ unit }) => unit),
      rooms.map(({ stage }) => stage),
      rooms.map((row) => row.rooms),
      rooms.map(({ licensed }) => licensed),
      rooms.map(({ quality }) => quality),
    ],
  );
}

async function storeHousing(session: Session, county: string, { homes, duties }: CountyRows): Promise<void> {
  const projects = [...new Map(homes.map(({ project, township }) => [project, township]))];
  await session.query(
    `INSERT INTO seats_housing (county_code, id, township_code, name)
     SELECT $1, name, township, name FROM unnest($2::text[], $3::text[]) AS given (name, township)
     ON CONFLICT (county_code, id) DO UPDATE SET township_code = excluded.township_code`,
    [county, projects.map(([name]) => name), projects.map(([, township]) => township)],
  );
  await session.query('DELETE FROM seats_housing_phase WHERE county_code = $1 AND housing_id = ANY ($2::text[])', [
    county,
    projects.map(([name]) => name),
  ]);
  const seq = new Map<string, number>();
  const numbered = homes.map((row) => {
    const at = (seq.get(row.project) ?? 0) + 1;
    seq.set(row.project, at);
    return { ...row, seq: at };
  });
  await session.query(
    `INSERT INTO seats_housing_phase (county_code, housing_id, seq, homes, handed_over_on)
     SELECT $1, project, seq, homes, handed
     FROM unnest($2::text[], $3::int[], $4::int[], $5::date[]) AS given (project, seq, homes, handed)`,
    [
      county,
      numbered.map(({ project }) => project),
      numbered.map((row) => row.seq),
      numbered.map((row) => row.homes),
      numbered.map(({ handedOverOn }) => handedOverOn),
    ],
  );
  await session.query('DELETE FROM seats_housing_duty WHERE county_code = $1 AND housing_id = ANY ($2::text[])', [
    county,
    [...new Set(duties.map(({ project }) => project))],
  ]);
  await session.query(
    `INSERT INTO seats_housing_duty (county_code, housing_id, stage, seats, step, due_on, done_on)
     SELECT $1, project, stage, seats, step, due, done
     FROM unnest($2::text[], $3::text[], $4::int[], $5::text[], $6::date[], $7::date[])
       AS given (project, stage, seats, step, due, done)`,
    [
      county,
      duties.map(({ project }) => project),
      duties.map(({ stage }) => stage),
      duties.map(({ seats }) => seats),
      duties.map(({ step }) => step),
      duties.map(({ dueOn }) => dueOn),
      duties.map(({ doneOn }) => doneOn),
    ],
  );
}
