import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Application, createServer, databaseScripts, openApplication } from '#app';
import { testEngines } from './test-database.ts';

const at = new Date('2026-11-21T08:00:00Z');
const county = '341181';
const schoolYear = 2026;
const profile = `
profile: money
title: { zh: 经费, en: Money }
sheets:
  - records:
      - dataset: units
        fields: { id: 标识码, name: 学校, category: { value: primary }, ownership: { value: public } }
    facts:
      - unit: 标识码
        stage: { value: primary }
        measures:
          - { measure: students, column: 学生 }
      - unit: 标识码
        stage: { value: all }
        measures:
          - { measure: publicFundingYuan, column: 公用经费 }
          - { measure: equipmentValueYuan, column: 设备值（万元）, in: 万元 }
`;
const file = `标识码,学校,学生,公用经费,设备值（万元）
2134000001,第一小学,10,0.1,12.345678
2134000002,第二小学,10,0.2,0.000001
2134000003,第三小学,10,1e3,0.00001234
`;
const standard = `standard: XX-MONEY
version: '1'
zh: 经费合计
en: Money together
area: '340000'
level: county
source: { document: 试〔2026〕1号 }
validFrom: 2026
stages: [primary]
confidence: own
parts:
  - { id: money, zh: 经费, en: Money }
indicators:
  - { id: M1, part: money, scope: area, zh: 公用经费合计, en: Public funding together, unit: yuan, formula: sum(publicFundingYuan@all), below: 1000.3 }
  - { id: M2, part: money, scope: area, zh: 设备值合计, en: Equipment together, unit: yuan, formula: sum(equipmentValueYuan@all), atLeast: 123456.91 }
`;

describe.each(testEngines)('money on $name', ({ open }) => {
  let application: Application;
  let folder: string;
  let server: Awaited<ReturnType<typeof createServer>>;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'junheng-money-'));
    await writeFile(path.join(folder, 'standard.yaml'), standard);
    const { migrations, seeds } = await databaseScripts();
    const database = await open(migrations, seeds);
    application = await openApplication({ database, standardFolders: [folder], now: () => at });
    server = await createServer(application);
  }, 120_000);
  afterAll(async () => {
    await server.close();
    await application.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('fen stay exact from the cell through the sum to the export; a fraction of a fen is named', async () => {
    const { exchange, database, balance } = application;
    const upload = { name: '经费.csv', bytes: new TextEncoder().encode(file) };
    const preview = await exchange.previewImport({ areaCode: county, schoolYear, profile, file: upload, by: 'li', at });
    expect(preview.findings.map(({ code, place }) => `${code} ${place.column}${place.row}`)).toEqual([
      'fraction-of-a-fen E4',
    ]);
    await exchange.commitImport({ areaCode: county, batchId: preview.batchId ?? '', partial: false, at });
    const kept = await database.query<{ measure: string; value: number }>(
      "SELECT measure, value FROM fact WHERE measure LIKE '%Yuan' ORDER BY measure, unit_id",
    );
    expect(kept.map(({ value }) => value)).toEqual([123456.78, 0.01, 0.12, 0.1, 0.2, 1000]);

    const overview = await balance.overview(county, { year: schoolYear, standard: 'XX-MONEY' });
    expect(overview.areaIndicators.map(({ value, verdict }) => [value, verdict])).toEqual([
      [1000.3, 'notMet'],
      [123456.91, 'met'],
    ]);

    const table = `/api/v1/areas/${county}/tables/facts?format=csv&year=${schoolYear}`;
    const csv = (await server.inject(table)).payload;
    for (const amount of ['123456.78', '0.01', '0.12', '0.1', '0.2']) expect(csv).toContain(`,${amount},`);
  });
});
