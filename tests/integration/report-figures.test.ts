import ExcelJS from 'exceljs';
import type { FastifyInstance } from 'fastify';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Application, createServer, openApplication } from '#app';
import { type Overview, overview as overviewShape, type SchoolsPage, schoolsPage } from '#contracts/balance';
import { valueBesideLine } from '#web/locale';
import { testEngine } from './test-database.ts';

const at = new Date('2026-11-21T08:00:00Z');
const stageNames = { primary: '小学', junior: '初中' } as const;
const verdictNames = { met: '达标', notMet: '不达标', noData: '缺数据', notApplicable: '不适用' } as const;

let application: Application;
let server: FastifyInstance;
let overview: Overview;
let schools: SchoolsPage;
let tables: readonly (readonly string[])[][];
let book: ExcelJS.Workbook;

beforeAll(async () => {
  const database = await testEngine.openDemo();
  application = await openApplication({ database, now: () => at });
  server = await createServer(application);
  const [row] = await database.query<{ code: string }>('SELECT DISTINCT county_code AS code FROM unit');
  const ask = async (path: string) => server.inject(`/api/v1/balance/areas/${row?.code}${path}`);
  overview = overviewShape.parse((await ask('/overview')).json());
  schools = schoolsPage.parse((await ask('/schools?limit=1000')).json());
  const docx = await ask('/report?format=docx');
  tables = tablesOf(strFromU8(unzipSync(docx.rawPayload)['word/document.xml'] ?? new Uint8Array()));
  book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array((await ask('/report?format=xlsx')).rawPayload).buffer);
}, 300_000);
afterAll(async () => {
  await server.close();
  await application.close();
});

/** Tables, rows and cells of a docx as plain text. */
function tablesOf(xml: string): string[][][] {
  const inside = (text: string, tag: string) =>
    [...text.matchAll(new RegExp(`<w:${tag}>.*?</w:${tag}>`, 'gs'))].map(([found]) => found);
  const textOf = (cell: string) => [...cell.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('');
  return inside(xml, 'tbl').map((table) => inside(table, 'tr').map((row) => inside(row, 'tc').map(textOf)));
}

test('every coefficient of the report is the one of the overview', () => {
  const rows = tables.find(([head]) => head?.includes('差异系数'))?.slice(1) ?? [];
  expect(overview.coefficients).toHaveLength(14);
  expect(rows).toHaveLength(14);
  overview.coefficients.forEach((one, index) => {
    const decimals = overview.indicators.find(({ id }) => id === one.indicator)?.decimals ?? 2;
    expect(rows[index]?.[0]).toBe(stageNames[one.stage as keyof typeof stageNames]);
    expect(Number(rows[index]?.[3]?.replaceAll(',', ''))).toBeCloseTo(one.mean ?? Number.NaN, Math.max(2, decimals));
    expect(rows[index]?.[5]).toBe(valueBesideLine(one.coefficientOfVariation, one.limit, 3));
    expect(rows[index]?.at(-1)).toBe(verdictNames[one.verdict]);
  });
});

test('every indicator of the area is the one of the overview, shares in per cent', () => {
  const rows = tables.find(([head]) => head?.join() === '指标,数值,标准,结论')?.slice(1) ?? [];
  expect(rows).toHaveLength(overview.areaIndicators.length);
  overview.areaIndicators.forEach(({ value, threshold, decimals, schools: shares, unit, verdict }, index) => {
    const isShare = shares !== null || unit.en === 'share';
    const shown = isShare
      ? value === null
        ? '—'
        : `${valueBesideLine(value * 100, threshold === null ? null : threshold * 100, 1)}%`
      : valueBesideLine(value, threshold, decimals);
    expect(rows[index]?.[1]).toBe(shown);
    expect(rows[index]?.[3]).toBe(verdictNames[verdict]);
  });
});

test('every value of every school in the report is the one of the school list', () => {
  let compared = 0;
  for (const [stage, name] of Object.entries(stageNames)) {
    const listed = schools.rows.filter((row) => row.stage === stage);
    const used = new Set(listed.flatMap(({ values }) => Object.keys(values)));
    const indicators = schools.indicators.filter(({ id }) => used.has(id));
    const table = tables
      .filter(([head]) => head?.[0] === '学校' && head.at(-1) === '结论')
      .find((rows) => rows.length === listed.length + 1);
    expect(table, name).toBeDefined();
    listed.forEach((row, index) => {
      const cells = table?.[index + 1] ?? [];
      expect(cells[0]).toBe(row.name);
      indicators.forEach(({ id, decimals }, column) => {
        const cell = row.values[id];
        if (cell === undefined) return;
        expect(cells[column + 1]).toBe(valueBesideLine(cell.value, cell.threshold, decimals));
        compared += 1;
      });
    });
  }
  expect(compared).toBeGreaterThan(250);
});

test('the workbook holds the same numbers unrounded', () => {
  const sheet = book.getWorksheet('差异系数');
  overview.coefficients.forEach((one, index) => {
    expect(sheet?.getCell(index + 4, 4).value).toBe(one.mean);
    expect(sheet?.getCell(index + 4, 5).value).toBe(one.standardDeviation);
    expect(sheet?.getCell(index + 4, 6).value).toBe(one.coefficientOfVariation);
    expect(sheet?.getCell(index + 4, 7).value).toBe(one.limit);
  });
  const primary = schools.rows.filter(({ stage }) => stage === 'primary');
  const used = new Set(primary.flatMap(({ values }) => Object.keys(values)));
  const indicators = schools.indicators.filter(({ id }) => used.has(id));
  primary.forEach((row, index) => {
    indicators.forEach(({ id }, column) => {
      expect(book.getWorksheet('小学')?.getCell(index + 5, 4 + column * 2).value).toBe(row.values[id]?.value ?? null);
    });
  });
});
