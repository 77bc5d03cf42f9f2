import { afterAll, beforeAll, expect, test } from 'vitest';
import { withoutAudit } from '#core/audit';
import type { Database } from '#core/db';
import { DomainError } from '#core/errors';
import { type Exchange, exchangeMigrations, type ImportPreview, openExchange } from '#engines/exchange';
import { factsMigrations } from '#engines/facts';
import { exchangeRegistry, organizationMigrations, registryDatasets } from '#modules/organization';
import { brokenCsv, brokenWorkbook, Chance } from './mutate-file.ts';
import { dictionary } from './sample-dictionary.ts';
import { shippedChecks } from './shipped-checks.ts';
import { testEngines } from './test-database.ts';

/** Set FUZZ_FILES to 10000 or more for the long run; FUZZ_SEED to start elsewhere. */
const files = Number(process.env.FUZZ_FILES ?? 300);
const firstSeed = Number(process.env.FUZZ_SEED ?? 1);
const at = new Date('2026-10-01T00:00:00Z');
const wholeSheet = new Set(['sheet-missing', 'header-missing', 'column-missing', 'column-twice']);
const profile = `
profile: fuzz
title: { zh: 试, en: Fuzz }
sheets:
  - sheet: /./
    records:
      - dataset: units
        fields: { id: 标识码, name: 学校, category: 类型, ownership: { value: public } }
    facts:
      - unit: 标识码
        stage: { value: primary }
        measures:
          - { measure: students, column: 学生 }
          - { measure: fullTimeTeachers, column: 教师 }
`;

let database: Database;
let exchange: Exchange;
beforeAll(async () => {
  const [engine] = testEngines;
  if (engine === undefined) {
    throw new Error('no engine');
  }
  database = await engine.open([organizationMigrations, factsMigrations, exchangeMigrations]);
  exchange = openExchange({
    audit: withoutAudit,
    database,
    datasets: registryDatasets,
    dictionary,
    registry: exchangeRegistry,
    checks: shippedChecks(),
    profiles: new Map([['fuzz', profile]]),
  });
});
afterAll(() => database.close());

const held = async () => {
  const [row] = await database.query<{ facts: number; units: number; batches: number }>(
    'SELECT (SELECT count(*) FROM fact) AS facts, (SELECT count(*) FROM unit) AS units, (SELECT count(*) FROM import_batch) AS batches',
  );
  return row;
};

function refuseVagueFindings(preview: ImportPreview): void {
  for (const { code, severity, place, message, remedy } of preview.findings) {
    if (severity === 'refused') {
      expect([code, place.row > 0 || wholeSheet.has(code)]).toEqual([code, true]);
    }
    // A value of the file may itself hold braces.
    expect(`${remedy.zh}${remedy.en}`).not.toMatch(/\{\w+\}/);
    expect([message.zh, message.en].every((text) => text.length > 0)).toBe(true);
  }
}

test(`${files} broken files: never a crash, never a half import, always a named cell`, {
  timeout: 3_600_000,
}, async () => {
  const endings = new Map<string, number>();
  for (let seed = firstSeed; seed < firstSeed + files; seed++) {
    const chance = new Chance(seed);
    const isCsv = seed % 2 === 0;
    const bytes = isCsv ? brokenCsv(chance) : brokenWorkbook(chance);
    const file = { name: isCsv ? `${seed}.csv` : `${seed}.xlsx`, bytes };
    const request = { areaCode: '341181', schoolYear: 2026, profile: 'fuzz', file, by: 'fuzz', at };
    const before = await held();
    let ending = 'committed';
    try {
      const { preview, batchId, changes } = await exchange.importFile({ ...request, partial: seed % 3 === 0 });
      refuseVagueFindings(preview);
      const after = await held();
      const inserted = Object.fromEntries(changes.map((change) => [change.dataset, change.inserted]));
      expect(after).toEqual({
        facts: (before?.facts ?? 0) + (inserted.facts ?? 0),
        units: (before?.units ?? 0) + (inserted.units ?? 0),
        batches: (before?.batches ?? 0) + 1,
      });
      await exchange.undoImport({ areaCode: '341181', batchId, reason: 'fuzz', by: 'fuzz', at });
      expect(await held()).toEqual({ ...before, batches: (before?.batches ?? 0) + 1 });
    } catch (error) {
      if (!(error instanceof DomainError)) {
        throw new Error(`seed ${seed}`, { cause: error });
      }
      ending = error.code;
      expect(await held()).toEqual(before);
      if (error.code === 'exchange.hasRefusals') {
        const preview = await exchange.dryRunImport(request);
        expect(preview.refused).toBeGreaterThan(0);
        refuseVagueFindings(preview);
      }
    }
    endings.set(ending, (endings.get(ending) ?? 0) + 1);
  }
  // The files are broken in enough ways to reach every kind of ending.
  expect([...endings.keys()]).toEqual(
    expect.arrayContaining(['committed', 'exchange.hasRefusals', 'sheets.brokenFile']),
  );
});
