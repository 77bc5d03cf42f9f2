import { readFileSync } from 'node:fs';
import ExcelJs from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withoutAudit } from '#core/audit';
import type { Database } from '#core/db';
import { type Exchange, exchangeMigrations, openExchange, readProfiles } from '#engines/exchange';
import { factsMigrations } from '#engines/facts';
import { parseProfile } from '#engines/mapping';
import { openTable } from '#engines/sheets';
import { divisionSeed, exchangeRegistry, organizationMigrations, registryDatasets } from '#modules/organization';
import { loadDictionary } from '#standards';
import { shippedChecks } from './shipped-checks.ts';
import { testEngines } from './test-database.ts';
import { writeFacts } from './write-facts.ts';

const { dictionary } = loadDictionary({
  path: 'policies/measures.yaml',
  text: readFileSync('policies/measures.yaml', 'utf8'),
});
const countyCode = '341181';
const at = new Date('2026-10-01T08:00:00Z');

describe.each(testEngines)('the county workbook on $engine', ({ open }) => {
  let database: Database;
  let exchange: Exchange;
  beforeAll(async () => {
    database = await open([organizationMigrations, factsMigrations, exchangeMigrations], [divisionSeed]);
    exchange = openExchange({
      audit: withoutAudit,
      database,
      datasets: registryDatasets,
      dictionary,
      registry: exchangeRegistry,
      checks: shippedChecks(),
      profiles: new Map(),
    });
    await exchange.importFile({
      areaCode: countyCode,
      schoolYear: 2026,
      partial: false,
      by: 'tester',
      at,
      file: {
        name: 'units.csv',
        bytes: new TextEncoder().encode(
          '标识码,名,类,𠮷\n2134000001,𠮷祥小学,小学,是\n3134000002,城南学校,九年一贯制学校,否\n',
        ),
      },
      profile: `
profile: units-only
title: { zh: 名册, en: Units }
sheets:
  - records:
      - dataset: units
        fields: { id: 标识码, name: 名, category: 类, ownership: { value: 公办 }, boarding: 𠮷 }
`,
    });
    const source = { countyCode, schoolYear: 2026, batchId: 'none', sheet: 0, sheetRow: 0, sheetColumn: 0 };
    await database.transaction((session) =>
      writeFacts(session, [
        { ...source, unitId: '2134000001', stage: 'primary', measure: 'students', value: 812 },
        { ...source, unitId: '2134000001', stage: 'all', measure: 'equipmentValueYuan', value: 1234567.89 },
        { ...source, unitId: '3134000002', stage: 'junior', measure: 'fullTimeTeachers', value: 0 },
        { ...source, unitId: '', stage: 'all', measure: 'residentPopulation', value: 603_000 },
      ]),
    );
  });
  afterAll(() => database.close());

  const request = (bytes: Uint8Array) => ({
    areaCode: countyCode,
    schoolYear: 2026,
    profile: 'county-workbook',
    file: { name: 'workbook.xlsx', bytes },
    by: 'tester',
    at,
  });

  test('comes pre-filled and reads back with nothing found and nothing changed', async () => {
    const { name, bytes } = await exchange.workbookTemplate({ countyCode, schoolYear: 2026 });
    expect(name).toBe('天长市-2026-县级工作簿.xlsx');
    const preview = await exchange.dryRunImport(request(bytes));
    expect(preview.findings).toEqual([]);
    expect(preview.changes.map((c) => [c.dataset, c.inserted, c.changed, c.unchanged])).toEqual([
      ['units', 0, 0, 2],
      ['facts', 0, 0, 4],
    ]);
  });

  test('says its own school year, and one that says none is asked once', async () => {
    const { bytes } = await exchange.workbookTemplate({ countyCode, schoolYear: 2026 });
    const preview = await exchange.dryRunImport({ ...request(bytes), schoolYear: null });
    expect([preview.schoolYears, preview.findings]).toEqual([[2026], []]);
    const workbook = new ExcelJs.Workbook();
    await workbook.xlsx.load(bytes.slice().buffer);
    const guide = workbook.getWorksheet('说明');
    if (guide !== undefined) {
      guide.getCell('A1').value = '县级工作簿';
    }
    const silent = new Uint8Array(await workbook.xlsx.writeBuffer());
    const asked = await exchange.dryRunImport({ ...request(silent), schoolYear: null });
    expect(asked.findings.map(({ code }) => code)).toEqual(['no-school-year']);
    expect(asked.committable).toBe(false);
  });

  test('has drop-downs, input checks and red marks in the sheet', async () => {
    const { bytes } = await exchange.workbookTemplate({ countyCode, schoolYear: 2026 });
    const workbook = new ExcelJs.Workbook();
    await workbook.xlsx.load(bytes.slice().buffer);
    const units = workbook.getWorksheet('学校（单位）');
    expect(units?.getCell('C2').dataValidation).toMatchObject({ type: 'list' });
    expect(units?.getCell('A2').value).toBe('2134000001');
    const stage = workbook.getWorksheet('学校数据（分学段）');
    expect(stage?.getCell('D2').dataValidation).toMatchObject({ type: 'whole', formulae: [0, 20000] });
    expect(JSON.stringify(Reflect.get(stage ?? {}, 'conditionalFormattings'))).toContain('ISNUMBER(D2)');
  });

  test('a wrong cell comes back marked, with a list of what to do', async () => {
    const { bytes } = await exchange.workbookTemplate({ countyCode, schoolYear: 2026 });
    const workbook = new ExcelJs.Workbook();
    await workbook.xlsx.load(bytes.slice().buffer);
    const stage = workbook.getWorksheet('学校数据（分学段）');
    if (stage === undefined) {
      throw new Error('no such sheet');
    }
    stage.getCell('D2').value = '约八百';
    const preview = await exchange.previewImport(request(new Uint8Array(await workbook.xlsx.writeBuffer())));
    expect(preview.findings[0]).toMatchObject({
      code: 'not-a-number',
      place: { sheet: '学校数据（分学段）', row: 2, column: 'D' },
      value: '约八百',
    });
    const copy = await exchange.annotatedCopy(countyCode, preview.batchId ?? '', 'en');
    const marked = new ExcelJs.Workbook();
    await marked.xlsx.load(copy.bytes.slice().buffer);
    const cell = marked.getWorksheet('学校数据（分学段）')?.getCell('D2');
    expect(cell?.note).toContain('is not a number');
    expect(cell?.fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
    expect(marked.worksheets.at(-1)?.getRow(2).getCell(3).value).toBe('D2');
  });

  test('a CSV comes back as a workbook with its rows where they were', async () => {
    const file = {
      name: 'a.csv',
      bytes: new TextEncoder().encode('学校标识码,学段,在校生数（人）\n\n2134000001,小学,=1+1\n'),
    };
    const profile = `
profile: facts-only
title: { zh: 数, en: Facts }
sheets:
  - facts: [{ unit: 学校标识码, stage: 学段, measures: [{ measure: students, column: 在校生数（人） }] }]
`;
    const { batchId } = await exchange.previewImport({ ...request(file.bytes), file, profile });
    const copy = await exchange.annotatedCopy(countyCode, batchId ?? '', 'zh-CN');
    const [sheet] = [...openTable(copy.bytes, copy.name).rows(0)].filter((row) => row.number === 3);
    expect([copy.name, sheet?.cells]).toEqual(['a-标注.xlsx', ['2134000001', '小学', '=1+1']]);
  });
});

test('every shipped profile is sound', async () => {
  const texts = await readProfiles(new URL('../../profiles/', import.meta.url));
  expect(texts.size).toBeGreaterThanOrEqual(3);
  for (const [id, text] of texts) {
    expect([id, parseProfile(`${id}.yaml`, text, { datasets: registryDatasets, dictionary }).mistakes]).toEqual([
      id,
      [],
    ]);
  }
});
