import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Application, createServer, openApplication } from '#app';
import type { Job } from '#contracts/jobs';

const county = '341181';
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

const jobs = async () => (await server.inject(`/api/v1/jobs?area=${county}`)).json<{ rows: Job[] }>().rows;

function upload(text: string) {
  const part = (head: string, body: string) => `--b\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
  const payload = `${part('name="profile"', 'county-workbook')}${part('name="year"', '2026')}${part('name="file"; filename="大表.csv"', text)}--b--\r\n`;
  return server.inject({
    method: 'POST',
    url: `/api/v1/areas/${county}/imports`,
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    payload,
  });
}
const rows = (count: number) =>
  ['标识码,学校,学生', ...Array.from({ length: count }, (_, n) => `${2_134_000_000 + n},第${n}小学,${n}`)].join('\n');
const batches = async () =>
  (await server.inject(`/api/v1/areas/${county}/imports`)).json<{ rows: { batch: string; fileName: string }[] }>().rows;

test('a large file is checked by a job, others are answered meanwhile, and the checked file waits in the list', async () => {
  const answered = new AbortController();
  const answer = upload(rows(60_000)).finally(() => answered.abort());
  const seen = new Set<string>();
  while (!answered.signal.aborted) {
    for (const { state, kind } of await jobs()) seen.add(`${kind} ${state}`);
    expect((await server.inject('/api/v1/health')).statusCode).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(seen).toContain('organization.preview running');
  const preview = (await answer).json<{ batch: string; rowsRead: number }>();
  expect((await answer).statusCode).toBe(200);
  expect((await batches()).map(({ batch }) => batch)).toEqual([preview.batch]);
});

test('a cancelled check leaves no batch', async () => {
  const before = (await batches()).length;
  const answer = upload(`${rows(80_000)}\n`);
  for (;;) {
    const open = (await jobs()).find(({ state }) => state === 'running' || state === 'queued');
    if (open === undefined) continue;
    await server.inject({ method: 'DELETE', url: `/api/v1/jobs/${open.id}` });
    break;
  }
  expect((await answer).json()).toMatchObject({ code: 'jobs.cancelled' });
  expect(await batches()).toHaveLength(before);
});
