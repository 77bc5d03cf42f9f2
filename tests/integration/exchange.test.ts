import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { withoutAudit } from '#core/audit';
import type { Database } from '#core/db';
import { type Exchange, exchangeMigrations, type ImportRequest, openExchange } from '#engines/exchange';
import { factsMigrations } from '#engines/facts';
import { divisionSeed, exchangeRegistry, organizationMigrations, registryDatasets } from '#modules/organization';
import { dictionary } from './sample-dictionary.ts';
import { shippedChecks } from './shipped-checks.ts';
import { testEngines } from './test-database.ts';

const profile = `
profile: sample
title: { zh: 样例, en: Sample }
sheets:
  - records:
      - dataset: units
        fields: { id: 标识码, name: 学校, category: { column: 类型 }, ownership: { value: public } }
    facts:
      - unit: 标识码
        stage: { value: primary }
        measures:
          - { measure: students, column: 学生, optional: true }
          - { measure: fullTimeTeachers, column: 教师, optional: true }
`;
const county = '341181';
const at = new Date('2026-10-01T08:00:00Z');
const csv = (...rows: string[]) => new TextEncoder().encode(['标识码,学校,类型,学生,教师', ...rows].join('\n'));
const many = (students: number) =>
  csv(...Array.from({ length: 30 }, (_, n) => `21340010${n + 10},第${n}小学,小学,${students + n},${20 + n}`));

describe.each(testEngines)('import on $engine', ({ open }) => {
  let database: Database;
  let exchange: Pick<
    Exchange,
    'dryRunImport' | 'previewImport' | 'commitImport' | 'undoImport' | 'importFile' | 'listImports' | 'findingsOf'
  >;

  beforeAll(async () => {
    database = await open([organizationMigrations, factsMigrations, exchangeMigrations], [divisionSeed]);
    exchange = openExchange({
      audit: withoutAudit,
      database,
      datasets: registryDatasets,
      dictionary,
      registry: exchangeRegistry,
      checks: shippedChecks(),
      profiles: new Map([['sample', profile]]),
    });
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    for (const table of [
      'fact',
      'unit',
      'import_batch',
      'import_file',
      'import_before',
      'fact_before',
      'school_year',
    ]) {
      await database.query(`DELETE FROM ${table}`);
    }
  });

  const request = (bytes: Uint8Array, name = 'a.csv', schoolYear = 2026): ImportRequest => ({
    areaCode: county,
    schoolYear,
    profile: 'sample',
    file: { name, bytes },
    by: 'tester',
    at,
  });
  const commit = async (bytes: Uint8Array, name = 'a.csv', schoolYear = 2026) => {
    const { batchId } = await exchange.previewImport(request(bytes, name, schoolYear));
    const result = await exchange.commitImport({ areaCode: county, batchId: batchId ?? '', partial: false, at });
    return {
      batchId: batchId ?? '',
      changes: result.changes.map((c) => [c.dataset, c.inserted, c.changed, c.unchanged]),
    };
  };
  const undo = (batchId: string) =>
    exchange.undoImport({ areaCode: county, batchId, reason: 'test', by: 'tester', at });
  const state = async () => [
    await database.query('SELECT * FROM fact ORDER BY county_code, school_year, unit_id, stage, measure'),
    await database.query('SELECT * FROM unit ORDER BY county_code, id'),
    await database.query('SELECT * FROM fact_before ORDER BY 1, 2, 3, 4, 5, 6'),
    await database.query('SELECT * FROM import_before ORDER BY 1, 2, 3, 4'),
  ];

  test('a dry run tells what would change and writes nothing', async () => {
    const before = await state();
    const preview = await exchange.dryRunImport(request(many(100)));
    expect(preview).toMatchObject({
      batchId: null,
      rowsRead: 30,
      rowsReady: 30,
      refused: 0,
      committable: true,
      counties: [county],
      schoolYears: [2026],
    });
    expect(preview.changes.map((c) => [c.dataset, c.inserted, c.changed])).toEqual([
      ['units', 30, 0],
      ['facts', 60, 0],
    ]);
    expect(await state()).toEqual(before);
    expect(await exchange.listImports(county)).toEqual([]);
  });

  test('the same file twice changes nothing; undoing both leaves nothing', async () => {
    const first = await commit(many(100));
    expect(first.changes).toEqual([
      ['units', 30, 0, 0],
      ['facts', 60, 0, 0],
    ]);
    const once = await state();
    const again = await commit(many(100));
    expect(again.changes).toEqual([
      ['units', 0, 0, 30],
      ['facts', 0, 0, 60],
    ]);
    expect(await state()).toEqual(once);
    await undo(again.batchId);
    expect(await state()).toEqual(once);
    await undo(first.batchId);
    expect(await state()).toEqual([[], [], [], []]);
  });

  test('undo restores exactly what a later file replaced, and is refused while that file stands', async () => {
    const first = await commit(many(100));
    const once = await state();
    const second = await commit(csv('2134001010,改名小学,小学,5,20', '2134001099,新小学,小学,7,8'), 'second.csv');
    expect(second.changes).toEqual([
      ['units', 1, 1, 0],
      ['facts', 2, 1, 1],
    ]);
    await expect(undo(first.batchId)).rejects.toMatchObject({
      code: 'exchange.laterImport',
      parameters: { file: 'second.csv' },
    });
    await undo(second.batchId);
    expect(await state()).toEqual(once);
    await undo(first.batchId);
    expect((await exchange.listImports(county)).map((batch) => batch.state)).toEqual(['undone', 'undone']);
    await expect(undo(first.batchId)).rejects.toMatchObject({ code: 'exchange.batchUndone' });
  });

  test('a file with an error is refused whole, or its good rows taken when asked', async () => {
    const bytes = csv('2134001010,一小,小学,5,20', '2134001011,,小学,x,20');
    const preview = await exchange.previewImport(request(bytes));
    expect(preview).toMatchObject({ committable: false, refused: 1 });
    const batchId = preview.batchId ?? '';
    await expect(exchange.commitImport({ areaCode: county, batchId, partial: false, at })).rejects.toMatchObject({
      code: 'exchange.hasRefusals',
    });
    expect((await state()).flat()).toEqual([]);
    const { total, findings } = await exchange.findingsOf(county, batchId, 0, 10);
    expect([total, findings[0]?.place]).toEqual([1, { file: 'a.csv', sheet: 'a', row: 3, column: 'B' }]);
    await exchange.commitImport({ areaCode: county, batchId, partial: true, at });
    expect((await state())[1]?.map((row) => 'id' in row && row.id)).toEqual(['2134001010']);
  });

  test('a locked school year is refused for import and undo', async () => {
    const { batchId } = await commit(many(100));
    await database.query(`INSERT INTO school_year VALUES ('${county}', 2026, 'locked')`);
    await expect(undo(batchId)).rejects.toMatchObject({ code: 'exchange.yearLocked' });
    await expect(exchange.importFile({ ...request(many(1)), partial: false })).rejects.toMatchObject({
      code: 'exchange.yearLocked',
    });
    expect((await exchange.dryRunImport(request(many(1)))).committable).toBe(false);
  });

  test("last year's file sent again is pointed out, by its bytes and by its numbers", async () => {
    await commit(many(100), 'old.csv', 2025);
    const same = await exchange.dryRunImport(request(many(100), 'new.csv', 2026));
    expect(same.findings.map((f) => f.code)).toEqual(['same-file-other-year']);
    const alike = await exchange.dryRunImport(request(new Uint8Array([...many(100), 10]), 'new.csv', 2026));
    expect(alike.findings.map((f) => f.code)).toEqual(['same-as-other-year']);
    const sent = await exchange.importFile({
      ...request(new Uint8Array([...many(100), 10]), 'new.csv', 2026),
      partial: false,
    });
    expect(sent.preview.findings.map((f) => f.code)).toEqual(['same-as-other-year']);
    const honest = await exchange.dryRunImport(request(many(110), 'new.csv', 2027));
    expect(honest.findings.map((f) => f.code)).toEqual([]);
  });

  test('a long list travels while it is read, and is taken back whole where a row is refused', async () => {
    const list = `
profile: list
title: { zh: 教职工, en: Staff }
sheets:
  - records: [{ dataset: staff, fields: { unitId: 学校, id: 编号, role: 岗位, stage: 学段 } }]
`;
    const rows = (last: string) =>
      new TextEncoder().encode(
        ['学校,编号,岗位,学段', ...Array.from({ length: 5000 }, (_, n) => `2134001010,T${n},教师,小学`), last].join(
          '\n',
        ),
      );
    const send = (last: string, partial = false) =>
      exchange.importFile({ ...request(rows(last), 'list.csv'), profile: list, partial });
    const held = async () => (await database.query<{ count: number }>('SELECT count(*) AS count FROM staff'))[0]?.count;
    await commit(many(100));
    for (const [last, code] of [
      ['2134001010,T1,教师,小学', 'exchange.hasRefusals'],
      ['9999999999,T1,教师,小学', 'exchange.hasRefusals'],
      ['2134001010,"open', 'sheets.unclosedQuote'],
    ] as const) {
      await expect(send(last)).rejects.toMatchObject({ code });
      expect(await held()).toBe(0);
    }
    const done = await send('9999999999,T1,教师,小学', true);
    expect(done.changes.map((c) => [c.dataset, c.inserted])).toEqual([['staff', 5000]]);
    expect((await send('2134001010,T9999,教师,小学')).changes.map((c) => [c.inserted, c.unchanged])).toEqual([
      [1, 5000],
    ]);
    await database.query('DELETE FROM staff');
  });

  test('a failure in the middle leaves nothing', async () => {
    const { batchId } = await exchange.previewImport(request(many(100)));
    await database.query('ALTER TABLE fact ADD CONSTRAINT broken CHECK (value < 110)');
    await expect(
      exchange.commitImport({ areaCode: county, batchId: batchId ?? '', partial: false, at }),
    ).rejects.toThrow(/broken/);
    await database.query('ALTER TABLE fact DROP CONSTRAINT broken');
    expect((await state()).flat()).toEqual([]);
    expect((await exchange.listImports(county)).map((batch) => batch.state)).toEqual(['previewed']);
  });

  test('a foreign register makes its own areas, and undo takes them away', async () => {
    const register = profile
      .replace(
        'sheets:\n  - records',
        'sheets:\n  - county: { from: 类型, create: XX, parent: { from: 类型, create: XX } }\n    records',
      )
      .replace('{ column: 类型 }', '{ value: primary }');
    const bytes = csv('A1,One,North,5,6', 'A2,Two,South,5,6');
    const done = await exchange.importFile({
      ...request(bytes),
      areaCode: '000000',
      profile: register,
      partial: false,
    });
    expect(done.changes.map((c) => [c.dataset, c.inserted])).toEqual([
      ['areas', 4],
      ['units', 2],
      ['facts', 4],
    ]);
    expect(await database.query(`SELECT code, parent_code FROM area WHERE code LIKE 'XX%' ORDER BY code`)).toEqual([
      { code: 'XX.NORTH', parent_code: '000000' },
      { code: 'XX.NORTH.NORTH', parent_code: 'XX.NORTH' },
      { code: 'XX.SOUTH', parent_code: '000000' },
      { code: 'XX.SOUTH.SOUTH', parent_code: 'XX.SOUTH' },
    ]);
    await exchange.undoImport({ areaCode: '000000', batchId: done.batchId, reason: 'test', by: 'tester', at });
    expect(await database.query(`SELECT code FROM area WHERE code LIKE 'XX%'`)).toEqual([]);
    expect((await state()).flat()).toEqual([]);
  });
});
