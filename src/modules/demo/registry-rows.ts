import type { CopyValue } from '#core/db';
import type { DemoCounty, DemoUnit, DemoYear } from './model.ts';
import { batchOf, person, type TableRows, type Writing } from './provenance.ts';

/** The registry of a county, and the batches that its numbers are said to come from. */
export function* registryRows(writing: Writing): Generator<TableRows> {
  const { county } = writing;
  const code = county.area.code;
  yield {
    table: 'import_batch',
    columns: [
      'area_code',
      'id',
      'school_year',
      'profile',
      'profile_version',
      'file_name',
      'file_sha256',
      'file_bytes',
      'sheets',
      'state',
      'rows_read',
      'rows_ready',
      'counties',
      'school_years',
      'by_person',
      'created_at',
      'committed_at',
    ],
    rows: county.years.map((year, place) => batchRow(writing, year, place)),
  };
  yield {
    table: 'legal_person',
    columns: ['county_code', 'id', 'name', 'ownership', 'batch_id'],
    rows: county.legalPersons.map((p) => [code, p.id, p.name, p.ownership, firstBatch(county)]),
  };
  yield {
    table: 'unit',
    columns: unitColumns,
    rows: county.units.map((unit) => unitValues(code, unit, firstBatch(county))),
  };
}

/** The schools came with the first year: whoever undoes the years, newest first, takes the schools back with the last of them. */
function firstBatch(county: DemoCounty): string | null {
  const [year] = county.years;
  return year === undefined ? null : batchOf(county.area.code, year.schoolYear);
}

function batchRow({ county, options, places, at }: Writing, year: DemoYear, place: number): readonly CopyValue[] {
  const writtenAt = new Date(at.getTime() + place).toISOString();
  const rows = county.units.length + year.classes.length + year.staff.length + 1;
  return [
    county.area.code,
    batchOf(county.area.code, year.schoolYear),
    year.schoolYear,
    'demo',
    `seed ${options.seed}, ${options.detail}`,
    `${county.area.name.zh}-${year.schoolYear}-县级工作簿.xlsx`,
    '',
    0,
    places.sheets,
    'committed',
    rows,
    rows,
    [county.area.code],
    [String(year.schoolYear)],
    person,
    writtenAt,
    writtenAt,
  ];
}

const unitColumns = [
  'county_code',
  'id',
  'legal_person_id',
  'parent_unit_id',
  'kind',
  'category',
  'stages',
  'name',
  'name_key',
  'township_code',
  'address',
  'ownership',
  'urban_rural',
  'boarding',
  'year_built',
  'lng',
  'lat',
  'point_datum',
  'point_x',
  'point_y',
  'group_id',
  'attributes',
  'batch_id',
];

function unitValues(code: string, unit: DemoUnit, batch: string | null): readonly CopyValue[] {
  return [
    code,
    unit.id,
    unit.legalPersonId,
    unit.parentUnitId,
    unit.kind,
    unit.category,
    unit.stages,
    unit.name.zh,
    unit.name.key,
    unit.townshipCode,
    unit.address,
    unit.ownership,
    unit.urbanRural,
    unit.boarding,
    unit.yearBuilt,
    unit.lng,
    unit.lat,
    'WGS84',
    unit.lng,
    unit.lat,
    unit.group,
    unit.denseCentre ? '{"denseCentre":true}' : '{}',
    batch,
  ];
}
