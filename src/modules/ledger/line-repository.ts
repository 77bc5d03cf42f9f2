import type { Session } from '#core/db';
import type { EventRow, LineRow, MeasurementRow } from './line-row.ts';

const lineColumns = {
  county_code: 'text',
  id: 'text',
  unit_id: 'text',
  unit_name: 'text',
  township_code: 'text',
  stage: 'text',
  standard_id: 'text',
  indicator: 'text',
  family: 'text',
  bottom_line: 'boolean',
  origin: 'text',
  state: 'text',
  school_year: 'smallint',
  value: 'double precision',
  threshold: 'double precision',
  shortfall: 'double precision',
  cost_fen: 'bigint',
  own_cost_fen: 'bigint',
  act: 'text',
  owner: 'text',
  due_on: 'date',
  opened_at: 'timestamptz',
  opened_year: 'smallint',
  closed_at: 'timestamptz',
  reopened: 'smallint',
  project_id: 'text',
  project_state: 'text',
  last_seq: 'integer',
} as const satisfies Record<keyof LineRow, string>;

const eventColumns = {
  county_code: 'text',
  line_id: 'text',
  seq: 'integer',
  kind: 'text',
  at: 'timestamptz',
  by_person: 'text',
  school_year: 'smallint',
  value: 'double precision',
  threshold: 'double precision',
  shortfall: 'double precision',
  details: 'jsonb',
} as const satisfies Record<keyof EventRow, string>;

export const lineFields = Object.keys(lineColumns).join(', ');
export const eventFields = Object.keys(eventColumns).join(', ');

/** Rows as one array a column, which one statement can take whatever their number. */
function arraysOf(columns: Readonly<Record<string, string>>): string {
  return Object.values(columns)
    .map((type, i) => `$${i + 1}::${type}[]`)
    .join(', ');
}

function valuesOf(columns: Readonly<Record<string, string>>, rows: readonly object[]): unknown[][] {
  return Object.keys(columns).map((name) =>
    rows.map((row) => {
      const value: unknown = Reflect.get(row, name);
      return value !== null && columns[name] === 'jsonb' ? JSON.stringify(value) : value;
    }),
  );
}

/** Writes lines as they now are, new or known. */
export async function putLines(session: Session, rows: readonly LineRow[]): Promise<void> {
  if (rows.length === 0) return;
  const updated = Object.keys(lineColumns)
    .filter((name) => name !== 'county_code' && name !== 'id')
    .map((name) => `${name} = excluded.${name}`)
    .join(', ');
  await session.query(
    `INSERT INTO ledger_line (${lineFields}) SELECT * FROM unnest(${arraysOf(lineColumns)})
     ON CONFLICT (county_code, id) DO UPDATE SET ${updated}`,
    // Always in one order, so that two writers never wait for each other.
    valuesOf(
      lineColumns,
      rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    ),
  );
}

export async function addEvents(session: Session, rows: readonly EventRow[]): Promise<void> {
  if (rows.length === 0) return;
  await session.query(
    `INSERT INTO ledger_event (${eventFields}) SELECT * FROM unnest(${arraysOf(eventColumns)})`,
    valuesOf(eventColumns, rows),
  );
}

/** The lines of a county against one standard, held until the transaction ends. */
export function holdLinesOfStandard(session: Session, county: string, standard: string): Promise<readonly LineRow[]> {
  return session.query<LineRow>(
    `SELECT ${lineFields} FROM ledger_line WHERE county_code = $1 AND standard_id = $2
     ORDER BY id FOR UPDATE`,
    [county, standard],
  );
}

export async function findLine(session: Session, county: string, id: string): Promise<LineRow | undefined> {
  const [row] = await session.query<LineRow>(
    `SELECT ${lineFields} FROM ledger_line WHERE county_code = $1 AND id = $2`,
    [county, id],
  );
  return row;
}

/** The same, held until the transaction ends, so that two changes follow one another. */
export async function holdLine(session: Session, county: string, id: string): Promise<LineRow | undefined> {
  const [row] = await session.query<LineRow>(
    `SELECT ${lineFields} FROM ledger_line WHERE county_code = $1 AND id = $2 FOR UPDATE`,
    [county, id],
  );
  return row;
}

/** What happened to a line, oldest first. */
export function eventsOf(session: Session, county: string, id: string): Promise<readonly EventRow[]> {
  return session.query<EventRow>(
    `SELECT ${eventFields} FROM ledger_event WHERE county_code = $1 AND line_id = $2 ORDER BY seq`,
    [county, id],
  );
}

export function measurementsOf(session: Session, counties: readonly string[]): Promise<readonly MeasurementRow[]> {
  return session.query<MeasurementRow>(
    `SELECT county_code, standard_id, school_year, inputs_hash, standard_hash, judged, met, at, by_person
     FROM ledger_measurement WHERE county_code = ANY ($1::text[]) ORDER BY county_code, standard_id`,
    [counties],
  );
}

/** Writes down which figures were measured; the row is held until the transaction ends, so that two runs follow one another. */
export async function holdMeasurement(session: Session, row: MeasurementRow): Promise<void> {
  await session.query(
    `INSERT INTO ledger_measurement (county_code, standard_id, school_year, inputs_hash, standard_hash, judged, met, at, by_person)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (county_code, standard_id) DO UPDATE SET school_year = excluded.school_year,
       inputs_hash = excluded.inputs_hash, standard_hash = excluded.standard_hash, judged = excluded.judged, met = excluded.met,
       at = excluded.at, by_person = excluded.by_person`,
    [
      row.county_code,
      row.standard_id,
      row.school_year,
      row.inputs_hash,
      row.standard_hash,
      row.judged,
      row.met,
      row.at,
      row.by_person,
    ],
  );
}

/** The standards of which a county's ledger holds lines from plans. */
export async function plannedStandards(session: Session, county: string): Promise<readonly string[]> {
  const rows = await session.query<{ standard_id: string }>(
    `SELECT DISTINCT standard_id FROM ledger_line WHERE county_code = $1 AND origin = 'plan' ORDER BY standard_id`,
    [county],
  );
  return rows.map(({ standard_id: standard }) => standard);
}

/** Titles of projects by id. */
export async function projectTitles(
  session: Session,
  counties: readonly string[],
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await session.query<{ id: string; title: string }>(
    'SELECT id, title FROM ledger_project WHERE county_code = ANY ($1::text[]) AND id = ANY ($2::text[])',
    [counties, [...new Set(ids)]],
  );
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** Every line of one school. */
export function linesOfUnit(session: Session, county: string, unit: string): Promise<readonly LineRow[]> {
  return session.query<LineRow>(
    `SELECT ${lineFields} FROM ledger_line WHERE county_code = $1 AND unit_id = $2 ORDER BY id`,
    [county, unit],
  );
}
