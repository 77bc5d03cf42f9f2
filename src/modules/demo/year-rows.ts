import type { CopyValue } from '#core/db';
import { factColumns } from '#engines/facts';
import type { DemoFact, DemoYear } from './model.ts';
import { batchOf, person, sortedBy, type TableRows, type Writing } from './provenance.ts';

/** What a county reported and attested in one year. */
export function* yearRows(writing: Writing, year: DemoYear): Generator<TableRows> {
  const { county, options, places, at } = writing;
  const code = county.area.code;
  const batch = batchOf(code, year.schoolYear);
  yield {
    table: 'fact',
    columns: factColumns,
    rows: factRows(writing, year, batch),
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
    rows: sortedBy(year.classes, (c) => `${c.unitId}\t${c.id}`).map((c, i) => [
      code,
      year.schoolYear,
      c.unitId,
      c.id,
      c.stage,
      c.grade,
      c.name,
      c.pupils,
      batch,
      places.sheetOfDataset.get('classes'),
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
    rows: sortedBy(year.staff, (s) => `${s.unitId}\t${s.id}`).map((s, i) => [
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
      places.sheetOfDataset.get('staff'),
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

/** Every figure with the cell of the county workbook in which it stands. */
function* factRows({ county, places }: Writing, year: DemoYear, batch: string): Generator<readonly CopyValue[]> {
  const units = sortedBy(county.units, ({ id }) => id);
  const unitRow = new Map(units.map(({ id }, i) => [id, i + 2]));
  const stageRow = new Map(
    units.flatMap(({ id, stages }) => stages.map((stage) => `${id} ${stage}`)).map((key, i) => [key, i + 2]),
  );
  const cellOf = ({ unitId, stage, measure }: DemoFact): readonly CopyValue[] => {
    if (unitId === '') return [places.areaSheet, places.areaRowOf.get(measure), places.areaColumn];
    return stage === 'all'
      ? [places.wholeSheet, unitRow.get(unitId), places.wholeColumnOf.get(measure)]
      : [places.stageSheet, stageRow.get(`${unitId} ${stage}`), places.stageColumnOf.get(measure)];
  };
  for (const fact of year.facts) {
    const { unitId, stage, measure, value } = fact;
    yield [county.area.code, year.schoolYear, unitId, stage, measure, value, batch, ...cellOf(fact)];
  }
}
