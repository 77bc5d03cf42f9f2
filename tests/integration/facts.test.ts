import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#core/db';
import { type Fact, factsMigrations, listYears, readFact, readFrame, readUnitFacts } from '#engines/facts';
import type { Dictionary, Measure } from '#standards';
import { testEngines } from './test-database.ts';
import { writeFacts } from './write-facts.ts';

const migrations = [
  factsMigrations,
  { owner: 'exchange', folder: pathToFileURL(`${path.resolve('src/engines/exchange/migrations')}/`) },
];

const measure = (id: string, stages: Measure['stages'], derive: Measure['derive']): [string, Measure] => [
  id,
  {
    id,
    words: { zh: id, en: id },
    unit: 'pupil',
    kind: 'count',
    level: 'unit',
    stages,
    shared: false,
    range: [0, 1e6],
    note: null,
    derive,
    forms: [],
  },
];
const rows = (from: 'classes' | 'staff', take: string, rest: Partial<NonNullable<Measure['derive']>> = {}) => ({
  rows: from,
  take,
  pupilsFrom: null,
  pupilsTo: null,
  where: null,
  ...rest,
});
const dictionary: Dictionary = {
  id: 'TEST',
  version: '1',
  measures: new Map([
    measure('students', ['primary', 'junior'], rows('classes', 'sum of pupils')),
    measure('classes', ['primary', 'junior'], rows('classes', 'number of rows')),
    measure('classesOver45', ['primary', 'junior'], rows('classes', 'number of rows', { pupilsFrom: 46 })),
    measure('staff', ['all'], rows('staff', 'number of rows')),
    measure(
      'peArtsTeachers',
      ['primary'],
      rows('staff', 'number of rows', { where: 'full-time teachers of the stage in PE, music, fine arts or arts' }),
    ),
    measure('books', ['all'], null),
  ]),
};

const fact = (
  unitId: string,
  measureId: string,
  stage: Fact['stage'],
  value: number,
  more: Partial<Fact> = {},
): Fact => ({
  countyCode: '341181',
  schoolYear: 2026,
  unitId,
  stage,
  measure: measureId,
  value,
  batchId: 'b1',
  sheet: 1,
  sheetRow: 5,
  sheetColumn: 3,
  ...more,
});

describe.each(testEngines)('facts on $engine', ({ open }) => {
  let database: Database;
  const write = (facts: readonly Fact[]) => database.transaction((session) => writeFacts(session, facts));
  const frame = (measures?: string[]) =>
    readFrame(
      database,
      dictionary,
      { schoolYear: 2026, counties: ['341181'], ...(measures === undefined ? {} : { measures }) },
      { countyCode: ['341181', '341181', '341182'], unitId: ['A', 'B', 'A'], areaCode: ['341100', '341181'] },
    );

  beforeAll(async () => {
    database = await open(migrations);
    await database.query(
      `INSERT INTO import_batch (area_code, id, profile, profile_version, file_name, file_sha256, file_bytes, sheets, state, rows_read,
         rows_ready, counties, by_person, created_at)
       VALUES ('341181', 'b1', 'p', '1', '报表.xlsx', '', 1, ARRAY['封面', '数据'], 'committed', 1, 1, ARRAY['341181'], 'li', now())`,
    );
    await write([
      fact('A', 'students', 'primary', 500),
      fact('A', 'students', 'junior', 300),
      fact('B', 'students', 'primary', 0.1 + 0.2),
      fact('A', 'books', 'all', 9000),
      fact('', 'books', 'all', 7),
      fact('A', 'students', 'primary', 1, { countyCode: '341182' }),
      fact('gone', 'students', 'primary', 1),
      fact('A', 'students', 'primary', 450, { schoolYear: 2025 }),
    ]);
  });
  afterAll(() => database.close());

  test('columns hold what was reported, NaN elsewhere, only of the counties and year asked for', async () => {
    const { units, areas, disagreements } = await frame();
    expect([...(units.get('students@primary') ?? [])]).toEqual([500, 0.1 + 0.2, Number.NaN]);
    expect([...(units.get('students@junior') ?? [])]).toEqual([300, Number.NaN, Number.NaN]);
    expect([...(areas.get('books@all') ?? [])]).toEqual([Number.NaN, 7]);
    expect(disagreements).toEqual([]);
    expect([...(await frame(['books'])).units.keys()]).toEqual(['books@all']);
  });

  test('a fact names its file, sheet, row, column and person', async () => {
    expect(await readFact(database, fact('A', 'students', 'primary', 0))).toMatchObject({
      value: 500,
      source: { fileName: '报表.xlsx', sheetName: '数据', sheetRow: 5, sheetColumn: 3, importedBy: 'li' },
    });
    expect(await readFact(database, fact('Z', 'students', 'primary', 0))).toBeUndefined();
    const all = await readUnitFacts(database, '341181', 'A');
    expect(all.map(({ schoolYear, value }) => [schoolYear, value])).toEqual([
      [2026, 9000],
      [2026, 300],
      [2026, 500],
      [2025, 450],
    ]);
    expect(await readUnitFacts(database, '341181', 'A', 2025)).toHaveLength(1);
  });

  test('years with facts, newest first', async () => {
    expect(await listYears(database, ['341181', '341182'], 2030)).toEqual([2026, 2025]);
    expect(await listYears(database, ['110101'], 2030)).toEqual([]);
  });

  test('class and staff rows win over typed numbers, and the difference is told', async () => {
    await database.copyIn(
      { table: 'school_class', columns: ['county_code', 'school_year', 'unit_id', 'id', 'stage', 'grade', 'pupils'] },
      [
        ['341181', 2026, 'A', '1', 'primary', 1, 45],
        ['341181', 2026, 'A', '2', 'primary', 2, 46],
        ['341181', 2026, 'A', '3', 'junior', 7, 300],
        ['341182', 2026, 'A', '3', 'primary', 1, 9],
      ],
    );
    await database.copyIn(
      { table: 'staff', columns: ['county_code', 'school_year', 'unit_id', 'id', 'role', 'stage', 'subject'] },
      [
        ['341181', 2026, 'B', '1', 'teacher', 'primary', 'music'],
        ['341181', 2026, 'B', '2', 'teacher', 'primary', 'chinese'],
        ['341181', 2026, 'B', '3', 'support', null, null],
      ],
    );
    const { units, disagreements } = await frame();
    expect([...(units.get('students@primary') ?? [])]).toEqual([91, 0.1 + 0.2, Number.NaN]);
    expect([...(units.get('students@junior') ?? [])]).toEqual([300, Number.NaN, Number.NaN]);
    expect(units.get('classesOver45@primary')?.[0]).toBe(1);
    expect(units.get('staff@all')?.[1]).toBe(3);
    expect(units.get('peArtsTeachers@primary')?.[1]).toBe(1);
    expect(disagreements).toEqual([
      {
        countyCode: '341181',
        schoolYear: 2026,
        unitId: 'A',
        stage: 'primary',
        measure: 'students',
        typed: 500,
        derived: 91,
        rows: 'classes',
      },
    ]);
  });
});
