import type { DemoAttestation, DemoCounty, DemoUnit, DemoYear } from '#modules/demo';
import type { AttributeValue, ColumnKey, EvaluationInput } from '#standards';

/** A demo county's year as an evaluation's input, with what was attested under a standard; row 0 of the areas is the county. */
export function evaluationInput(county: DemoCounty, schoolYear: number, standard: string): EvaluationInput {
  const year = county.years.find((candidate) => candidate.schoolYear === schoolYear);
  const rowOf = new Map(county.units.map((unit, row) => [unit.id, row]));
  const unitColumns = new Map<ColumnKey, Float64Array>();
  const areaColumns = new Map<ColumnKey, Float64Array>();
  for (const { unitId, stage, measure, value } of year?.facts ?? []) {
    const columns = unitId === '' ? areaColumns : unitColumns;
    const key: ColumnKey = `${measure}@${stage}`;
    const column = columns.get(key) ?? new Float64Array(unitId === '' ? 1 : county.units.length).fill(Number.NaN);
    columns.set(key, column);
    column[rowOf.get(unitId) ?? 0] = value;
  }
  return {
    schoolYear,
    units: {
      size: county.units.length,
      id: county.units.map((unit) => unit.id),
      name: county.units.map((unit) => unit.name.zh),
      county: new Int32Array(county.units.length),
      attributes: attributesOf(county.units),
      columns: unitColumns,
    },
    areas: {
      size: 1,
      code: [county.area.code],
      name: [county.area.name.zh],
      level: ['county'],
      parent: Int32Array.of(-1),
      columns: areaColumns,
    },
    attested: attestedUnder(year, standard).map(({ item, unitId, answer }) => ({
      item,
      area: county.area.code,
      answer,
      evidence: '虚构佐证材料',
      by: '演示数据',
      on: `${schoolYear}-10-01`,
      ...(unitId === '' ? {} : { unit: unitId }),
    })),
  };
}

function attestedUnder(year: DemoYear | undefined, standard: string): readonly DemoAttestation[] {
  return year?.attestations.filter((attestation) => attestation.standard === standard) ?? [];
}

function attributesOf(units: readonly DemoUnit[]): Readonly<Record<string, readonly AttributeValue[]>> {
  return {
    kind: units.map((unit) => unit.kind),
    category: units.map((unit) => unit.category),
    ownership: units.map((unit) => unit.ownership),
    urbanRural: units.map((unit) => unit.urbanRural),
    boarding: units.map((unit) => unit.boarding),
    yearBuilt: units.map((unit) => unit.yearBuilt),
    township: units.map((unit) => unit.townshipCode),
    group: units.map((unit) => unit.group),
    denseCentre: units.map((unit) => unit.denseCentre),
  };
}
