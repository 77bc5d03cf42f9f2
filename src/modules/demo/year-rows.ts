import type { CopyValue } from '#core/db';
import type { DemoCounty, DemoFact, DemoOptions, DemoYear } from './model.ts';
import { batchOf, person, sheetOf, type TableRows } from './provenance.ts';

/** What a county reported and attested in one year. `columnOf` is shared by the years, so that a measure keeps its column. */
export function* yearRows(
  county: DemoCounty,
  year: DemoYear,
  options: DemoOptions,
  at: Date,
  columnOf: Map<string, number>,
): Generator<TableRows> {
  const code = county.area.code;
  const unitRow = new Map(county.units.map((unit, i) => [unit.id, i + 2]));
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
  if (options.detail !== 'rows') return;
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
    columns: ['county_code', 'school_year', 'standard_id', 'item', 'unit_id', 'answer', 'evidence', 'by_person', 'at'],
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
