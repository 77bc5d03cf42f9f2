import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Application, createServer, databaseScripts, openApplication } from '#app';
import { type ExampleBody, type PilotBody, practiceRoutes } from '#contracts/practice';
import type { Principal } from '#core/access';
import { shippedStandards } from '#county';
import { type CaseRef, parseCaseName } from '#engines/cases';
import { writeDocx } from '#engines/documents';
import { writeDemo } from '#modules/demo';
import { testEngines } from './test-database.ts';

const at = new Date('2026-11-21T08:00:00Z');
let ticks = 0;

describe.each(testEngines)('pilots and examples on $engine', ({ open }) => {
  let application: Application;
  let server: FastifyInstance;
  let county = '';
  let school = '';
  const person = (id: string, role: string, area = county, unit?: string): Principal => ({
    id,
    name: `${id} 的姓名`,
    kind: 'person',
    grants: [{ role, area, unit }],
  });
  const head = () => person('head', 'principal', county, school);
  const officer = () => person('officer', 'county-officer');
  const city = () => person('city', 'city-officer', `${county.slice(0, 4)}00`);
  const province = () => person('province', 'province-officer', `${county.slice(0, 2)}0000`);

  beforeAll(async () => {
    const { migrations, seeds } = await databaseScripts();
    const database = await open(migrations, seeds);
    await writeDemo({
      size: 'county',
      detail: 'resources',
      years: [2025, 2026],
      target: { database, dictionary: shippedStandards().dictionary, at },
    });
    application = await openApplication({ database, now: () => new Date(at.getTime() + ticks++) });
    server = await createServer(application);
    const [row] = await database.query<{ county_code: string; id: string }>(
      `SELECT county_code, id FROM unit WHERE 'primary' = ANY (stages) AND kind = 'school' AND closed_on IS NULL ORDER BY id LIMIT 1`,
    );
    county = row?.county_code ?? '';
    school = row?.id ?? '';
  });
  afterAll(async () => {
    await server.close();
    await application.close();
  });

  const pilot: PilotBody = {
    title: '课后服务质量提升试点',
    unit: null,
    clause: 'A12b',
    goal: '课后服务参与率达到95%',
    measures: '统一课程清单，引入场馆资源',
    fromOn: '2026-12-01',
    midtermOn: '2027-06-30',
    untilOn: '2027-12-31',
  };
  const refOf = (name: string): CaseRef => {
    const ref = parseCaseName(name);
    if (ref === undefined) throw new Error(name);
    return ref;
  };
  const act = (ref: CaseRef, action: string, by: Principal, given: object = {}) =>
    application.cases.act(by, ref, action, given);
  const evidence = async (by: Principal, unit?: string) => {
    const bytes = await writeDocx({ language: 'zh', title: '材料', body: [{ kind: 'paragraph', text: '说明' }] });
    const { id } = await application.files.add(by, {
      area: county,
      unit,
      name: '材料.docx',
      bytes,
      keepTime: false,
      keepPlace: false,
    });
    return [{ file: id, name: '材料.docx' }];
  };

  test('a pilot goes from level to level, reports by mid-term, and is concluded', async () => {
    const ref = refOf((await application.practice.applyForPilot(county, { ...pilot, unit: school }, head())).case);
    await expect(act(ref, 'passCity', officer())).rejects.toThrow();
    await act(ref, 'passCounty', officer());
    await expect(act(ref, 'passCity', officer())).rejects.toThrow(/may not/);
    await act(ref, 'passCity', city());
    await act(ref, 'approve', province());
    expect((await application.cases.read(head(), ref)).now.dueOn).toBe('2027-06-30');
    const report = { fields: { report: '已在三个年级开展' } };
    await expect(act(ref, 'reportMidterm', head(), report)).rejects.toMatchObject({ code: 'cases.evidenceMissing' });
    await act(ref, 'reportMidterm', head(), { ...report, files: await evidence(head(), school) });
    await act(ref, 'acceptMidterm', city());
    await act(ref, 'reportEnd', head(), { ...report, files: await evidence(head(), school) });
    await act(ref, 'conclude', province(), { fields: { verdict: 'spread' }, comment: '成效明显' });
    const [shown] = await application.practice.pilots(county, school);
    expect(shown).toMatchObject({
      state: { id: 'concluded', isFinal: true },
      verdict: 'spread',
      clause: { id: 'A12b' },
    });
    const seenAbove = await application.practice.pilots(`${county.slice(0, 2)}0000`);
    expect(seenAbove.map(({ id }) => id)).toContain(ref.id);
  });

  test('who applied passes at no level, and a pilot with wrong days or an unknown clause is refused', async () => {
    const own = refOf((await application.practice.applyForPilot(county, pilot, officer())).case);
    await expect(act(own, 'passCounty', officer())).rejects.toMatchObject({ code: 'cases.fourEyes' });
    const apply = (more: Partial<PilotBody>) =>
      application.practice.applyForPilot(county, { ...pilot, ...more }, officer());
    await expect(apply({ clause: 'Z9' })).rejects.toMatchObject({ code: 'practice.clauseUnknown' });
    await expect(apply({ midtermOn: '2026-12-01' })).rejects.toMatchObject({ code: 'practice.daysWrong' });
    await expect(apply({ unit: 'nowhere' })).rejects.toMatchObject({ code: 'organization.unitNotFound' });
    expect(await application.practice.pilots(county)).toHaveLength(2);
  });

  const example: Omit<ExampleBody, 'files'> = {
    title: '县域骨干教师走教',
    unit: null,
    clause: 'A3d',
    problem: '乡村学校缺骨干教师',
    practice: '县管校聘，骨干教师每周两天到乡村学校任教',
    effect: '校际差异缩小',
    measuredBy: { standard: 'CN-CQB-2017', indicator: 'C1', stage: 'primary', fromYear: 2025, toYear: 2026 },
  };

  async function measurable(): Promise<NonNullable<ExampleBody['measuredBy']>> {
    const report = await application.balance.overview(county, {});
    const [coefficient] = report.coefficients;
    if (coefficient === undefined) throw new Error('the county has no coefficient');
    return {
      standard: report.standard.id,
      indicator: coefficient.indicator,
      stage: coefficient.stage,
      fromYear: 2025,
      toYear: 2026,
    };
  }
  const propose = async (more: Partial<ExampleBody> = {}) =>
    refOf(
      (
        await application.practice.proposeExample(
          county,
          { ...example, measuredBy: await measurable(), files: await evidence(officer()), ...more },
          officer(),
        )
      ).case,
    );
  const anybody = (path: string) => server.inject({ method: 'GET', url: `/api/v1${path}` });

  test('an example is public from its publication to its withdrawal, with a number that can be traced', async () => {
    const ref = await propose();
    const address = `/examples/${county}/${ref.id}`;
    expect((await anybody(address)).statusCode).toBe(404);
    await expect(act(ref, 'publish', officer())).rejects.toMatchObject({ code: 'cases.fourEyes' });
    await act(ref, 'publish', city());

    const answer = await anybody(address);
    expect(answer.statusCode).toBe(200);
    const shown = practiceRoutes.publishedExample.response.parse(answer.json());
    const { standard, indicator, stage } = await measurable();
    const series = await application.balance.series(county, { standard, indicator, stage });
    expect(shown.measured?.from.value).toBe(series?.readings.find(({ year }) => year === 2025)?.value);
    expect(shown.measured?.to.value).toBe(series?.readings.find(({ year }) => year === 2026)?.value);
    expect(shown.measured?.to.value).not.toBeNull();
    // Nothing of who wrote and who reviewed it, and no file.
    for (const hidden of ['officer', 'city', '姓名', '材料.docx', 'case']) expect(answer.body).not.toContain(hidden);
    const list = practiceRoutes.published.response.parse((await anybody('/examples?clause=A3d')).json());
    expect(list.rows.map(({ id }) => id)).toEqual([ref.id]);
    expect(practiceRoutes.published.response.parse((await anybody('/examples?clause=A1a')).json()).rows).toEqual([]);

    await act(ref, 'withdraw', city(), { comment: '数据有误' });
    expect((await anybody(address)).statusCode).toBe(404);
    expect((await anybody('/examples')).json()).toEqual({ rows: [] });
    expect((await application.practice.example(county, ref.id, officer())).state.id).toBe('withdrawn');
  });

  test('what is not published, nobody reads; an unknown indicator and missing evidence are refused', async () => {
    const ref = await propose({ title: '未发布', measuredBy: null });
    await act(ref, 'return', city(), { comment: '请补充成效' });
    expect((await anybody(`/examples/${county}/${ref.id}`)).statusCode).toBe(404);
    await act(ref, 'proposeAgain', officer(), { fields: { effect: '差异系数下降' } });
    expect(await application.practice.example(county, ref.id, officer())).toMatchObject({
      state: { id: 'review' },
      effect: '差异系数下降',
      problem: '乡村学校缺骨干教师',
    });
    const far = person('far', 'county-officer', '110101');
    await expect(application.practice.example(county, ref.id, far)).rejects.toMatchObject({
      code: 'practice.exampleNotFound',
    });
    await expect(propose({ measuredBy: { ...(await measurable()), indicator: 'none' } })).rejects.toMatchObject({
      code: 'practice.indicatorUnknown',
    });
    await expect(propose({ clause: 'Z9' })).rejects.toMatchObject({ code: 'practice.clauseUnknown' });
    await expect(
      application.cases.open(officer(), 'practice.example', {
        area: county,
        title: '无佐证',
        fields: { clause: 'A3d', problem: '问题', practice: '做法', effect: '成效' },
      }),
    ).rejects.toMatchObject({ code: 'cases.evidenceMissing' });
  });
});
