import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Application, databaseScripts, openApplication } from '#app';
import type { Principal } from '#core/access';
import { shippedStandards } from '#county';
import { writeDocx } from '#engines/documents';
import { writeDemo } from '#modules/demo';
import { itemsOf } from '#standards';
import { testEngines } from './test-database.ts';

const at = new Date('2026-11-21T08:00:00Z');
let ticks = 0;
const instrument = 'CN-KG-CONDUCT';
const photo = ['e'.repeat(64)];

describe.each(testEngines)('campaigns on $engine', ({ open }) => {
  let application: Application;
  let county = '';
  let schools: readonly string[] = [];
  const person = (id: string, role: string, area = county, unit?: string): Principal => ({
    id,
    name: id,
    kind: 'person',
    grants: [{ role, area, unit }],
  });
  const by = (principal: Principal) => ({ principal, at: new Date(at.getTime() + ticks++) });
  const officer = () => by(person('officer', 'county-officer'));
  const inspector = () => by(person('inspector', 'inspector'));
  const head = (unit: string) => by(person(`head ${unit}`, 'principal', county, unit));

  beforeAll(async () => {
    const { migrations, seeds } = await databaseScripts();
    const database = await open(migrations, seeds);
    await writeDemo({
      size: 'county',
      detail: 'resources',
      years: [2026],
      target: { database, dictionary: shippedStandards().dictionary, at },
    });
    application = await openApplication({ database, now: () => new Date(at.getTime() + ticks++) });
    const rows = await database.query<{ county_code: string; id: string }>(
      `SELECT county_code, id FROM unit WHERE 'kindergarten' = ANY (stages) AND kind = 'school' AND closed_on IS NULL ORDER BY id`,
    );
    county = rows[0]?.county_code ?? '';
    schools = rows.map(({ id }) => id);
  });
  afterAll(() => application.close());

  const body = {
    instrument,
    title: '幼儿园办园行为专项检查',
    basis: '教基〔2023〕4号',
    fromOn: '2026-11-01',
    untilOn: '2026-12-15',
    rectifyBy: '2026-12-31',
  };
  const opened = (units: readonly string[], more: object = {}) =>
    application.campaigns.open(county, { ...body, units: [...units], ...more }, officer());
  const read = (id: string, who = officer()) => application.campaigns.campaign(county, id, who.principal);

  /** Answers a whole checklist; `wrong` = yes-or-no items answered the way the instrument calls negative. */
  async function visit(sheet: string, wrong: readonly string[], more: Readonly<Record<string, string>> = {}) {
    const items = itemsOf(application.library.find(instrument).instrument);
    const plain: Readonly<Record<string, boolean | number | string>> = {
      visitedOn: '2026-11-20',
      inspectors: 2,
      children: 90,
      teachers: 12,
      largest: 28,
      ...more,
    };
    const changes = items.flatMap(({ id, type, askedIf }) => {
      const value = type.kind === 'yesNo' ? (wrong.includes(id) ? !type.positive : type.positive) : (plain[id] ?? null);
      if (value === null && !(type.kind === 'files' && askedIf !== null && wrong.includes(askedIf))) return [];
      return [
        {
          id: crypto.randomUUID(),
          item: id,
          base: 0,
          value,
          note: '',
          files: type.kind === 'date' ? [] : photo,
          writtenAt: at,
        },
      ];
    });
    await application.sheets.sync({ area: county, sheet }, changes, inspector());
    return application.sheets.submit({ area: county, sheet }, inspector());
  }

  test('every kindergarten in scope is visited; what is found is mended, checked again and reported', async () => {
    const [first = '', second = '', third = ''] = schools;
    const campaign = await opened([first, second, third]);
    expect(campaign.visits).toEqual({ planned: 3, clean: 0, rectifying: 0, verifying: 0, mended: 0 });
    const sheetOf = (unit: string) => campaign.rows.find((row) => row.unit === unit)?.sheet ?? '';

    await visit(sheetOf(first), []);
    await visit(sheetOf(second), ['falseClaims', 'feesFound'], { feesWhat: '超标准收费', feesDue: '2026-12-05' });
    const between = await read(campaign.id);
    expect(between.visits).toMatchObject({ planned: 1, clean: 1, rectifying: 1 });
    expect(
      between.progress.reduce((sum, { visits }) => sum + visits.planned + visits.clean + visits.rectifying, 0),
    ).toBe(3);
    expect(between.findings.map(({ item, schools: count }) => [item, count])).toEqual([
      ['falseClaims', 1],
      ['feesFound', 1],
    ]);
    const ref = { county, id: (between.rows.find(({ unit }) => unit === second)?.case ?? '').slice(county.length + 1) };
    const opening = await application.cases.read(head(second).principal, ref);
    expect(opening.now).toMatchObject({ state: 'rectifying', dueOn: '2026-12-05', unit: second });
    expect(String(opening.now.fields['problems'])).toContain('超标准收费');

    const bytes = await writeDocx({ language: 'zh', title: '整改', body: [{ kind: 'paragraph', text: '已退费' }] });
    const file = await application.files.add(head(second).principal, {
      area: county,
      unit: second,
      name: '整改.docx',
      bytes,
      keepTime: false,
      keepPlace: false,
    });
    const done = { fields: { done: '已退费并公示' }, files: [{ file: file.id, name: '整改.docx' }] };
    await expect(application.cases.act(head(third).principal, ref, 'rectified', done)).rejects.toThrow();
    await application.cases.act(head(second).principal, ref, 'rectified', done);
    await expect(application.cases.act(head(second).principal, ref, 'accept')).rejects.toThrow();
    await application.cases.act(inspector().principal, ref, 'accept');

    await expect(
      application.campaigns.close(county, campaign.id, { summary: '已完成', reason: '' }, officer()),
    ).rejects.toMatchObject({ code: 'campaigns.unfinished' });
    const closed = await application.campaigns.close(
      county,
      campaign.id,
      { summary: '共查处一起', reason: '一所停办' },
      officer(),
    );
    expect(closed).toMatchObject({ state: 'closed', visits: { planned: 1, clean: 1, mended: 1 } });
    await expect(visit(sheetOf(third), [])).rejects.toMatchObject({ code: 'campaigns.closed' });
    await expect(
      application.campaigns.close(county, campaign.id, { summary: '再次', reason: '再次' }, officer()),
    ).rejects.toMatchObject({ code: 'campaigns.closed' });
    const report = await application.campaigns.report(
      county,
      campaign.id,
      { format: 'docx', language: 'zh' },
      officer(),
    );
    expect(report.name).toBe('幼儿园办园行为专项检查情况报告.docx');
    expect([...report.bytes.subarray(0, 2)]).toEqual([0x50, 0x4b]);
  });

  test('a sheet of a campaign is not opened again by itself', async () => {
    const { rows } = await opened(schools.slice(0, 1));
    const sheet = rows[0]?.sheet ?? '';
    await visit(sheet, []);
    await expect(application.sheets.reopen({ area: county, sheet }, '核对', inspector())).rejects.toMatchObject({
      code: 'campaigns.sheetCounted',
    });
  });

  test('a school sees its own visit, another county none, and a city those of its counties', async () => {
    const [first = '', second = ''] = schools;
    const campaign = await opened([first, second]);
    expect((await read(campaign.id, head(second))).rows.map(({ unit }) => unit)).toEqual([second]);
    const far = by(person('far', 'county-officer', '110101'));
    await expect(read(campaign.id, far)).rejects.toMatchObject({ code: 'campaigns.campaignNotFound' });
    expect(await application.campaigns.list(county, far.principal)).toEqual([]);

    const city = `${county.slice(0, 4)}00`;
    const cityOfficer = by(person('city', 'city-officer', city));
    const wide = await application.campaigns.open(city, { ...body, title: '全市专项检查' }, cityOfficer);
    expect(wide.rows).toHaveLength(schools.length);
    const heads = await application.campaigns.list(county, officer().principal);
    expect(heads.map(({ id }) => id)).toContain(wide.id);
    await expect(
      application.campaigns.close(city, wide.id, { summary: '结束', reason: '试' }, officer()),
    ).rejects.toThrow(/may not/);
  });

  test.each([
    ['campaigns.notAChecklist', { instrument: 'CN-CQE-2021-school' }],
    ['campaigns.nobodyToVisit', { units: ['x'] }],
    ['campaigns.daysWrong', { untilOn: '2026-10-01' }],
    ['campaigns.daysWrong', { rectifyBy: '2026-12-01' }],
    ['instruments.instrumentNotFound', { instrument: 'none' }],
  ])('%s refuses a campaign whole', async (code, more) => {
    const before = (await application.campaigns.list(county, officer().principal)).length;
    await expect(opened(schools.slice(0, 1), more)).rejects.toMatchObject({ code });
    expect(await application.campaigns.list(county, officer().principal)).toHaveLength(before);
  });
});
