import { statisticsDateOf } from '#core/calendar';
import type { Session } from '#core/db';
import { readFrame } from '#engines/facts';
import type { AttributeValue, CheckData, CheckNeeds, ColumnKey, CountyData, Dictionary } from '#standards';
import {
  type CheckedCounty,
  type CheckedSchool,
  type CheckFile,
  fieldNamed,
  stageBits,
  unitKey,
} from './check-file.ts';
import type { HeldSchool, RegistryPort } from './parts.ts';

/** Reading what is held of more counties than this would take longer than the file itself. */
export const mostCheckedCounties = 200;

type Columns = ReadonlyMap<ColumnKey, Float64Array>;

/** The file's data together with what is held: earlier school years, the other schools of the counties. */
export interface HeldData {
  readonly data: CheckData;
  /** The county of each row of `data.counties`. */
  readonly counties: readonly CheckedCounty[];
  /** The ids of the other schools that are alike in these attributes. */
  readonly othersOf: (attributes: readonly string[], row: number) => readonly string[];
}

/**
 * Reads what the checks need beside the file, and no more: only the counties, years and measures that a check of this file names.
 *
 * @remarks Where the file and the database both have a number, the file's is taken: it is what will stand after the import.
 */
export async function withHeld(
  session: Session,
  registry: RegistryPort,
  dictionary: Dictionary,
  file: CheckFile,
  needs: CheckNeeds,
): Promise<HeldData> {
  const counties = [...new Set(file.schools.map(({ countyCode }) => countyCode))];
  const held = await registry.schools(session, counties, needs.alike.map(fieldNamed));
  const ask = (schoolYear: number, columns: ReadonlySet<ColumnKey>, rows: readonly CheckedSchool[]) => {
    const measures = [...new Set([...columns].map((key) => key.slice(0, key.indexOf('@'))))];
    const countyCode = rows.map((school) => school.countyCode);
    const unitId = rows.map((school) => school.unitId);
    return readFrame(session, dictionary, { schoolYear, counties, measures }, { countyCode, unitId, areaCode: [] });
  };
  const earlier = new Map<number, Columns>();
  for (const [yearsBack, columns] of needs.earlier) {
    earlier.set(yearsBack, await readEarlier(file.schools, yearsBack, (year, rows) => ask(year, columns, rows)));
  }
  const { data, othersOf } = alikeAmong(file, held);
  const { counties: added, of } = await readCounties(file, held, needs, ask);
  return {
    othersOf,
    counties: of,
    data: {
      ...data,
      runs: runsOf(file, held),
      column: (key, back) => (back === 0 ? file.data.column(key, 0) : (earlier.get(back)?.get(key) ?? null)),
      counties: added,
    },
  };
}

/** The file's schools among themselves, where nothing that is held is asked. */
export function fileAlone(file: CheckFile): HeldData {
  return alikeAmong(file, []);
}

function alikeAmong(file: CheckFile, held: readonly HeldSchool[]): HeldData {
  const sites = sitesOf(file, held);
  return {
    counties: [],
    data: { ...file.data, alike: (attributes) => countAlike(file, attributes, sites(attributes)) },
    othersOf: (attributes, row) => {
      const own = file.schools[row]?.unitId;
      const key = siteOf(file, attributes, row);
      return key === null ? [] : [...(sites(attributes).get(key) ?? [])].filter((id) => id !== own);
    },
  };
}

type Ask = (
  schoolYear: number,
  columns: ReadonlySet<ColumnKey>,
  rows: readonly CheckedSchool[],
) => Promise<{ readonly units: Columns }>;

async function readEarlier(
  schools: readonly CheckedSchool[],
  yearsBack: number,
  read: (year: number, rows: readonly CheckedSchool[]) => Promise<{ readonly units: Columns }>,
): Promise<Columns> {
  const columns = new Map<ColumnKey, Float64Array>();
  for (const year of new Set(schools.map(({ schoolYear }) => schoolYear))) {
    const places = schools.flatMap(({ schoolYear }, row) => (schoolYear === year ? [row] : []));
    const rows = places.flatMap((row) => schools[row] ?? []);
    const { units } = await read(year - yearsBack, rows);
    for (const [key, values] of units) {
      const column = columns.get(key) ?? new Float64Array(schools.length).fill(Number.NaN);
      columns.set(key, column);
      places.forEach((row, at) => {
        column[row] = values[at] ?? Number.NaN;
      });
    }
  }
  return columns;
}

/** Stages of schools that the file only has numbers of are those of the registry. */
function runsOf(file: CheckFile, held: readonly HeldSchool[]): Uint8Array {
  const known = new Map(held.map((school) => [unitKey(school), stageBits(school.stages)]));
  return file.data.runs.map((bits, row) => {
    const school = file.schools[row];
    return file.unitAt(row) === undefined && school !== undefined ? (known.get(unitKey(school)) ?? bits) : bits;
  });
}

async function readCounties(
  file: CheckFile,
  held: readonly HeldSchool[],
  needs: CheckNeeds,
  ask: Ask,
): Promise<{ readonly counties: CountyData; readonly of: readonly CheckedCounty[] }> {
  const groups = new Map<string, number>();
  const of: CheckedCounty[] = [];
  const schools: CheckedSchool[] = [];
  const runs: number[] = [];
  const group: number[] = [];
  const rowOf = new Map<string, number>();
  const add = (school: CheckedSchool, bits: number) => {
    const county = groups.get(`${school.countyCode}\n${school.schoolYear}`);
    const key = `${unitKey(school)}\n${school.schoolYear}`;
    if (county === undefined || rowOf.has(key)) return;
    rowOf.set(key, schools.push(school) - 1);
    runs.push(bits);
    group.push(county);
  };
  if (needs.counties.size > 0) {
    for (const { countyCode, schoolYear } of file.schools) {
      const key = `${countyCode}\n${schoolYear}`;
      if (!groups.has(key)) groups.set(key, of.push({ countyCode, schoolYear }) - 1);
    }
    file.schools.forEach((school, row) => {
      add(school, file.data.runs[row] ?? 0);
    });
    for (const year of new Set(file.schools.map(({ schoolYear }) => schoolYear))) {
      for (const { closedOn, stages, countyCode, unitId } of held) {
        if (closedOn === null || closedOn > statisticsDateOf(year)) {
          add({ countyCode, unitId, schoolYear: year }, stageBits(stages));
        }
      }
    }
  }
  const columns = new Map<number, Columns>();
  for (const [yearsBack, wanted] of needs.counties) {
    const read = await readEarlier(schools, yearsBack, (year, rows) => ask(year, wanted, rows));
    columns.set(yearsBack, yearsBack > 0 ? read : overlaid(read, wanted, file, schools.length));
  }
  const counties: CountyData = {
    size: groups.size,
    group: Int32Array.from(group),
    runs: Uint8Array.from(runs),
    column: (key, back) => columns.get(back)?.get(key) ?? null,
    attribute: () => null,
  };
  return { counties, of };
}

/** The file's schools come first among the counties' schools, in the file's order. */
function overlaid(read: Columns, wanted: ReadonlySet<ColumnKey>, file: CheckFile, size: number): Columns {
  const columns = new Map(read);
  for (const key of wanted) {
    const own = file.data.column(key, 0);
    if (own === null) continue;
    const column = columns.get(key) ?? new Float64Array(size).fill(Number.NaN);
    own.forEach((value, row) => {
      if (!Number.isNaN(value)) column[row] = value;
    });
    columns.set(key, column);
  }
  return columns;
}

type Sites = ReadonlyMap<string, ReadonlySet<string>>;

/** The schools (no campuses or teaching points) by what they are alike in; the file's word goes before the registry's. */
function sitesOf(file: CheckFile, held: readonly HeldSchool[]): (attributes: readonly string[]) => Sites {
  const known = new Map<string, Sites>();
  return (attributes) => {
    const name = attributes.join(' ');
    const before = known.get(name);
    if (before !== undefined) return before;
    const sites = new Map<string, Set<string>>();
    const add = (key: string | null, id: string) => {
      if (key !== null) sites.set(key, (sites.get(key) ?? new Set()).add(id));
    };
    const told = new Set<string>();
    file.schools.forEach((school, row) => {
      if (file.unitAt(row) === undefined) return;
      told.add(unitKey(school));
      add(siteOf(file, attributes, row), school.unitId);
    });
    for (const school of held) {
      if (school.closedOn !== null || school.kind !== 'school' || told.has(unitKey(school))) continue;
      const values = attributes.map((attribute) => school.values[fieldNamed(attribute)] ?? null);
      add(keyOf(school.countyCode, values), school.unitId);
    }
    known.set(name, sites);
    return sites;
  };
}

function siteOf(file: CheckFile, attributes: readonly string[], row: number): string | null {
  const record = file.unitAt(row);
  if (record?.values.kind !== 'school') return null;
  return keyOf(
    record.countyCode,
    attributes.map((attribute) => file.data.attribute(attribute)?.[row] ?? null),
  );
}

function keyOf(countyCode: string, values: readonly AttributeValue[]): string | null {
  return values.includes(null) ? null : `${countyCode} ${values.join(' ')}`;
}

function countAlike(file: CheckFile, attributes: readonly string[], sites: Sites): readonly AttributeValue[] {
  return file.schools.map((_, row) => {
    const key = siteOf(file, attributes, row);
    return key === null ? null : (sites.get(key)?.size ?? null);
  });
}
