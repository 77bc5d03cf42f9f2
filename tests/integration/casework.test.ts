import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createGate, type Principal, type Role } from '#core/access';
import { withoutAudit } from '#core/audit';
import { workingCalendar } from '#core/calendar';
import type { Database } from '#core/db';
import { httpServer } from '#core/http';
import { createLog } from '#core/log';
import { Cases, casesMigrations, defineCaseKind } from '#engines/cases';
import { Notices, noticesMigrations } from '#engines/notices';
import { bindCasework, Casework } from '#modules/casework';
import { testEngines } from './test-database.ts';

const county = '341181';
const school = '2134000001';
const now = new Date('2026-11-20T02:00:00Z');

const letter = defineCaseKind({
  kind: 'trial.letter',
  version: 1,
  title: { zh: '信件', en: 'Letter' },
  read: 'trial.read',
  initial: 'asked',
  open: {
    permission: 'trial.ask',
    fields: z.object({
      costFen: z.int().min(0).meta({ zh: '金额', en: 'Cost', as: 'money' }),
      urgency: z.enum(['low', 'high']).meta({
        zh: '急缓',
        en: 'Urgency',
        options: { low: { zh: '缓', en: 'Low' }, high: { zh: '急', en: 'High' } },
      }),
      wantedOn: z.iso.date().optional().meta({ zh: '希望日期', en: 'Wanted on' }),
    }),
  },
  states: {
    asked: {
      title: { zh: '待答复', en: 'Waiting' },
      asks: ['answer', 'refuse'],
      within: 2,
      escalate: [{ after: 0, to: 'trial.answer' }],
    },
    answered: { title: { zh: '已答复', en: 'Answered' }, final: true },
    refused: { title: { zh: '已拒绝', en: 'Refused' }, final: true },
  },
  actions: {
    answer: {
      title: { zh: '答复', en: 'Answer' },
      from: ['asked'],
      to: 'answered',
      permission: 'trial.answer',
      notBy: ['open'],
      fields: z.object({ answer: z.string().min(1).max(500).meta({ zh: '答复', en: 'Answer' }) }),
    },
    refuse: {
      title: { zh: '拒绝', en: 'Refuse' },
      from: ['asked'],
      to: 'refused',
      permission: 'trial.answer',
      reason: 'required',
    },
  },
});

const role = (id: string, permissions: string[]): [string, Role] => [
  id,
  { id, name: { zh: id, en: id }, duty: { zh: id, en: id }, at: 'area', permissions },
];
const gate = createGate({
  roles: new Map([
    role('clerk', ['casework.use', 'trial.read', 'trial.ask']),
    role('officer', ['casework.use', 'trial.read', 'trial.answer']),
    role('nobody', []),
  ]),
  today: () => '2026-11-20',
  oddAreas: () => new Map(),
});
const person = (id: string, roleId: string, area: string, unit?: string): Principal => ({
  id,
  name: `${id} 老师`,
  kind: 'person',
  grants: [{ role: roleId, area, unit }],
});
const people = new Map(
  [
    person('clerk', 'clerk', county, school),
    person('officer', 'officer', county),
    person('stranger', 'officer', '320102'),
    person('guest', 'nobody', county),
  ].map((one) => [one.id, one]),
);

describe.each(testEngines)('casework on $engine', ({ open }) => {
  let database: Database;
  let server: FastifyInstance;
  let cases: Cases;
  beforeAll(async () => {
    database = await open([casesMigrations, noticesMigrations]);
    const log = createLog({ level: 'silent', now: () => now, write: () => {} });
    const notices = new Notices({ database, gate, now: () => now, log });
    cases = new Cases({
      database,
      gate,
      calendar: workingCalendar([{ year: 2026, off: new Set(), work: new Set() }]),
      audit: withoutAudit,
      now: () => now,
      tell: (session, notice) => notices.put(session, notice),
    });
    cases.register(letter);
    await cases.start();
    notices.addressable(cases.escalationTargets());
    const casework = new Casework({
      cases,
      notices,
      unitNames: async (_county, units) => new Map(units.map((unit) => [unit, `第一小学 ${unit}`])),
      findFile: async () => undefined,
      namesOf: async (ids) => new Map(ids.map((id) => [id, people.get(id)?.name ?? id])),
      now: () => now,
    });
    const routes = bindCasework({
      casework,
      cases,
      notices,
      areaName: async (area) => `地区 ${area}`,
      holds: () => true,
    });
    server = await httpServer({
      routes,
      log,
      uploadMegabytes: 1,
      gate,
      audit: withoutAudit,
      identify: async ({ headers }) => people.get(String(headers['x-person'])),
      now: () => now,
    });
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });

  const ask = async (who: string, method: 'GET' | 'POST' | 'PUT', path: string, payload?: object) => {
    const answer = await server.inject({
      method,
      url: `/api/v1${path}`,
      headers: { 'x-person': who },
      ...(payload === undefined ? {} : { payload }),
    });
    return { status: answer.statusCode, body: answer.json<Record<string, never>>(), raw: answer };
  };
  const download = (path: string) => server.inject({ url: `/api/v1${path}`, headers: { 'x-person': 'clerk' } });
  const openLetter = async (title: string): Promise<string> => {
    const { status, body } = await ask('clerk', 'POST', '/cases/trial.letter', {
      area: county,
      unit: school,
      title,
      fields: { costFen: 1250, urgency: 'high' },
    });
    expect(status).toBe(200);
    return (body as unknown as { case: string }).case;
  };

  test('from opening to the end over the edge: queue, page with its form, act, dossier', async () => {
    const name = await openLetter('多媒体');
    const queue = await ask('officer', 'GET', '/tasks');
    expect(queue.body).toMatchObject({
      today: '2026-11-20',
      counts: [{ kind: 'trial.letter', waiting: 1, overdue: 0 }],
      rows: [
        {
          case: name,
          title: '多媒体',
          unitName: `第一小学 ${school}`,
          stateTitle: { zh: '待答复', en: 'Waiting' },
          dueOn: '2026-11-24',
          asks: [
            { action: 'answer', together: false },
            { action: 'refuse', together: true, reason: 'required' },
          ],
        },
      ],
      nextCursor: null,
    });
    const page = await ask('officer', 'GET', `/cases/trial.letter/${name}`);
    expect(page.body).toMatchObject({
      fields: [
        { title: { zh: '金额', en: 'Cost' }, as: 'money', value: 1250, shown: null },
        { title: { zh: '急缓', en: 'Urgency' }, value: 'high', shown: { zh: '急', en: 'High' } },
      ],
      possible: [
        { action: 'answer', isAsked: true, fields: [{ name: 'answer', as: 'longText', required: true }] },
        { action: 'refuse', fields: [], reason: 'required' },
      ],
      may: { claim: true, assign: false, release: false, comment: true },
      history: [{ seq: 1, action: 'open' }],
    });
    const path = `/cases/trial.letter/${name}/actions/answer`;
    expect((await ask('officer', 'POST', path, { fields: {} })).body).toMatchObject({ code: 'cases.fieldRefused' });
    await ask('officer', 'PUT', `/cases/trial.letter/${name}/drafts/answer`, { draft: { fields: { answer: '同' } } });
    expect((await ask('officer', 'GET', `/cases/trial.letter/${name}`)).body).toMatchObject({
      drafts: [{ action: 'answer', fields: { answer: '同' } }],
    });
    const acted = await ask('officer', 'POST', path, {
      fields: { answer: '同意' },
      seenSeq: 1,
      requestKey: 'request-1',
    });
    expect(acted.body).toEqual({ case: name, seq: 2, state: 'answered' });
    expect(
      (await ask('officer', 'POST', path, { fields: { answer: '同意' }, seenSeq: 1, requestKey: 'request-1' })).body,
    ).toEqual(acted.body);
    expect((await ask('officer', 'POST', path, { fields: { answer: '不' }, seenSeq: 1 })).body).toMatchObject({
      code: 'cases.overtaken',
    });
    for (const format of ['docx', 'pdf']) {
      const dossier = await download(`/cases/trial.letter/${name}/dossier?format=${format}`);
      expect(dossier.headers['content-disposition']).toContain(encodeURIComponent(`多媒体.${format}`));
      expect(dossier.rawPayload.subarray(0, 2).toString()).toBe(format === 'pdf' ? '%P' : 'PK');
    }
  });

  test('who may not see a case is told there is none, on every door', async () => {
    const name = await openLetter('外人');
    const doors: readonly ['GET' | 'POST' | 'PUT', string, object?][] = [
      ['GET', `/cases/trial.letter/${name}`],
      ['GET', `/cases/trial.letter/${name}/dossier`],
      ['POST', `/cases/trial.letter/${name}/actions/refuse`, { comment: 'x' }],
      ['POST', `/cases/trial.letter/${name}/actions/comment`, { comment: 'x' }],
      ['PUT', `/cases/trial.letter/${name}/drafts/answer`, { draft: null }],
    ];
    for (const [method, path, payload] of doors) {
      expect((await ask('stranger', method, path, payload)).status).toBe(404);
      expect((await ask('guest', method, path, payload)).status).toBe(403);
      expect((await ask('unknown', method, path, payload)).status).toBe(401);
    }
    expect((await ask('stranger', 'GET', '/tasks')).body).toMatchObject({ rows: [] });
    expect((await ask('stranger', 'GET', '/cases')).body).toMatchObject({ rows: [] });
    expect((await ask('officer', 'GET', `/cases/other.kind/${name}`)).status).toBe(404);
    expect((await ask('officer', 'GET', '/cases/trial.letter/nonsense')).status).toBe(400);
    expect((await ask('officer', 'POST', '/cases/trial.letter', { area: county, title: 'x' })).status).toBe(403);
  });

  test('many at once, each as it was seen; the refused ones say why', async () => {
    const [one, two] = [await openLetter('一'), await openLetter('二')];
    await ask('officer', 'POST', `/cases/trial.letter/${two}/actions/answer`, { fields: { answer: '好' } });
    const answer = await ask('officer', 'POST', '/cases/trial.letter/actions/refuse', {
      cases: [one, two].map((name) => ({ case: name, seenSeq: 1 })),
      comment: '重复',
    });
    expect(answer.body).toMatchObject({
      done: 1,
      outcomes: [
        { case: one, done: true, state: 'refused' },
        { case: two, done: false, refusal: { en: expect.stringContaining('Answer') } },
      ],
    });
  });

  test('the opener is told, and the reading is noted', async () => {
    const name = await openLetter('通知我');
    await ask('officer', 'POST', `/cases/trial.letter/${name}/actions/refuse`, { comment: '无' });
    const { body } = await ask('clerk', 'GET', '/notices?unread=true');
    const { rows } = body as unknown as { rows: { area: string; notice: string; path: string; text: object }[] };
    const row = rows.find(({ path }) => path.endsWith(name));
    expect(row).toMatchObject({
      path: `/cases/trial.letter/${name}`,
      text: { zh: '“通知我”：拒绝，现为“已拒绝”', en: '“通知我”: Refuse, now “Refused”' },
    });
    const before = (await ask('clerk', 'GET', '/tasks/count')).body as unknown as { unread: number };
    await ask('clerk', 'POST', `/notices/${row?.area}/${row?.notice}/read`, {});
    expect((await ask('clerk', 'GET', '/tasks/count')).body).toMatchObject({ unread: before.unread - 1 });
    expect((await ask('clerk', 'GET', `/notices/${row?.area}/${row?.notice}/receipts`)).body).toMatchObject({
      rows: [{ by: 'clerk 老师', readAt: now.toISOString() }],
    });
    expect((await ask('officer', 'GET', `/notices/${row?.area}/${row?.notice}/receipts`)).status).toBe(404);
  });

  test('pages follow one another by cursor; the list shows what has ended too', async () => {
    for (let n = 0; n < 3; n++) await openLetter(`页 ${n}`);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const answer = await ask('officer', 'GET', `/cases?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
      const page = answer.body as unknown as { rows: { case: string }[]; nextCursor: string | null };
      seen.push(...page.rows.map((row) => row.case));
      cursor = page.nextCursor;
    }
    expect(new Set(seen).size).toBe(seen.length);
    const all = await cases.list(people.get('officer') as Principal, { limit: 200 });
    expect(seen).toHaveLength(all.length);
    expect((await ask('officer', 'GET', '/cases?cursor=x')).body).toMatchObject({ code: 'core.cursorRefused' });
    const kinds = await ask('clerk', 'GET', '/case-kinds');
    expect(kinds.body).toMatchObject({
      rows: [{ kind: 'trial.letter', open: { fields: [{ as: 'money' }, { as: 'choice' }, { as: 'day' }] } }],
    });
  });
});
