import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessMigrations } from '#core/access';
import { withoutAudit } from '#core/audit';
import type { Database, MigrationFolder } from '#core/db';
import { shippedStandards } from '#county';
import { openExchange } from '#engines/exchange';
import { factsMigrations } from '#engines/facts';
import { writeDemo } from '#modules/demo';
import { exchangeRegistry, registryDatasets } from '#modules/organization';
import { shippedChecks } from './shipped-checks.ts';
import { testEngines } from './test-database.ts';

const migrations: readonly MigrationFolder[] = [
  accessMigrations,
  { owner: 'organization', folder: new URL('../../src/modules/organization/migrations/', import.meta.url) },
  { owner: 'exchange', folder: new URL('../../src/engines/exchange/migrations/', import.meta.url) },
  factsMigrations,
  { owner: 'balance', folder: new URL('../../src/modules/balance/migrations/', import.meta.url) },
  { owner: 'seats', folder: new URL('../../src/modules/seats/migrations/', import.meta.url) },
];
const { dictionary } = shippedStandards();
const at = new Date('2026-10-01T00:00:00Z');

describe.each(testEngines)('the demo on $engine', ({ open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open(migrations);
  });
  afterAll(() => database.close());
  const count = async (table: string) =>
    (await database.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]?.n;

  /** City and province report figures of their own beside those of the counties. */
  const ofCounties = (table: string, column: string) => `${table} WHERE ${column} IN (SELECT county_code FROM unit)`;

  it('writes a county once, and leaves it alone the second time', async () => {
    const written = await writeDemo({ size: 'county', target: { database, dictionary, at } });
    expect(written).toMatchObject({ counties: 1, skipped: 0 });
    expect(await count('unit')).toBe(written.units);
    expect(await count(ofCounties('fact', 'county_code'))).toBe(written.facts);
    expect(await count('school_class')).toBe(written.classes);
    expect(await count('staff')).toBe(written.staff);
    expect(await count('attestation')).toBe(written.attestations);
    expect(await count(ofCounties('import_batch', 'area_code'))).toBe(3);
    const again = await writeDemo({ size: 'county', target: { database, dictionary, at } });
    expect(again).toMatchObject({ counties: 1, skipped: 1, facts: 0 });
    expect(await count(ofCounties('fact', 'county_code'))).toBe(written.facts);
  });

  it('keeps every reference: township, legal person, unit, batch', async () => {
    const orphans = await database.query(`
      SELECT u.id FROM unit u LEFT JOIN area a ON a.code = u.township_code WHERE a.code IS NULL
      UNION ALL
      SELECT u.id FROM unit u LEFT JOIN legal_person p ON p.county_code = u.county_code AND p.id = u.legal_person_id WHERE p.id IS NULL
      UNION ALL
      SELECT f.unit_id FROM fact f LEFT JOIN unit u ON u.county_code = f.county_code AND u.id = f.unit_id WHERE f.unit_id <> '' AND u.id IS NULL
      UNION ALL
      SELECT f.unit_id FROM fact f LEFT JOIN import_batch b ON b.area_code = f.county_code AND b.id = f.batch_id WHERE b.id IS NULL`);
    expect(orphans).toEqual([]);
  });

  it('adds the rest of the city around the county that is there', async () => {
    const city = await writeDemo({
      size: 'city',
      detail: 'facts',
      years: [2026],
      target: { database, dictionary, at },
    });
    expect(city).toMatchObject({ counties: 8, skipped: 1 });
    expect(await count(`area WHERE level = 'county'`)).toBe(8);
  });

  it('is undone like any other import, newest year first, and can be written again', async () => {
    const exchange = openExchange({
      audit: withoutAudit,
      database,
      datasets: registryDatasets,
      dictionary,
      registry: exchangeRegistry,
      checks: shippedChecks(),
      profiles: new Map(),
    });
    const [row] = await database.query<{ code: string }>(
      'SELECT area_code AS code FROM import_batch JOIN unit ON county_code = area_code GROUP BY area_code HAVING count(DISTINCT import_batch.id) = 3',
    );
    const code = row?.code ?? '';
    const batches = await exchange.listImports(code);
    expect(batches.map(({ schoolYear }) => schoolYear)).toEqual([2026, 2025, 2024]);
    const undo = (batchId: string) =>
      exchange.undoImport({ areaCode: code, batchId, reason: '试用结束', by: 'tester', at });
    await expect(undo(batches[2]?.id ?? '')).rejects.toMatchObject({ code: 'exchange.laterImport' });
    await expect(exchange.sheetsOf(code, batches[0]?.id ?? '')).rejects.toMatchObject({ code: 'exchange.fileNotKept' });
    for (const { id } of batches) expect((await undo(id)).state).toBe('undone');
    for (const table of ['unit', 'legal_person', 'fact', 'school_class', 'staff']) {
      expect(`${table} ${await count(`${table} WHERE county_code = '${code}'`)}`).toBe(`${table} 0`);
    }
    const again = await writeDemo({ size: 'county', target: { database, dictionary, at } });
    expect(again).toMatchObject({ counties: 1, skipped: 0 });
    expect((await exchange.listImports(code)).map(({ state }) => state)).toEqual([
      'committed',
      'committed',
      'committed',
    ]);
  });
});
