import type { CopyValue, Database, Session } from '#core/db';
import { countyWorkbookPlaces } from '#engines/exchange';
import { registryDatasets } from '#modules/organization';
import type { Dictionary } from '#standards';
import { personsOfArea, personsOfCounty, writePersons } from './demo-persons.ts';
import { generateDemo } from './generate-demo.ts';
import type { DemoArea, DemoCounty, DemoOptions } from './model.ts';
import { batchOf, person, type Writing } from './provenance.ts';
import { clearSeats } from './seats-rows.ts';
import { AreaSums } from './sum-areas.ts';
import { tablesOf } from './table-rows.ts';
import { writeAreaFacts } from './write-area-facts.ts';

export interface WrittenDemo {
  readonly counties: number;
  /** Counties that were there already and were left as they are. */
  readonly skipped: number;
  readonly units: number;
  readonly facts: number;
  readonly classes: number;
  readonly staff: number;
  readonly attestations: number;
}

export interface DemoProgress {
  readonly county: string;
  readonly done: number;
}

export interface DatabaseTarget {
  readonly database: Database;
  /** The measures, whose order gives every number its cell in the county workbook. */
  readonly dictionary: Dictionary;
  readonly at: Date;
  readonly onProgress?: (progress: DemoProgress) => void;
}

/** Counties on their way at once, where the database has more than one connection. */
const serverLanes = 3;

/**
 * Writes a demo straight into the database, one transaction a county, in the memory of a few counties.
 *
 * @remarks A county that already has schools is left alone, so that a broken run can be started again.
 */
export async function writeToDatabase(options: DemoOptions, target: DatabaseTarget): Promise<WrittenDemo> {
  const { database } = target;
  const lanes = database.engine === 'embedded' ? 1 : serverLanes;
  const places = countyWorkbookPlaces(registryDatasets, target.dictionary);
  const total = { counties: 0, skipped: 0, units: 0, facts: 0, classes: 0, staff: 0, attestations: 0 };
  const underWay = new Set<Promise<void>>();
  const sums = new AreaSums();
  // The nation is not ours to invent figures for, unless the whole of it is invented.
  if (options.size === 'nation') sums.know(nation);
  const writeOne = async (county: DemoCounty): Promise<void> => {
    const isWritten = await writeCounty(database, { county, options, places, at: target.at });
    count(total, county, isWritten);
    target.onProgress?.({ county: county.area.name.zh, done: total.counties });
  };
  await writeAreas(database, [nation]);
  await writePersons(database, personsOfArea(nation), target.at);
  for (const part of generateDemo(options)) {
    if (!('units' in part)) {
      await Promise.all(underWay);
      await writeAreas(database, [part.area]);
      await writePersons(database, personsOfArea(part.area), target.at);
      sums.know(part.area);
      continue;
    }
    sums.add(part);
    const work: Promise<void> = writeOne(part).finally(() => underWay.delete(work));
    underWay.add(work);
    if (underWay.size >= lanes) await Promise.race(underWay);
  }
  await Promise.all(underWay);
  for (const county of sums.areas()) await writeAreaFacts(database, { county, options, places, at: target.at });
  return total;
}

function count(total: Mutable<WrittenDemo>, county: DemoCounty, isWritten: boolean): void {
  total.counties += 1;
  if (!isWritten) {
    total.skipped += 1;
    return;
  }
  total.units += county.units.length;
  for (const year of county.years) {
    total.facts += year.facts.length;
    total.classes += year.classes.length;
    total.staff += year.staff.length;
    total.attestations += year.attestations.length;
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function writeCounty(database: Database, writing: Writing): Promise<boolean> {
  const { county } = writing;
  return database.transaction(async (session) => {
    const [found] = await session.query<{ n: number }>('SELECT count(*)::int AS n FROM unit WHERE county_code = $1', [
      county.area.code,
    ]);
    if (found !== undefined && found.n > 0) return false;
    await writeAreas(session, [county.area, ...county.townships]);
    await clearUndone(session, writing);
    for (const { table, columns, rows } of tablesOf(writing)) {
      await session.copyIn({ table, columns }, rows);
    }
    await writePersons(session, personsOfCounty(county), writing.at);
    return true;
  });
}

/** What stays of a demo that was undone: its batches, what was attested, and the school years, which stay as they are. */
async function clearUndone(session: Session, { county, options }: Writing): Promise<void> {
  const { code } = county.area;
  if (options.detail === 'rows') await clearSeats(session, code);
  const years = county.years.map(({ schoolYear }) => schoolYear);
  await session.query("DELETE FROM import_batch WHERE area_code = $1 AND id = ANY ($2::text[]) AND state = 'undone'", [
    code,
    years.map((year) => batchOf(code, year)),
  ]);
  await session.query('DELETE FROM attestation WHERE county_code = $1 AND by_person = $2', [code, person]);
  await session.query(
    `INSERT INTO school_year (county_code, year, state) SELECT $1, year, 'open' FROM unnest($2::int[]) AS year
     ON CONFLICT (county_code, year) DO NOTHING`,
    [code, years],
  );
}

const nation: DemoArea = {
  code: '000000',
  level: 'nation',
  parentCode: null,
  name: { zh: '全国', key: 'quanguo' },
  nameEn: 'Nation',
};

/** Areas that another source has brought stay as they are. */
async function writeAreas(session: Session, areas: readonly DemoArea[]): Promise<void> {
  const values: CopyValue[] = [];
  const tuples = areas.map(({ code, level, parentCode, name, nameEn }) => {
    const at =
      values.push(code, level, level === 'nation' ? 'division' : 'local', parentCode, name.zh, nameEn, name.key) - 6;
    return `(${Array.from({ length: 7 }, (_, i) => `$${at + i}`).join(', ')})`;
  });
  await session.query(
    `INSERT INTO area (code, level, kind, parent_code, name, name_en, name_key) VALUES ${tuples.join(', ')} ON CONFLICT (code) DO NOTHING`,
    values,
  );
}
