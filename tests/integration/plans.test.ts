import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { type Application, createServer, openApplication } from '#app';
import { plansRoutes } from '#contracts/plans';
import type { Principal } from '#core/access';
import { writeDocx } from '#engines/documents';
import { testEngines } from './test-database.ts';

const at = new Date('2026-11-21T08:00:00Z');
// Ids sort by time: a clock that stood still would leave the order of two plans to chance.
let ticks = 0;
const publicShare = { standard: 'CN-BPE-2023', indicator: 'B0c', stage: 'kindergarten' as const };

describe.each(testEngines)('plans on $engine', ({ openDemo }) => {
  let application: Application;
  let server: FastifyInstance;
  let county: string;
  let province: string;

  beforeAll(async () => {
    const database = await openDemo();
    application = await openApplication({ database, now: () => new Date(at.getTime() + ticks++) });
    server = await createServer(application);
    const rows = await database.query<{ code: string }>('SELECT DISTINCT county_code AS code FROM unit');
    county = rows[0]?.code ?? '';
    province = `${county.slice(0, 2)}0000`;
  });
  afterAll(async () => {
    await server.close();
    await application.close();
  });

  async function ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) {
    const answer = await server.inject({ method, url: `/api/v1${url}`, ...(payload === undefined ? {} : { payload }) });
    return { status: answer.statusCode, json: () => answer.json(), body: answer.body, bytes: answer.rawPayload };
  }
  type Detail = z.output<(typeof plansRoutes)['plan']['response']>;
  async function detail(answer: Awaited<ReturnType<typeof ask>>): Promise<Detail> {
    expect({ status: answer.status, body: answer.body.slice(0, 400) }).toMatchObject({ status: 200 });
    return plansRoutes.plan.response.parse(answer.json());
  }
  const planBody = { kind: 'development', title: '优质均衡推进规划', basis: '省规划', fromYear: 2026, toYear: 2028 };
  const target = {
    clause: 'B0c',
    title: '公办园在园幼儿占比',
    measuredBy: publicShare,
    direction: 'atLeast',
    value: 0.6,
    dueYear: 2027,
  };

  async function issued(area: string): Promise<Detail> {
    const made = await detail(await ask('POST', `/plans/areas/${area}`, planBody));
    await detail(await ask('POST', `/plans/areas/${area}/plans/${made.id}/targets`, target));
    return detail(await ask('POST', `/plans/areas/${area}/plans/${made.id}/acts`, { act: 'issue' }));
  }

  test('the catalogue holds every clause of the three texts, in both languages', async () => {
    const { clauses, texts } = plansRoutes.catalogue.response.parse((await ask('GET', '/clauses')).json());
    expect(clauses).toHaveLength(223);
    expect(texts.map(({ id }) => id)).toEqual(['A', 'B', 'C']);
    for (const { id, title, does } of clauses) {
      expect({
        id,
        zh: /[\u4e00-\u9fff]/.test(title.zh + does.zh),
        en: /[\u4e00-\u9fff]/.test(title.en + does.en),
      }).toEqual({
        id,
        zh: true,
        en: false,
      });
    }
  });

  test('what a clause points at exists', async () => {
    const { clauses } = plansRoutes.catalogue.response.parse((await ask('GET', '/clauses')).json());
    const { catalogue } = application.conditions;
    const known = new Set(
      catalogue.entries.flatMap(({ compiled: { definition } }) => [
        definition.id,
        ...definition.indicators.map(({ id }) => `${definition.id}/${id}`),
      ]),
    );
    const pointed = clauses.flatMap(({ links }) => links.standards);
    expect(pointed.length).toBeGreaterThan(15);
    expect(pointed.filter((one) => !known.has(one))).toEqual([]);
    const kinds = new Set(application.cases.kinds().map(({ kind }) => kind));
    expect(clauses.flatMap(({ links }) => links.cases).filter((one) => !kinds.has(one))).toEqual([]);
  });

  test('a province’s plan is carried out by the county’s, which may only tighten', async () => {
    const above = await issued(province);
    const listed = plansRoutes.plans.response.parse((await ask('GET', `/plans/areas/${county}`)).json());
    expect(listed.above.map(({ id }) => id)).toContain(above.id);

    const made = await detail(
      await ask('POST', `/plans/areas/${county}`, { ...planBody, follows: { area: province, plan: above.id } }),
    );
    const adopted = await detail(await ask('POST', `/plans/areas/${county}/plans/${made.id}/adopt`));
    const [own] = adopted.targetRows;
    expect(own).toMatchObject({ value: 0.6, dueYear: 2027, follows: { value: 0.6, dueYear: 2027 } });
    expect(own?.readings.filter(({ value }) => value !== null).length).toBeGreaterThan(0);

    const change = (body: object) =>
      ask('PUT', `/plans/areas/${county}/plans/${made.id}/targets/${own?.id}`, {
        ...target,
        follows: { area: province, plan: above.id, target: above.targetRows[0]?.id },
        ...body,
      });
    const looser = await change({ value: 0.59 });
    expect(looser.json()).toMatchObject({
      status: 422,
      code: 'plans.loosened',
      parameters: { above: '0.6', here: '0.59' },
    });
    expect((await change({ dueYear: 2028 })).json()).toMatchObject({ code: 'plans.loosened' });
    const tighter = await detail(await change({ value: 0.65, dueYear: 2026 }));
    expect(tighter.targetRows[0]).toMatchObject({ value: 0.65, dueYear: 2026 });
    // Adopting again brings nothing twice.
    expect((await detail(await ask('POST', `/plans/areas/${county}/plans/${made.id}/adopt`))).targets).toBe(1);
  });

  test('a blank number stays blank, visibly', async () => {
    const made = await detail(await ask('POST', `/plans/areas/${county}`, planBody));
    const blank = { ...target, clause: 'C0d', measuredBy: null, title: '达标县占比', value: null };
    const shown = await detail(await ask('POST', `/plans/areas/${county}/plans/${made.id}/targets`, blank));
    expect(shown).toMatchObject({ blankTargets: 1, targetRows: [{ value: null, standing: 'blank' }] });
  });

  test('a target is split into one task a year, each with its milestone', async () => {
    const made = await detail(await ask('POST', `/plans/areas/${county}`, planBody));
    const withTarget = await detail(
      await ask('POST', `/plans/areas/${county}/plans/${made.id}/targets`, { ...target, value: 0.99 }),
    );
    const id = withTarget.targetRows[0]?.id;
    const split = () =>
      ask('POST', `/plans/areas/${county}/plans/${made.id}/targets/${id}/split`, { lead: 'education' });
    const shown = await detail(await split());
    expect(shown.taskRows.map(({ year }) => year)).toEqual([2026, 2027]);
    expect(shown.taskRows.at(-1)?.milestone).toBe(0.99);
    expect((await detail(await split())).tasks).toBe(2);
    expect(
      (await ask('POST', `/plans/areas/${county}/plans/${made.id}/targets/${id}/split`, { lead: 'nobody' })).json(),
    ).toMatchObject({
      code: 'plans.departmentUnknown',
    });
  });

  test('an issued plan is not changed; it is reopened with a reason', async () => {
    const plan = await issued(county);
    const url = `/plans/areas/${county}/plans/${plan.id}`;
    expect((await ask('POST', `${url}/targets`, target)).json()).toMatchObject({
      status: 409,
      code: 'plans.notADraft',
    });
    expect((await ask('POST', `${url}/acts`, { act: 'issue' })).json()).toMatchObject({ code: 'plans.actRefused' });
    const reopened = await detail(await ask('POST', `${url}/acts`, { act: 'reopen', reason: '省里调整了目标' }));
    expect(reopened.state).toBe('draft');
    expect(reopened.acts.map(({ act }) => act)).toEqual(['created', 'issued', 'reopened']);
  });

  test('an issued plan hands out its tasks: reported with evidence, confirmed by another person', async () => {
    const made = await detail(await ask('POST', `/plans/areas/${county}`, planBody));
    const url = `/plans/areas/${county}/plans/${made.id}`;
    const withTarget = await detail(await ask('POST', `${url}/targets`, { ...target, value: 0.99 }));
    await detail(await ask('POST', `${url}/targets/${withTarget.targetRows[0]?.id}/split`, { lead: 'finance' }));
    const plan = await detail(await ask('POST', `${url}/acts`, { act: 'issue' }));
    const [task] = plan.taskRows;
    expect(task?.case).toMatchObject({
      state: { en: 'Under way' },
      isFinal: false,
      dueOn: '2026-12-31',
      isOverdue: false,
    });

    const { cases } = application;
    const person = (id: string, role: string): Principal => ({
      id,
      name: id,
      kind: 'person',
      grants: [{ role, area: county }],
    });
    const [reporter, confirmer, stranger] = [
      person('reporter', 'county-officer'),
      person('confirmer', 'county-officer'),
      { ...person('stranger', 'county-officer'), grants: [{ role: 'county-officer', area: '110101' }] },
    ];
    const ref = { county, id: task?.case?.id ?? '' };
    const name = '批复.docx';
    const bytes = await writeDocx({ language: 'zh', title: '批复', body: [] });
    const { id: file } = await application.files.add(reporter, {
      area: county,
      name,
      bytes,
      keepTime: false,
      keepPlace: false,
    });
    const report = { fields: { result: '扩建公办园一所' }, files: [{ file, name }] };
    await expect(cases.act(reporter, ref, 'report', { fields: report.fields })).rejects.toMatchObject({
      code: 'cases.evidenceMissing',
    });
    await expect(cases.act(stranger, ref, 'report', report)).rejects.toMatchObject({ status: 404 });
    await cases.act(reporter, ref, 'report', report);
    await expect(cases.act(reporter, ref, 'confirm')).rejects.toMatchObject({ code: 'cases.fourEyes' });
    expect((await cases.act(confirmer, ref, 'confirm')).isFinal).toBe(true);
    expect((await detail(await ask('GET', url))).taskRows[0]?.case).toMatchObject({
      state: { en: 'Done' },
      isFinal: true,
    });

    // Reopened, the plan keeps what was handed out.
    await detail(await ask('POST', `${url}/acts`, { act: 'reopen', reason: '调整第二年的任务' }));
    expect((await ask('DELETE', `${url}/tasks/${task?.id}`)).json()).toMatchObject({ code: 'plans.taskUnderWay' });
    const again = await detail(await ask('POST', `${url}/acts`, { act: 'issue' }));
    expect(again.taskRows.map((one) => one.case?.id)).toEqual(plan.taskRows.map((one) => one.case?.id));
  });

  test('an empty plan is not issued, and wrong input is refused where it is wrong', async () => {
    const made = await detail(await ask('POST', `/plans/areas/${county}`, planBody));
    const url = `/plans/areas/${county}/plans/${made.id}`;
    expect((await ask('POST', `${url}/acts`, { act: 'issue' })).json()).toMatchObject({ code: 'plans.nothingToIssue' });
    expect((await ask('POST', `${url}/targets`, { ...target, clause: 'Z9' })).json()).toMatchObject({
      code: 'plans.clauseUnknown',
    });
    expect((await ask('POST', `${url}/targets`, { ...target, dueYear: 2030 })).json()).toMatchObject({
      code: 'plans.periodWrong',
    });
    const unknown = { ...target, measuredBy: { ...publicShare, indicator: 'NONE' } };
    expect((await ask('POST', `${url}/targets`, unknown)).json()).toMatchObject({ code: 'plans.indicatorUnknown' });
    expect((await ask('GET', `/plans/areas/${county}/plans/none`)).json()).toMatchObject({
      status: 404,
      code: 'plans.planNotFound',
    });
  });

  test('two officers issue one plan at once: one does, the other is told', async () => {
    const made = await detail(await ask('POST', `/plans/areas/${county}`, planBody));
    const url = `/plans/areas/${county}/plans/${made.id}`;
    await detail(await ask('POST', `${url}/targets`, target));
    const both = await Promise.all([1, 2].map(() => ask('POST', `${url}/acts`, { act: 'issue' })));
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
    expect((await detail(await ask('GET', url))).acts.filter(({ act }) => act === 'issued')).toHaveLength(1);
  });

  test('the roadmap shows every county with what it fails; a county may come earlier, not later', async () => {
    const before = plansRoutes.roadmap.response.parse((await ask('GET', `/plans/areas/${province}/roadmap`)).json());
    expect(before.rows.map((row) => row.county.code)).toContain(county);
    const set = (body: object) =>
      ask('PUT', `/plans/areas/${county}/roadmap`, {
        standard: before.standard.id,
        targetYear: 2027,
        setBy: province,
        ...body,
      });
    expect((await set({})).status).toBe(200);
    expect((await set({ setBy: county, targetYear: 2028 })).json()).toMatchObject({ code: 'plans.roadmapLater' });
    const earlier = plansRoutes.roadmap.response.parse((await set({ setBy: county, targetYear: 2026 })).json());
    expect(earlier.rows[0]).toMatchObject({ entry: { targetYear: 2026, setBy: province } });
    expect(earlier.rows[0]?.failing.some(({ value }) => value !== null)).toBe(true);
  });

  test('the plan and the letter of responsibility are written as docx and pdf', async () => {
    const plan = await issued(county);
    for (const format of ['docx', 'pdf']) {
      const file = await ask('GET', `/plans/areas/${county}/plans/${plan.id}/document?format=${format}`);
      expect(file.status).toBe(200);
      expect(file.bytes.subarray(0, 4).toString('latin1')).toBe(format === 'pdf' ? '%PDF' : 'PK\u0003\u0004');
    }
    expect((await ask('GET', `/plans/areas/${county}/roadmap/letter`)).status).toBe(200);
    expect((await ask('GET', `/plans/areas/${province}/roadmap/letter`)).json()).toMatchObject({
      code: 'plans.notACounty',
    });
  });
});
