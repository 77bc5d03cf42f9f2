import type { CopyValue } from '#core/db';
import type { DemoCounty, DemoFact, DemoOptions, DemoUnit, DemoYear } from './model.ts';

export interface TableRows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly CopyValue[]>;
}

/** The sheets that a demo's numbers are said to come from, counted from 0. */
const sheets = ['学校', '县情', '班级', '教职工'] as const;
const sheetOf = { units: 0, county: 1, classes: 2, staff: 3 } as const;
const person = '演示数据';

/** One county as rows for COPY, table by table, in an order that keeps every reference. */
export function* tablesOf(county: DemoCounty, options: DemoOptions, at: Date): Generator<TableRows> {
  const code = county.area.code;
  const unitRow = new Map(county.units.map((unit, i) => [unit.id, i + 2]));
  const columnOf = new Map<string, number>();
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
      'by_person',
      'created_at',
      'committed_at',
    ],
    rows: county.years.map((year) => batchRow(county, year, options, at)),
  };
  yield {
    table: 'legal_person',
    columns: ['county_code', 'id', 'name', 'ownership', 'batch_id'],
    rows: county.legalPersons.map((p) => [code, p.id, p.name, p.ownership, latestBatch(county)]),
  };
  yield {
    table: 'unit',
    columns: unitColumns,
    rows: county.units.map((unit) => unitValues(code, unit, latestBatch(county))),
  };
  yield {
    table: 'school_year',
    columns: ['county_code', 'year', 'state'],
    rows: county.years.map((year) => [code, year.schoolYear, 'open']),
  };
  for (const year of county.years) {
    const batch = batchOf(code, year.schoolYear);
    yield {
      table: 'fact',
      columns: [
        'county_code',
        'school_year',
        'unit_id',
        'stage',
        'measure',
        'value',
        'batch_id',
        'sheet',
        'sheet_row',
        'sheet_column',
      ],
      rows: factRows(code, year, batch, unitRow, columnOf),
    };
    if (options.detail !== 'rows') continue;
    yield {
      table: 'school_class',
      columns: [
        'county_code',
        'school_year',
        'unit_id',
        'id',
        'stage',
        'grade',
        'name',
        'pupils',
        'batch_id',
        'sheet',
        'sheet_row',
      ],
      rows: year.classes.map((c, i) => [
        code,
        year.schoolYear,
        c.unitId,
        c.id,
        c.stage,
        c.grade,
        c.name,
        c.pupils,
        batch,
        sheetOf.classes,
        i + 2,
      ]),
    };
    yield {
      table: 'staff',
      columns: [
        'county_code',
        'school_year',
        'unit_id',
        'id',
        'role',
        'stage',
        'subject',
        'degree',
        'backbone',
        'certificate',
        'title',
        'batch_id',
        'sheet',
        'sheet_row',
      ],
      rows: year.staff.map((s, i) => [
        code,
        year.schoolYear,
        s.unitId,
        s.id,
        s.role,
        s.stage,
        s.subject,
        s.degree,
        s.backbone,
        s.certificate,
        s.title,
        batch,
        sheetOf.staff,
        i + 2,
      ]),
    };
    yield {
      table: 'attestation',
      columns: [
        'county_code',
        'school_year',
        'standard_id',
        'item',
        'unit_id',
        'answer',
        'evidence',
        'by_person',
        'at',
      ],
      rows: year.attestations.map((a) => [
        code,
        year.schoolYear,
        a.standard,
        a.item,
        a.unitId,
        JSON.stringify(a.answer),
        '虚构佐证材料',
        person,
        at.toISOString(),
      ]),
    };
  }
}

function batchOf(code: string, year: number): string {
  return `demo-${code}-${year}`;
}

function latestBatch(county: DemoCounty): string | null {
  const year = county.years.at(-1);
  return year === undefined ? null : batchOf(county.area.code, year.schoolYear);
}

function batchRow(county: DemoCounty, year: DemoYear, { seed, detail }: DemoOptions, at: Date): readonly CopyValue[] {
  const rows = county.units.length + year.classes.length + year.staff.length + 1;
  return [
    county.area.code,
    batchOf(county.area.code, year.schoolYear),
    year.schoolYear,
    'demo',
    `seed ${seed}, ${detail}`,
    `${county.area.name.zh}${year.schoolYear}（演示数据）`,
    '',
    0,
    sheets,
    'committed',
    rows,
    rows,
    [county.area.code],
    person,
    at.toISOString(),
    at.toISOString(),
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

/** A school is a row of the sheet, a measure and stage a column, in the order in which they first appear. */
function* factRows(
  code: string,
  year: DemoYear,
  batch: string,
  unitRow: ReadonlyMap<string, number>,
  columnOf: Map<string, number>,
): Generator<readonly CopyValue[]> {
  for (const fact of year.facts) {
    const isCounty = fact.unitId === '';
    yield [
      code,
      year.schoolYear,
      fact.unitId,
      fact.stage,
      fact.measure,
      fact.value,
      batch,
      isCounty ? sheetOf.county : sheetOf.units,
      unitRow.get(fact.unitId) ?? 2,
      columnIn(columnOf, fact),
    ];
  }
}

function columnIn(columnOf: Map<string, number>, { measure, stage }: DemoFact): number {
  const key = `${measure}@${stage}`;
  const known = columnOf.get(key);
  if (known !== undefined) return known;
  columnOf.set(key, columnOf.size + 2);
  return columnOf.size + 1;
}
