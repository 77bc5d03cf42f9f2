import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Application, createServer, openApplication } from '#app';
import type { Job } from '#contracts/jobs';
import { writeDemo } from '#modules/demo';

const city = '900100';
const county = '900121';
let application: Application;
let server: FastifyInstance;

beforeAll(async () => {
  application = await openApplication({ place: { kind: 'memory' } });
  const { database, conditions, now } = application;
  const { dictionary } = conditions.catalogue.library;
  await writeDemo({ size: 'city', years: [2025, 2026], detail: 'facts', target: { database, dictionary, at: now() } });
  server = await createServer(application);
});
afterAll(async () => {
  await server.close();
  await application.close();
});

const get = (path: string) => server.inject(`/api/v1${path}`);
const jobsOf = async (area: string) => (await get(`/jobs?area=${area}`)).json<{ rows: Job[] }>().rows;

test('while a city is evaluated others are answered, and its answer is the same as without a thread', async () => {
  const ended = new AbortController();
  const overview = get(`/balance/areas/${city}/overview?year=2026`).finally(() => ended.abort());
  const during: string[] = [];
  while (!ended.signal.aborted) {
    const [running] = (await jobsOf(city)).filter(({ state }) => state === 'running');
    const health = await get('/health');
    const page = await get(`/balance/areas/${county}/overview`);
    expect([health.statusCode, page.statusCode]).toEqual([200, 200]);
    if (running !== undefined && !ended.signal.aborted) during.push(running.progress?.phase.en ?? '');
  }
  expect(during.length).toBeGreaterThan(0);
  const answered = await overview;
  expect(answered.statusCode).toBe(200);
  const direct: unknown = JSON.parse(JSON.stringify(await application.balance.overview(city, { year: 2026 })));
  expect(answered.json()).toEqual(direct);
  expect((await jobsOf(city)).map(({ state, kind }) => [state, kind])).toEqual([['done', 'balance.evaluate']]);
});

test('the next page of the same city needs no job, until something is written', async () => {
  expect((await get(`/balance/areas/${city}/schools?year=2026&limit=5`)).statusCode).toBe(200);
  expect(await jobsOf(city)).toHaveLength(1);
  await application.database.query("UPDATE import_batch SET committed_at = now() WHERE area_code = '900121'");
  expect((await get(`/balance/areas/${city}/comparison?year=2026`)).statusCode).toBe(200);
  expect(await jobsOf(city)).toHaveLength(2);
});

test('a refusal comes back from the thread as it is', async () => {
  const refused = await get(`/balance/areas/${city}/overview?year=2001`);
  expect(refused.statusCode).toBe(404);
  expect(refused.json()).toMatchObject({ code: 'balance.noFacts' });
  expect((await get('/balance/areas/995500/overview')).json()).toMatchObject({ code: 'organization.areaNotFound' });
});

test('whoever waits for a cancelled evaluation is told so, and may ask again', async () => {
  const [cancelled] = await Promise.all([
    get('/balance/areas/900000/overview?year=2026'),
    (async () => {
      for (;;) {
        const [open] = (await jobsOf('900000')).filter(({ state }) => state === 'running' || state === 'queued');
        if (open === undefined) continue;
        const answer = await server.inject({ method: 'DELETE', url: `/api/v1/jobs/${open.id}` });
        expect(answer.json()).toMatchObject({ state: 'cancelled' });
        return;
      }
    })(),
  ]);
  expect(cancelled.statusCode).toBe(409);
  expect(cancelled.json()).toMatchObject({ code: 'jobs.cancelled' });
  expect((await get('/balance/areas/900000/overview?year=2026')).statusCode).toBe(200);
});
