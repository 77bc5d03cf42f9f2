import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Application, createServer, openApplication } from '#app';
import { importBatch, importPreview, importResult } from '#contracts/organization';
import { operatorPrincipal, type Principal, trialPrincipal } from '#core/access';
import { withoutAudit } from '#core/audit';
import { httpServer } from '#core/http';
import { createLog } from '#core/log';

const county = '341181';
const profile = `
profile: sample
title: { zh: 样例, en: Sample }
sheets:
  - records:
      - dataset: units
        fields: { id: 标识码, name: 学校, category: { value: primary }, ownership: { value: public } }
    facts:
      - unit: 标识码
        stage: { value: primary }
        measures:
          - { measure: students, column: 学生 }
`;
const file = '标识码,学校,学生\n2134000001,天长市第一小学,800\n2134000002,天长市实验小学,八百\n';

let application: Application;
let server: FastifyInstance;
beforeAll(async () => {
  application = await openApplication({ place: { kind: 'memory' } });
  server = await createServer(application);
});
afterAll(async () => {
  await server.close();
  await application.close();
});

const api = (path: string) => `/api/v1/areas/${county}${path}`;
const post = (path: string, payload: object = {}) => server.inject({ method: 'POST', url: api(path), payload });

function upload(bytes: string) {
  const field = (name: string, value: string) =>
    `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  return server.inject({
    method: 'POST',
    url: api('/imports'),
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    payload: `${field('profile', 'sample')}${field('year', '2026')}--b\r\nContent-Disposition: form-data; name="file"; filename="一小.csv"\r\n\r\n${bytes}\r\n--b--\r\n`,
  });
}

test('a file goes in by parts, is seen, and is taken back, over the API', async () => {
  // The upload form names a shipped profile; this one is handed in as the file of a county would be.
  const { batchId } = await application.exchange.previewImport({
    areaCode: county,
    schoolYear: 2026,
    profile,
    file: { name: '一小.csv', bytes: new TextEncoder().encode(file) },
    by: 'li',
    at: new Date(),
  });
  const batch = importBatch.parse((await server.inject(api(`/imports/${batchId}`))).json());
  expect(batch).toMatchObject({ fileName: '一小.csv', state: 'previewed', rowsRead: 2 });
  const findings = (await server.inject(api(`/imports/${batchId}/findings`))).json<{ total: number }>();
  expect(findings).toMatchObject({ rows: [{ severity: 'refused', value: '八百', place: { row: 3, column: 'C' } }] });
  expect(
    (await server.inject(api(`/imports/${batchId}/annotated?language=zh`))).rawPayload.subarray(0, 2).toString(),
  ).toBe('PK');

  expect((await server.inject(api(`/imports/${batchId}/sheets`))).json()).toEqual({
    rows: [{ index: 0, name: '一小', hidden: false, lastRow: 3, columns: 3 }],
  });
  expect((await server.inject(api(`/imports/${batchId}/sheets/0/rows?from=2&count=9`))).json()).toEqual({
    rows: [
      { number: 2, cells: ['2134000001', '天长市第一小学', '800'] },
      { number: 3, cells: ['2134000002', '天长市实验小学', '八百'] },
    ],
  });
  expect((await server.inject(api(`/imports/${batchId}/sheets/0/rows?only=1,3`))).json()).toMatchObject({
    rows: [{ number: 1 }, { number: 3 }],
  });
  expect((await server.inject(api(`/imports/${batchId}/sheets/7/rows`))).json()).toMatchObject({
    code: 'exchange.sheetNotFound',
  });

  const refused = await post(`/imports/${batchId}/commit`);
  expect(refused.statusCode).toBeGreaterThanOrEqual(400);
  const done = importResult.parse((await post(`/imports/${batchId}/commit`, { partial: true })).json());
  expect(done.state).toBe('committed');
  expect((await server.inject(api('/units/2134000001/facts?year=2026'))).json()).toMatchObject({
    rows: [{ measure: 'students', value: 800, source: { file: '一小.csv', row: 2, column: 'C', importedBy: 'li' } }],
  });

  await post('/years/2026/lock', { reason: '已上报' });
  expect((await post(`/imports/${batchId}/undo`, { reason: '错了' })).json()).toMatchObject({
    code: 'exchange.yearLocked',
  });
  await post('/years/2026/reopen', { reason: '更正' });
  expect(importResult.parse((await post(`/imports/${batchId}/undo`, { reason: '错了' })).json()).state).toBe('undone');
  expect((await server.inject(api('/units'))).json()).toMatchObject({ total: 0 });
});

test('an upload answers a preview, or says what is wrong with it', async () => {
  expect((await upload(file)).json()).toMatchObject({ status: 404, code: 'exchange.profileNotFound' });
  const workbook = await server.inject(api('/workbook?year=2026'));
  expect(workbook.statusCode).toBe(200);
  const payload = Buffer.concat([
    Buffer.from('--b\r\nContent-Disposition: form-data; name="profile"\r\n\r\ncounty-workbook\r\n'),
    Buffer.from('--b\r\nContent-Disposition: form-data; name="year"\r\n\r\n2026\r\n'),
    Buffer.from('--b\r\nContent-Disposition: form-data; name="file"; filename="空表.xlsx"\r\n\r\n'),
    workbook.rawPayload,
    Buffer.from('\r\n--b--\r\n'),
  ]);
  const headers = { 'content-type': 'multipart/form-data; boundary=b' };
  const answer = await server.inject({ method: 'POST', url: api('/imports'), headers, payload });
  expect(importPreview.parse(answer.json())).toMatchObject({
    profile: 'county-workbook',
    fileName: '空表.xlsx',
    refused: 0,
    changes: [],
  });
});

describe('a file that speaks of two counties', () => {
  const [own, foreign, province] = ['341181', '341182', '340000'];
  const columns = 'state,district_office,code,name,level,location,address,lng,lat,students,teachers';
  const school = (inside: string, id: string, name: string) =>
    `340000,${inside},${id},${name},Rendah,Bandar,,117,32,600,40\n`;
  const rows = `${columns}\n${school(own, '2134000011', '甲小学')}${school(foreign, '2134000012', '乙小学')}`;
  const principals = new Map<string, Principal>([
    ['trial', trialPrincipal],
    ['operator', operatorPrincipal('keeper')],
    ...Object.entries({ officer: own, neighbour: foreign, above: province }).map(
      ([id, area]) => [id, { id, name: id, kind: 'person', grants: [{ role: 'county-officer', area }] }] as const,
    ),
  ]);
  let guarded: FastifyInstance;
  beforeAll(async () => {
    const at = () => new Date('2026-11-22T00:00:00Z');
    guarded = await httpServer({
      routes: application.routes,
      log: createLog({ level: 'silent', now: at, write: () => {} }),
      uploadMegabytes: 8,
      gate: application.gate,
      audit: withoutAudit,
      identify: async ({ headers }) => principals.get(String(headers['x-principal'])),
      now: at,
    });
  });
  afterAll(() => guarded.close());

  const ask = (by: string, area: string, path: string, body?: object) =>
    guarded.inject({
      method: body === undefined ? 'GET' : 'POST',
      url: `/api/v1/areas/${area}/imports${path}`,
      headers: { 'x-principal': by },
      ...(body === undefined ? {} : { payload: body }),
    });
  const send = (by: string, area: string, bytes: string) => {
    const field = (name: string, value: string) =>
      `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    return guarded.inject({
      method: 'POST',
      url: `/api/v1/areas/${area}/imports`,
      headers: { 'x-principal': by, 'content-type': 'multipart/form-data; boundary=b' },
      payload: `${field('profile', 'my-school-register')}--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n${bytes}\r\n--b--\r\n`,
    });
  };
  const kept = async () =>
    application.database.query(
      `SELECT (SELECT count(*)::int FROM import_batch) AS batches, (SELECT count(*)::int FROM unit) AS units`,
    );

  test.each([
    ['at once', ''],
    ['in a thread', '#'.repeat(300 << 10)],
  ])('is refused whole to an officer of one, checked %s, and nothing is kept', async (_, padding) => {
    const before = await kept();
    const answer = await send('officer', own, rows + school(own, '2134000013', padding));
    expect(answer.json()).toMatchObject({ status: 403, code: 'organization.foreignCounty' });
    expect(answer.body).toContain(foreign);
    expect(answer.body).not.toMatch(/乙小学|2134000012/);
    expect(await kept()).toEqual(before);
  });

  test('a district that it would make is asked for where it would hang', async () => {
    const made = `${columns}\n320000,新设区,2134000014,丙小学,Rendah,Bandar,,117,32,1,1\n`;
    const answer = await send('officer', own, made);
    expect(answer.json()).toMatchObject({ code: 'organization.foreignCounty', parameters: { area: '320000' } });
    expect((await send('trial', own, made)).statusCode).toBe(200);
  });

  test('an area that a file would rename or hang elsewhere is a county it speaks of', async () => {
    const areas = `
profile: areas
title: { zh: 地区, en: Areas }
sheets:
  - records:
      - dataset: areas
        fields: { code: 代码, name: 名称, level: { value: county }, parentCode: 上级 }
`;
    const asked: string[][] = [];
    const check = (line: string) =>
      application.exchange.previewImport({
        areaCode: own,
        schoolYear: 2026,
        profile: areas,
        file: { name: 'a.csv', bytes: new TextEncoder().encode(`代码,名称,上级\n${line}\n`) },
        by: 'li',
        at: new Date(),
        admit: (named) => {
          asked.push([...named]);
          throw new Error('not mine');
        },
      });
    const before = await kept();
    await expect(check(`${foreign},夺来县,${own}`)).rejects.toThrow('not mine');
    await expect(check('zone-8,新区,341100')).rejects.toThrow('not mine');
    expect(asked).toEqual([[own, foreign], ['341100']]);
    expect(await kept()).toEqual(before);
  });

  test.each(['trial', 'operator', 'above'])('goes in for %s, who holds both', async (by) => {
    const sent = await send(by, province, rows);
    expect(sent.json()).toMatchObject({ refused: 0 });
    const preview = importPreview.parse(sent.json());
    expect(preview).toMatchObject({ refused: 0, counties: [own, foreign] });
    const batch = `/${preview.batch}`;
    for (const path of ['', '/findings', '/sheets', '/sheets/0/rows', '/annotated?language=en']) {
      expect([path, (await ask(by, province, batch + path)).statusCode]).toEqual([path, 200]);
    }
    expect((await ask(by, province, `${batch}/commit`, { partial: false })).statusCode).toBe(200);
    expect((await ask(by, province, `${batch}/undo`, { reason: '试' })).statusCode).toBe(200);
  });

  test('kept by somebody above in the name of one county, it stays shut to the officer of that county', async () => {
    const { batch } = importPreview.parse((await send('trial', own, rows)).json());
    const before = await kept();
    for (const path of ['', '/findings', '/sheets', '/sheets/0/rows', '/annotated?language=en']) {
      const answer = await ask('officer', own, `/${batch}${path}`);
      expect([path, answer.statusCode, answer.json<{ code: string }>().code]).toEqual([
        path,
        403,
        'organization.foreignCounty',
      ]);
    }
    for (const [act, body] of [
      ['commit', { partial: true }],
      ['undo', { reason: '试' }],
    ] as const) {
      expect((await ask('officer', own, `/${batch}/${act}`, body)).json()).toMatchObject({
        code: 'organization.foreignCounty',
      });
    }
    expect((await ask('officer', own, '')).body).not.toContain(batch);
    expect((await ask('trial', own, '')).body).toContain(batch);
    expect((await ask('neighbour', own, `/${batch}`)).json()).toMatchObject({ code: 'access.forbidden' });
    expect(await kept()).toEqual(before);
    expect((await ask('trial', own, `/${batch}`)).json()).toMatchObject({ state: 'previewed' });
  });
});
