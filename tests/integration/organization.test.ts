import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGate, everything, type Role, trialPrincipal } from '#core/access';
import { withoutAudit } from '#core/audit';
import type { Database } from '#core/db';
import { httpServer } from '#core/http';
import { createLog } from '#core/log';
import type { Exchange } from '#engines/exchange';
import { factsMigrations } from '#engines/facts';
import {
  createOrganization,
  divisionSeed,
  type Organization,
  organizationMigrations,
  organizationRoutesOver,
  pinyinKey,
} from '#modules/organization';
import type { Dictionary } from '#standards';
import { testEngines } from './test-database.ts';
import { writeFacts } from './write-facts.ts';

const migrations = [
  organizationMigrations,
  factsMigrations,
  { owner: 'exchange', folder: pathToFileURL(`${path.resolve('src/engines/exchange/migrations')}/`) },
];
const dictionary: Dictionary = { id: 'TEST', version: '1', measures: new Map() };
const now = new Date('2026-10-01T00:00:00Z');
const all = { areas: everything, units: everything };
const pageOf = { limit: 2, sort: 'name' } as const;

const columns = [
  'county_code',
  'id',
  'kind',
  'category',
  'stages',
  'identifier',
  'name',
  'name_key',
  'former_names',
  'township_code',
  'ownership',
  'legal_person_id',
  'parent_unit_id',
  'closed_on',
];
const school = (
  county: string,
  id: string,
  name: string,
  more: { former?: string[]; township?: string; parent?: string; closed?: string } = {},
) => [
  county,
  id,
  more.parent === undefined ? 'school' : 'teaching-point',
  'primary',
  ['primary'],
  id,
  name,
  pinyinKey(name),
  more.former ?? [],
  more.township ?? null,
  'public',
  null,
  more.parent ?? null,
  more.closed ?? null,
];

describe.each(testEngines)('organization on $engine', ({ open }) => {
  let database: Database;
  let organization: Organization;
  beforeAll(async () => {
    database = await open(migrations, [divisionSeed]);
    organization = createOrganization(database, dictionary, () => now, withoutAudit);
    await database.copyIn({ table: 'unit', columns }, [
      school('341181', '2134000001', '天长市第一小学', { former: ['城关小学'], township: '341181100' }),
      school('341181', '2134000002', '天长市实验小学'),
      school('341181', '2134000003', '安乐小学'),
      school('341181', '2134000004', '安乐小学河东教学点', { parent: '2134000003' }),
      school('341181', '2134000005', '撤并小学', { closed: '2020-07-01' }),
      school('341182', '2134000006', '明光市第一小学'),
      school('441900', '2144000001', '东莞市莞城中心小学'),
    ]);
    await database.transaction((session) =>
      writeFacts(session, [
        fact('341181', '2134000001', 2026, 800),
        fact('341181', '2134000001', 2025, 790),
        fact('341182', '2134000006', 2026, 300),
      ]),
    );
  });
  afterAll(() => database.close());

  const fact = (countyCode: string, unitId: string, schoolYear: number, value: number) => ({
    countyCode,
    unitId,
    schoolYear,
    value,
    stage: 'primary' as const,
    measure: 'students',
    batchId: 'none',
    sheet: 0,
    sheetRow: 0,
    sheetColumn: 0,
  });

  test('the tree goes from the nation to townships and counts schools at or below', async () => {
    const nation = await organization.area('000000');
    expect(nation).toMatchObject({ level: 'nation', units: 7, hasChildren: true, path: [], years: [2026, 2025] });
    const provinces = await organization.children('000000');
    expect(provinces).toHaveLength(34);
    expect((await organization.children('000000', 'units')).map(({ code, units }) => [code, units])).toEqual([
      ['340000', 6],
      ['440000', 1],
    ]);
    const county = await organization.area('341181');
    expect(county).toMatchObject({ name: '天长市', units: 5, parent: '341100', years: [2026, 2025] });
    expect(county.path.map(({ code }) => code)).toEqual(['000000', '340000', '341100']);
    const towns = await organization.children('341181');
    expect(towns.length).toBeGreaterThan(10);
    expect(towns.find(({ code }) => code === '341181100')?.units).toBe(1);
    expect(await organization.area('341181100')).toMatchObject({ level: 'township', units: 1, hasChildren: false });
    await expect(organization.area('999999')).rejects.toMatchObject({ code: 'organization.areaNotFound' });
  });

  test('zones without a code, rows that only group, and cities without counties are told apart', async () => {
    const zone = (await organization.children('341100')).find(({ code }) => code === '341172');
    expect(zone?.kind).toBe('development-zone');
    expect((await organization.area('110100')).kind).toBe('pseudo');
    expect((await organization.area('441900')).level).toBe('county');
  });

  test('an old code leads to what stands for it on a day', async () => {
    expect((await organization.resolve('371202', '2020-01-01')).current.map(({ code }) => code)).toEqual(['370116']);
    expect((await organization.resolve('330110', '2021-04-09')).current.map(({ name }) => name)).toEqual([
      '余杭区',
      '临平区',
    ]);
    expect((await organization.resolve('341181')).current.map(({ code }) => code)).toEqual(['341181']);
    await expect(organization.resolve('nothing')).rejects.toMatchObject({ code: 'organization.areaNotFound' });
  });

  test('units come in pages that neither repeat nor skip', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await organization.units('340000', { ...pageOf, cursor });
      expect(page.total).toBe(6);
      seen.push(...page.rows.map(({ name }) => name));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual([
      '安乐小学',
      '安乐小学河东教学点',
      '撤并小学',
      '明光市第一小学',
      '天长市第一小学',
      '天长市实验小学',
    ]);
    await expect(organization.units('340000', { ...pageOf, cursor: 'x' })).rejects.toMatchObject({
      code: 'core.cursorRefused',
    });
  });

  test.each([
    ['第一', 2],
    ['城关', 1],
    ['tcs', 2],
    ['anlexiaoxue', 2],
    ['21340000', 6],
    ['100%', 0],
  ])('typing %s finds %i', async (q, total) => {
    expect((await organization.units('340000', { ...pageOf, q })).total).toBe(total);
  });

  test('filters narrow', async () => {
    expect((await organization.units('340000', { ...pageOf, kind: 'teaching-point' })).total).toBe(1);
    expect((await organization.units('340000', { ...pageOf, stage: 'junior' })).total).toBe(0);
    expect((await organization.units('341181100', pageOf)).total).toBe(1);
    expect((await organization.units('341181', { ...pageOf, year: 2026, submitted: 'no' })).total).toBe(4);
  });

  test('a unit shows its years, facts and teaching points', async () => {
    const unit = await organization.unit('340000', '2134000001');
    expect(unit).toMatchObject({ years: [2026, 2025], unit: { county: '341181', formerNames: ['城关小学'] } });
    expect(unit.path.at(-1)?.code).toBe('341181');
    expect((await organization.unit('341181', '2134000003')).siblings.map(({ id }) => id)).toEqual(['2134000004']);
    expect((await organization.unit('341181', '2134000004')).parent?.id).toBe('2134000003');
    const facts = await organization.unitFacts('341181', '2134000001', 2026);
    expect(facts.rows).toMatchObject([{ measure: 'students', value: 800, source: null }]);
    await expect(organization.unit('341182', '2134000001')).rejects.toMatchObject({
      code: 'organization.unitNotFound',
    });
  });

  test('the search names the place and the former name that matched', async () => {
    const hits = await organization.search({ q: '城关小学', limit: 20 }, all);
    expect(hits.find(({ kind }) => kind === 'unit')).toMatchObject({ code: '2134000001', matched: '城关小学' });
    const areas = await organization.search({ q: '天长', limit: 20 }, all);
    expect(areas[0]).toMatchObject({ kind: 'area', code: '341181' });
    expect(areas[0]?.path.map(({ name }) => name)).toEqual(['中国', '安徽省', '滁州市']);
    expect(
      (await organization.search({ q: 'dyxx', within: '341182', limit: 20 }, all)).map(({ code }) => code),
    ).toEqual(['2134000006']);
  });

  test('a year is locked and reopened with a reason, and remembers', async () => {
    const act = (kind: 'locked' | 'reopened', minute: number) => ({
      year: 2026,
      act: kind,
      at: new Date(now.getTime() + minute * 60_000),
      reason: '上报',
      by: 'li',
    });
    expect(await organization.changeYear('341181', act('locked', 0))).toMatchObject({
      state: 'locked',
      label: '2026—2027',
    });
    await expect(organization.changeYear('341181', act('locked', 1))).rejects.toMatchObject({
      code: 'organization.yearAlreadyLocked',
    });
    await expect(organization.refuseLocked(['341182', '341181'], [2025, 2026])).rejects.toMatchObject({
      code: 'organization.yearLocked',
      parameters: { area: '341181', year: 2026 },
    });
    await organization.refuseLocked(['341182'], [2026]);
    expect((await organization.years('341100'))[0]).toMatchObject({
      year: 2026,
      state: 'mixed',
      facts: 2,
      unitsWithFacts: 2,
    });
    const reopened = await organization.changeYear('341181', act('reopened', 2));
    expect(reopened.state).toBe('open');
    expect(reopened.history.map((entry) => entry.act)).toEqual(['reopened', 'locked']);
    await expect(organization.changeYear('341181', act('reopened', 3))).rejects.toMatchObject({
      code: 'organization.yearNotLocked',
    });
    await expect(organization.changeYear('341100', act('locked', 4))).rejects.toMatchObject({
      code: 'organization.notACounty',
    });
  });

  test('who has not submitted comes first; closed schools are not asked', async () => {
    const first = await organization.submissions('341181', { year: 2026, limit: 2 });
    expect(first).toMatchObject({ total: 4, missing: 3 });
    const second = await organization.submissions('341181', { year: 2026, limit: 2, cursor: first.nextCursor ?? '' });
    expect([...first.rows, ...second.rows].map(({ unit, submitted }) => [unit, submitted])).toEqual([
      ['2134000003', false],
      ['2134000004', false],
      ['2134000002', false],
      ['2134000001', true],
    ]);
    expect(second.nextCursor).toBeNull();
  });

  test('an evaluation frame holds the units, the areas above them and the facts', async () => {
    const { units, areas } = await organization.evaluationFrame({ area: '341100', schoolYear: 2026 });
    expect(areas.code).toEqual(['341100', '341181', '341182']);
    expect([...areas.parent]).toEqual([-1, 0, 0]);
    expect(units.id).toEqual(['2134000001', '2134000002', '2134000003', '2134000004', '2134000006']);
    expect([...units.county]).toEqual([1, 1, 1, 1, 2]);
    expect(units.attributes.township?.slice(0, 2)).toEqual(['341181100', null]);
    expect([...(units.columns.get('students@primary') ?? [])]).toEqual([800, Number.NaN, Number.NaN, Number.NaN, 300]);
    const nation = await organization.evaluationFrame({ area: '000000', schoolYear: 2025, measures: ['students'] });
    expect(nation.areas.code).toEqual(['000000', '340000', '440000', '341100', '441900', '341181', '341182']);
    const town = await organization.evaluationFrame({ area: '341181100', schoolYear: 2026 });
    expect(town.units.id).toEqual(['2134000001']);
    expect((await organization.evaluationFrame({ area: '341181', schoolYear: 2019 })).units.id).toContain('2134000005');
  });

  test('tables go out as csv, json and xlsx with the same rows', async () => {
    const gate = createGate({
      roles: new Map([['trial', trialRole]]),
      today: () => '2026-09-01',
      oddAreas: () => new Map(),
    });
    const parts = { gate, database, dictionary, organization, exchange: refusingExchange, profiles: [] };
    const routes = organizationRoutesOver(parts);
    const server = await httpServer({
      routes,
      log: createLog({ level: 'silent', now: () => now, write: () => {} }),
      uploadMegabytes: 1,
      gate,
      audit: withoutAudit,
      identify: async () => trialPrincipal,
      now: () => now,
    });
    const get = (address: string) => server.inject(`/api/v1${address}`);
    const csv = await get('/areas/341181/tables/facts?format=csv&year=2026');
    expect(csv.body.split('\r\n')[1]).toBe('341181,2134000001,天长市第一小学,2026,primary,students,,800,none');
    const json = await get('/areas/341181/tables/facts?format=json');
    expect(json.json()).toMatchObject({ schoolYear: 2026, rows: [{ unit_id: '2134000001', value: 800 }] });
    for (const table of ['areas', 'units', 'facts', 'classes', 'staff', 'submissions']) {
      const file = await get(`/areas/341181/tables/${table}?format=xlsx&language=en`);
      expect([file.statusCode, file.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    }
    expect((await get('/areas/341181/units?limit=1')).json()).toMatchObject({ total: 5, area: { name: '天长市' } });
    expect((await get('/search?q=tcs')).body).toContain('"code":"341181"');
    expect((await get('/areas/x')).json()).toMatchObject({ status: 404, code: 'organization.areaNotFound' });
    const missing = await get('/areas/341181/imports/none');
    expect(missing.json()).toMatchObject({ status: 404, code: 'organization.batchNotFound' });
    await server.close();
  });
});

const trialRole: Role = {
  id: 'trial',
  name: { zh: '试用', en: 'Trial' },
  duty: { zh: '试用', en: 'Trial' },
  at: 'nowhere',
  permissions: 'all',
};
const refuse = () => Promise.reject(new Error('not asked for here'));
const refusingExchange: Exchange = {
  dryRunImport: refuse,
  previewImport: refuse,
  checkImport: refuse,
  commitImport: refuse,
  undoImport: refuse,
  importFile: refuse,
  listImports: async () => [],
  findingsOf: refuse,
  annotatedCopy: refuse,
  sheetsOf: refuse,
  sheetRows: refuse,
  workbookTemplate: refuse,
};
