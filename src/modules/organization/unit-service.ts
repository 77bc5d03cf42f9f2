import { everything, type Reach } from '#core/access';
import type { Session } from '#core/db';
import { readCursor, writeCursor } from '#core/http';
import { readUnitFacts, type SourcedFact } from '#engines/facts';
import { columnLetter } from '#engines/sheets';
import type { Dictionary } from '#standards';
import { findPath } from './area-repository.ts';
import { requireArea, requireSeen, scopeOf } from './area-service.ts';
import type { UnitDetail, UnitFact, UnitsPage, UnitsQuery } from './contract.ts';
import { errors } from './errors.ts';
import { findLegalPerson } from './legal-person-repository.ts';
import { countFiltered, findRelated, findUnit, findUnits } from './unit-repository.ts';
import { type UnitRow, unitOf } from './unit-row.ts';

export async function readUnits(
  session: Session,
  code: string,
  query: UnitsQuery,
  seen: Reach = everything,
): Promise<UnitsPage> {
  const area = await requireSeen(session, code, seen);
  const scope = { ...(await scopeOf(session, area)), seen };
  const { cursor, limit, sort, submitted, year, ...rest } = query;
  const submission = submitted === undefined || year === undefined ? undefined : { submitted, year };
  const filter = { ...rest, submission };
  const total = await countFiltered(session, scope, filter);
  const after = cursor === undefined ? null : readUnitCursor(cursor);
  const found = await findUnits(session, scope, filter, { sort, after, limit: limit + 1 });
  const last = found[limit - 1];
  return {
    area: { code: area.code, name: area.name, level: area.level },
    total,
    rows: found.slice(0, limit).map(({ unit }) => unit),
    nextCursor:
      found.length > limit && last !== undefined
        ? writeCursor([sort === 'name' ? last.nameKey : last.unit.id, last.unit.county, last.unit.id])
        : null,
  };
}

function readUnitCursor(cursor: string): readonly [string, string, string] {
  const [key, county, id] = readCursor(cursor, 3);
  return [String(key), String(county), String(id)];
}

/** @throws DomainError `organization.areaNotFound`, `organization.unitNotFound` */
async function requireUnit(session: Session, code: string, id: string): Promise<UnitRow> {
  const scope = await scopeOf(session, await requireArea(session, code));
  const unit = await findUnit(session, scope.counties, id);
  if (unit === undefined) {
    throw errors.unitNotFound({ area: code, unit: id });
  }
  return unit;
}

export async function readUnit(session: Session, code: string, id: string): Promise<UnitDetail> {
  const row = await requireUnit(session, code, id);
  const related = await findRelated(session, row);
  const facts = await readUnitFacts(session, row.county_code, row.id);
  const path = await findPath(session, row.county_code);
  const county = await requireArea(session, row.county_code);
  const person =
    row.legal_person_id === null ? null : await findLegalPerson(session, row.county_code, row.legal_person_id);
  return {
    unit: unitOf(row),
    path: [...path, { code: county.code, name: county.name, level: county.level }],
    point:
      row.point_datum === null || row.point_x === null || row.point_y === null
        ? null
        : { datum: row.point_datum, x: row.point_x, y: row.point_y },
    legalPerson: person,
    parent: related.find((unit) => unit.id === row.parent_unit_id) ?? null,
    siblings: related.filter((unit) => unit.id !== row.parent_unit_id),
    attributes: row.attributes,
    years: [...new Set(facts.map(({ schoolYear }) => schoolYear))],
  };
}

export async function readFactsOfUnit(
  session: Session,
  dictionary: Dictionary,
  code: string,
  id: string,
  year: number | undefined,
): Promise<{ unit: string; rows: UnitFact[] }> {
  const row = await requireUnit(session, code, id);
  const facts = await readUnitFacts(session, row.county_code, row.id, year);
  return { unit: id, rows: facts.map((fact) => factOf(dictionary, fact)) };
}

function factOf(dictionary: Dictionary, fact: SourcedFact): UnitFact {
  const measure = dictionary.measures.get(fact.measure);
  const unit = measure?.unit ?? '';
  return {
    measure: fact.measure,
    stage: fact.stage,
    name: measure?.words ?? { zh: fact.measure, en: fact.measure },
    unit: { zh: unit, en: unit },
    schoolYear: fact.schoolYear,
    value: fact.value,
    source:
      fact.source === null
        ? null
        : {
            batch: fact.source.batchId,
            file: fact.source.fileName,
            sheet: fact.source.sheetName,
            row: fact.source.sheetRow,
            column: columnLetter(fact.source.sheetColumn),
            importedAt: fact.source.importedAt.toISOString(),
            importedBy: fact.source.importedBy,
          },
  };
}
