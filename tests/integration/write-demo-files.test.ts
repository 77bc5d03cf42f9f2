import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ExcelJs from 'exceljs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Application, withApplication } from '#app';
import { demoDefaults, writeDemoReturns, writeDemoWorkbooks } from '#modules/demo';

const year = 2026;
const county = '900121';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'junheng-demo-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function dryRun({ exchange, now }: Application, file: string, profile: string, schoolYear: number | null) {
  const upload = { name: path.basename(file), bytes: await readFile(file) };
  return exchange.dryRunImport({ areaCode: county, schoolYear, profile, file: upload, by: 'test', at: now() });
}

it('the workbook and the returns read back as the numbers they were made from', async () => {
  await withApplication({ place: { kind: 'memory' } }, async (application) => {
    const { database, exchange, conditions, now } = application;
    const { dictionary } = conditions.catalogue.library;
    const choice = { size: 'county', seed: demoDefaults.seed, years: [year] } as const;
    const [workbook = ''] = await writeDemoWorkbooks({
      ...choice,
      target: { folder, database, exchange, dictionary, at: now() },
    });
    const read = await dryRun(application, workbook, 'county-workbook', year);
    expect(read).toMatchObject({ refused: 0, committable: true });
    expect(read.changes.filter(({ inserted, changed }) => inserted + changed > 0)).toEqual([]);
    expect(read.changes.find(({ dataset }) => dataset === 'facts')?.unchanged).toBeGreaterThan(2_500);

    await expectCells(application, workbook);

    const returns = await writeDemoReturns({ ...choice, target: { folder, dictionary } });
    expect(returns.length).toBeGreaterThan(40);
    // A school of each kind of return: primary, nine-year, junior, special.
    for (const mark of ['X2190000001', 'X3190000028', 'X3190000034', 'X5190000045']) {
      const file = returns.find((name) => path.basename(name).startsWith(mark)) ?? '';
      const school = await dryRun(application, file, 'cn-base-returns-2021', null);
      expect(school).toMatchObject({ refused: 0, committable: true, schoolYears: [year] });
      expect(school.changes.find(({ dataset }) => dataset === 'facts')).toMatchObject({ inserted: 0, changed: 0 });
    }
  });
}, 180_000);

/** Each figure in the database names the cell of the workbook in which it really stands. */
async function expectCells({ database }: Application, workbook: string): Promise<void> {
  const book = new ExcelJs.Workbook();
  await book.xlsx.readFile(workbook);
  const facts = await database.query<{ sheet: string; row: number; column: number; value: number }>(
    `SELECT b.sheets[f.sheet + 1] AS sheet, f.sheet_row AS row, f.sheet_column AS column, f.value
     FROM fact f JOIN import_batch b ON b.area_code = f.county_code AND b.id = f.batch_id`,
  );
  const misplaced = facts.filter(
    ({ sheet, row, column, value }) =>
      book
        .getWorksheet(sheet)
        ?.getRow(row)
        .getCell(column + 1).value !== value,
  );
  expect(facts.length).toBeGreaterThan(2_500);
  expect(misplaced).toEqual([]);
}
