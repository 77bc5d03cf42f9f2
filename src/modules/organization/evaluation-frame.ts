import { statisticsDateOf } from '#core/calendar';
import { forEachTuple, quoteText, type Session } from '#core/db';
import { type Disagreement, readFrame } from '#engines/facts';
import { type AreaTable, type AttributeValue, type Dictionary, stages, type UnitTable } from '#standards';
import { findSubtree } from './area-repository.ts';
import type { Area } from './contract.ts';
import { TextColumn } from './text-column.ts';

export interface FrameQuestion {
  readonly area: string;
  readonly schoolYear: number;
  /** Only these measures; absent = all. */
  readonly measures?: readonly string[];
  /** Told the share that is read. */
  readonly onRead?: ((share: number) => void) | undefined;
}

/** An evaluation's input without what people attest. */
export interface EvaluationFrame {
  readonly schoolYear: number;
  readonly units: UnitTable;
  readonly areas: AreaTable;
  readonly disagreements: readonly Disagreement[];
}

const unitFields = [
  'county_code',
  'id',
  'name',
  'kind',
  'category',
  'ownership',
  'urban_rural',
  'boarding::text',
  'year_built::text',
  'township_code',
  'group_id',
  "attributes ->> 'denseCentre'",
  "array_to_string(stages, ' ')",
];

/** What differs from unit to unit; the rest are few texts. */
const ofItsOwn = new Set(['id', 'name']);

interface UnitList {
  readonly county: string[];
  readonly id: string[];
  readonly name: string[];
  readonly attributes: Record<string, AttributeValue[]>;
  readonly stages: Uint8Array;
}

/**
 * Reads the units, areas and facts at or below an area for one school year, as typed columns.
 *
 * @remarks
 * The area itself is row 0 of the areas, with parent -1; of those below only areas with units are kept. Units closed before the
 * statistics day are left out. A township stands as its county with the units of that township.
 */
export async function readEvaluationFrame(
  session: Session,
  dictionary: Dictionary,
  root: Area,
  question: FrameQuestion,
): Promise<EvaluationFrame> {
  const isTownship = root.level === 'township';
  const subtree = isTownship ? [root] : await findSubtree(session, root.code);
  const counties = isTownship ? [root.parent ?? ''] : subtree.map(({ code }) => code);
  const list = await readUnits(session, counties, isTownship ? root.code : null, question.schoolYear);
  const areas = isTownship ? [root] : withUnits(subtree, new Set(list.county));
  const rowOf = new Map(areas.map(({ code }, row) => [code, row]));
  const measures = question.measures === undefined ? {} : { measures: question.measures };
  const columns = await readFrame(
    session,
    dictionary,
    {
      schoolYear: question.schoolYear,
      counties: root.level === 'nation' ? 'all' : counties,
      onRead: question.onRead,
      ...measures,
    },
    { countyCode: list.county, unitId: list.id, areaCode: areas.map(({ code }) => code) },
  );
  return {
    schoolYear: question.schoolYear,
    units: {
      size: list.id.length,
      id: list.id,
      name: list.name,
      county: Int32Array.from(list.county, (code) => rowOf.get(code) ?? 0),
      stages: list.stages,
      attributes: list.attributes,
      columns: columns.units,
    },
    areas: {
      size: areas.length,
      code: areas.map(({ code }) => code),
      name: areas.map(({ name }) => name),
      level: areas.map(({ level }) => level),
      parent: Int32Array.from(areas, ({ parent }) => rowOf.get(parent ?? '') ?? -1),
      columns: columns.areas,
    },
    disagreements: columns.disagreements,
  };
}

/** The root, and every area that has units at or below it. */
function withUnits(subtree: readonly Area[], counties: ReadonlySet<string>): readonly Area[] {
  const kept = new Set<string>();
  const parents = new Map(subtree.map(({ code, parent }) => [code, parent]));
  for (const county of counties) {
    for (let code: string | null | undefined = county; code && !kept.has(code); code = parents.get(code)) {
      kept.add(code);
    }
  }
  return subtree.filter(({ code }, row) => row === 0 || kept.has(code));
}

async function readUnits(
  session: Session,
  counties: readonly string[],
  township: string | null,
  schoolYear: number,
): Promise<UnitList> {
  const query = `SELECT ${unitFields.join(', ')} FROM unit
    WHERE county_code = ANY (ARRAY[${counties.map(quoteText).join(',')}]::text[])
      AND (closed_on IS NULL OR closed_on > date '${statisticsDateOf(schoolYear)}')
      ${township === null ? '' : `AND township_code = ${quoteText(township)}`}
    ORDER BY county_code, id`;
  const columns = unitFields.map((field) => new TextColumn(ofItsOwn.has(field) ? 'each its own' : 'few'));
  await forEachTuple(session.copyOut(query, 'binary'), unitFields.length, ({ bytes, starts, ends }) => {
    for (let field = 0; field < columns.length; field += 1) {
      columns[field]?.add(bytes, starts[field] ?? -1, ends[field] ?? 0);
    }
  });
  const texts = columns.map(({ values }) => values);
  const [county = [], id = [], name = [], kind = [], category = [], ownership = [], urbanRural = []] = texts;
  const [boarding = [], yearBuilt = [], towns = [], group = [], denseCentre = [], running = []] = texts.slice(7);
  const asYes = (text: string | null): AttributeValue => (text === null ? null : text === 'true');
  return {
    county: county.map(String),
    id: id.map(String),
    name: name.map(String),
    attributes: {
      kind,
      category,
      ownership,
      urbanRural,
      boarding: boarding.map(asYes),
      yearBuilt: yearBuilt.map((text) => (text === null ? null : Number(text))),
      township: towns,
      group,
      denseCentre: denseCentre.map(asYes),
    },
    stages: Uint8Array.from(running, (names) => stageBits(names ?? '')),
  };
}

/** The stages a unit runs, as the bits that `UnitTable.stages` wants. */
function stageBits(names: string): number {
  return stages.reduce((bits, stage, bit) => (names.split(' ').includes(stage) ? bits | (1 << bit) : bits), 0);
}
