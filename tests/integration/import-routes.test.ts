import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Application, createServer, openApplication } from '#app';
import { importBatch, importPreview, importResult } from '#contracts/organization';

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
    code: 'organization.yearLocked',
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
