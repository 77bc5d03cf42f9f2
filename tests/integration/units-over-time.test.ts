import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withoutAudit } from '#core/audit';
import type { Database } from '#core/db';
import { type Exchange, exchangeMigrations, openExchange } from '#engines/exchange';
import { factsMigrations } from '#engines/facts';
import { createOrganization, exchangeRegistry, organizationMigrations, registryDatasets } from '#modules/organization';
import { dictionary } from './sample-dictionary.ts';
import { shippedChecks } from './shipped-checks.ts';
import { testEngines } from './test-database.ts';

const county = '341181';
const at = new Date('2026-10-01T08:00:00Z');

const profileOf = (id: string, fields: string) => `
profile: ${id}
title: { zh: 样例, en: Sample }
sheets:
  - records:
      - dataset: units
        fields: { id: 标识码, name: 学校, category: { value: primary }, ownership: { value: public }${fields} }
`;
const withPoint = profileOf('with-point', ', pointX: 经度, pointY: 纬度, pointDatum: { value: GCJ-02 }, address: 地址');
const namesOnly = profileOf('names-only', '');

describe.each(testEngines)('a school over time on $engine', ({ open }) => {
  let database: Database;
  let exchange: Exchange;
  beforeAll(async () => {
    database = await open([organizationMigrations, factsMigrations, exchangeMigrations]);
    await database.query(
      `INSERT INTO area (code, level, name, parent_code) VALUES ('000000', 'nation', '中国', NULL), ('341181', 'county', '天长市', '000000')`,
    );
    const profiles = new Map<string, string>();
    exchange = openExchange({
      database,
      audit: withoutAudit,
      datasets: registryDatasets,
      dictionary,
      registry: exchangeRegistry,
      checks: shippedChecks(),
      profiles,
    });
  });
  afterAll(() => database.close());

  const send = async (profile: string, name: string, ...lines: string[]): Promise<string> => {
    const file = { name, bytes: new TextEncoder().encode(lines.join('\n')) };
    const { batchId } = await exchange.previewImport({
      areaCode: county,
      schoolYear: 2026,
      profile,
      file,
      by: 'li',
      at,
    });
    await exchange.commitImport({ areaCode: county, batchId: batchId ?? '', partial: false, at });
    return batchId ?? '';
  };

  test('a file that says nothing of a point leaves it; a new name keeps the old one findable; undo puts all back', async () => {
    const organization = createOrganization(database, dictionary, () => at, withoutAudit);
    const read = async () => (await organization.unit(county, '2134000001')).unit;
    await send(withPoint, 'a.csv', '标识码,学校,经度,纬度,地址', '2134000001,城关小学,119.0,32.7,东街');
    const before = await read();
    expect(before.lng).toBeCloseTo(118.995, 2);

    const renamed = await send(namesOnly, 'b.csv', '标识码,学校', '2134000001,天长市第一小学');
    expect(await read()).toEqual({ ...before, name: '天长市第一小学', formerNames: ['城关小学'] });
    const found = async (q: string) => (await organization.units(county, { q, limit: 9, sort: 'name' })).total;
    expect([await found('城关'), await found('tcs'), await found('cgxx')]).toEqual([1, 1, 0]);

    const back = await send(namesOnly, 'c.csv', '标识码,学校', '2134000001,城关小学');
    expect((await read()).formerNames).toEqual(['城关小学', '天长市第一小学']);
    for (const batchId of [back, renamed]) {
      await exchange.undoImport({ areaCode: county, batchId, reason: 'test', by: 'li', at });
    }
    expect(await read()).toEqual(before);
  });
});
