import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Application, databaseScripts, openApplication } from '#app';
import type { RequestBody } from '#contracts/forms';
import type { Principal } from '#core/access';
import { shippedStandards } from '#county';
import { writeDemo } from '#modules/demo';
import { testEngines } from './test-database.ts';

const at = new Date('2026-11-21T08:00:00Z');
let ticks = 0;

describe.each(testEngines)('the register of forms on $engine', ({ open }) => {
  let application: Application;
  let county = '';
  let school = '';
  const person = (id: string, role: string, area = county, unit?: string): Principal => ({
    id,
    name: id,
    kind: 'person',
    grants: [{ role, area, unit }],
  });
  const planner = () => person('planner', 'county-planner');
  const officer = () => person('officer', 'county-officer');

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
    const [row] = await database.query<{ county_code: string; id: string }>(
      `SELECT county_code, id FROM unit WHERE 'primary' = ANY (stages) AND kind = 'school' AND closed_on IS NULL ORDER BY id LIMIT 1`,
    );
    county = row?.county_code ?? '';
    school = row?.id ?? '';
  });
  afterAll(() => application.close());

  const asks = (more: Partial<RequestBody> = {}): RequestBody => ({
    title: '校园欺凌防治月报',
    office: 'public-security',
    basis: '县公安局工作通知（虚构）',
    why: '掌握防治工作进展',
    frequency: 'monthly',
    stages: ['primary', 'junior'],
    minutes: 30,
    fromOn: '2026-09-01',
    untilOn: '2027-10-31',
    fields: [
      { name: '本月欺凌事件起数', source: null },
      { name: '在校生数', source: 'measure:students' },
    ],
    ...more,
  });
  const request = (more: Partial<RequestBody> = {}, by = planner()) =>
    application.forms.request(county, asks(more), by);
  const act = (id: string, action: string, by: Principal, given: object = {}) =>
    application.cases.act(by, { county, id }, action, given);
  const burden = (unit?: string, month?: string) => application.forms.burden(county, { unit, month });

  test('what the product itself asks stands in the register, typed by nobody', async () => {
    const { rows } = await application.forms.register(county);
    const origins = Map.groupBy(rows, ({ origin }) => origin);
    expect(origins.get('instrument')?.map(({ id }) => id)).toEqual(
      application.library.all
        .filter(({ instrument }) => instrument.subject === 'school')
        .map(({ instrument }) => `instrument.${instrument.id}`),
    );
    expect(origins.get('workbook')?.every(({ fields, prefilled }) => fields > 0 && fields === prefilled)).toBe(true);
    expect(origins.get('return')?.map(({ id }) => id)).toContain('return.教基3112');
    // Replaced after the school year 2020.
    expect(origins.get('return')?.map(({ id }) => id)).not.toContain('return.基础基312');
    expect(rows.find(({ id }) => id === 'instrument.CN-KG-CONDUCT')?.askedOf).toBe('inspectors');
    expect(rows.find(({ id }) => id === 'instrument.CN-CQE-2021-school')?.state).toBe('ready');
  });

  test('a known field is refused with the place where it is known, and taken as pre-filled from there', async () => {
    const asked = [{ name: '本校学生总人数（人）', source: null }];
    const refusal = request({ fields: [...asks().fields.slice(0, 1), ...asked] });
    await expect(refusal).rejects.toThrow(/enrolled students/);
    await expect(refusal).rejects.toMatchObject({ code: 'forms.fieldKnown' });
    const { rows } = await application.forms.known(county, ['本校学生总人数（人）', '学校名称', '校园欺凌事件起数']);
    expect(rows.map(({ places }) => places.map(({ key }) => key))).toEqual([
      ['measure:students', 'registry:classes.pupils'],
      ['registry:units.name'],
      [],
    ]);
    const made = await request({
      title: '预填试验',
      fields: [
        { name: '本校学生总人数（人）', source: 'measure:students' },
        { name: '试验项', source: null },
      ],
    });
    expect(made.fieldRows.map(({ source }) => source?.key ?? null)).toEqual(['measure:students', null]);
    await act(made.id, 'withdraw', planner());
  });

  test.each([
    ['forms.nothingNew', { fields: [{ name: '在校生数', source: 'measure:students' }] }],
    ['forms.sourceUnknown', { fields: [{ name: '某项', source: 'measure:none' }] }],
    [
      'forms.fieldTwice',
      {
        fields: [
          { name: '事件起数', source: null },
          { name: '事件起数（起）', source: null },
        ],
      },
    ],
    ['forms.officeUnknown', { office: 'moon' }],
    ['forms.daysWrong', { untilOn: '2026-11-20' }],
    ['forms.daysWrong', { untilOn: '2030-01-01' }],
  ] as const)('%s refuses the request and leaves nothing behind', async (code, more) => {
    const before = (await application.forms.register(county)).rows.length;
    await expect(request(more as unknown as Partial<RequestBody>)).rejects.toMatchObject({ code });
    expect((await application.forms.register(county)).rows).toHaveLength(before);
  });

  test('a form comes into force by another person, costs hours month by month, and ends', async () => {
    const before = await burden();
    expect(before.now.perSchool).toBeGreaterThan(0);
    const made = await request();
    expect(made).toMatchObject({ state: 'review', fields: 2, prefilled: 1, origin: 'registered' });
    expect((await burden()).now).toEqual(before.now);
    const own = await request({ title: '自审试验', fields: [{ name: '自审项', source: null }] }, officer());
    await expect(act(own.id, 'approve', officer())).rejects.toMatchObject({ code: 'cases.fourEyes' });
    await act(made.id, 'approve', officer());

    const after = await burden();
    // It was to begin in September; nothing was asked under it before it was approved.
    expect((await application.forms.form(county, made.id)).fromOn).toBe('2026-11-21');
    const row = after.rows.find(({ form }) => form === made.id);
    expect(row).toMatchObject({ office: 'public-security', minutes: 30 });
    expect(row?.hours).toBeCloseTo((row?.schools ?? 0) * 0.5, 9);
    expect(after.now.hours - before.now.hours).toBeCloseTo(row?.hours ?? 0, 9);
    // Every figure is the sum of what is shown below it.
    expect(after.rows.reduce((sum, { hours }) => sum + hours, 0)).toBeCloseTo(after.now.hours, 9);
    expect(after.offices.reduce((sum, { perSchool }) => sum + perSchool, 0)).toBeCloseTo(after.now.perSchool ?? 0, 9);
    expect(after.months).toHaveLength(12);
    for (const [nth, { perSchool }] of after.months.entries()) {
      expect(after.offices.reduce((sum, { course }) => sum + (course[nth] ?? 0), 0)).toBeCloseTo(perSchool ?? 0, 9);
    }
    expect(after.months.at(-1)).toEqual(after.now);
    expect(after.months.at(-2)?.hours).toBeCloseTo((await burden(undefined, '2026-10')).now.hours, 9);
    expect((await burden(undefined, '2026-10')).rows.map(({ form }) => form)).not.toContain(made.id);

    // A second form may not ask what this one asks.
    await expect(
      request({ title: '另一张表', fields: [{ name: '本月欺凌事件起数', source: null }] }),
    ).rejects.toMatchObject({
      code: 'forms.fieldKnown',
    });
    await act(made.id, 'end', officer());
    expect((await burden(undefined, '2026-12')).rows.map(({ form }) => form)).not.toContain(made.id);
    expect((await application.forms.form(county, made.id)).state).toBe('ended');
  });

  test('two requests for the same field: the second is refused at approval', async () => {
    const fields = [{ name: '课间活动时长', source: null }];
    const [first, second] = [await request({ title: '表一', fields }), await request({ title: '表二', fields })];
    await act(first.id, 'approve', officer());
    await expect(act(second.id, 'approve', officer())).rejects.toMatchObject({ code: 'forms.fieldKnown' });
    expect((await application.forms.form(county, second.id)).state).toBe('review');
    await act(second.id, 'return', officer(), { comment: '与表一重复' });
    await act(second.id, 'resubmit', planner(), { fields: { fields: [{ name: '大课间次数', source: null }] } });
    await act(second.id, 'approve', officer());
    expect((await application.forms.form(county, second.id)).state).toBe('inForce');
  });

  test('a school sees what it is asked and why, and nothing that is not asked of it', async () => {
    const kept = await request({
      title: '幼儿园表',
      stages: ['kindergarten'],
      fields: [{ name: '午睡床位情况', source: null }],
    });
    await act(kept.id, 'approve', officer());
    const seen = await application.forms.register(county, school);
    expect(seen.unit?.id).toBe(school);
    expect(seen.rows.map(({ id }) => id)).not.toContain(kept.id);
    const own = await request({
      title: '小学表',
      stages: ['primary'],
      fields: [{ name: '延时服务安排', source: null }],
    });
    await act(own.id, 'approve', officer());
    expect(await application.forms.form(county, own.id, school)).toMatchObject({ why: '掌握防治工作进展' });
    expect((await burden(school)).rows.map(({ form }) => form)).toContain(own.id);
    expect(seen.rows.every(({ state, askedOf }) => state !== 'ready' && askedOf === 'schools')).toBe(true);
    expect((await burden(school)).now.schools).toBe(1);
    await expect(application.forms.form(county, kept.id, school)).rejects.toMatchObject({ code: 'forms.formNotFound' });
  });

  test('sheets that were really given count in their month', async () => {
    const before = (await burden(school)).now.hours;
    await application.quality.openRound(
      county,
      { instrument: 'CN-CQE-2021-school', title: '评价', schoolYear: 2026, selfDueOn: '2026-12-30', units: [school] },
      { principal: officer(), at },
    );
    const after = await burden(school);
    const row = after.rows.find(({ form }) => form === 'instrument.CN-CQE-2021-school');
    expect(row).toMatchObject({ fillings: 1 });
    expect(after.now.hours - before).toBeCloseTo((row?.minutes ?? 0) / 60, 9);
  });

  test('a form of the province holds in the county, and one of a county not beside it', async () => {
    const province = `${county.slice(0, 2)}0000`;
    const made = await application.forms.request(
      province,
      asks({ title: '省级表', fields: [{ name: '省级调研项', source: null }] }),
      person('above', 'province-officer', province),
    );
    await application.cases.act(
      person('another', 'province-officer', province),
      { county: province, id: made.id },
      'approve',
    );
    expect((await burden()).rows.map(({ form }) => form)).toContain(made.id);
    await expect(request({ title: '重复', fields: [{ name: '省级调研项', source: null }] })).rejects.toMatchObject({
      code: 'forms.fieldKnown',
    });
    const beside = await application.forms.register('110101');
    expect(beside.rows.filter(({ origin }) => origin === 'registered')).toEqual([]);
  });
});
