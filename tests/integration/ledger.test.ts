import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { type Application, createServer, openApplication } from '#app';
import { ledgerRoutes } from '#contracts/ledger';
import { trialPrincipal } from '#core/access';
import { testEngines } from './test-database.ts';

const at = new Date('2026-11-21T08:00:00Z');

describe.each(testEngines)('the ledger of a county on $engine', ({ openDemo }) => {
  let application: Application;
  let server: FastifyInstance;
  let county: string;
  const day = (text: string) => ({ principal: trialPrincipal, at: new Date(`${text}T02:00:00Z`) });

  beforeAll(async () => {
    const database = await openDemo();
    application = await openApplication({ database, now: () => at });
    server = await createServer(application);
    const rows = await database.query<{ code: string }>('SELECT DISTINCT county_code AS code FROM unit');
    county = rows[0]?.code ?? '';
  });
  afterAll(async () => {
    await server.close();
    await application.close();
  });

  type Name = keyof typeof ledgerRoutes;
  type Method = 'GET' | 'PUT' | 'POST';
  async function ask<Of extends Name>(
    name: Of,
    path: string,
    method: Method = 'GET',
    payload?: object,
  ): Promise<z.output<(typeof ledgerRoutes)[Of]['response']>> {
    const answer = await server.inject({
      method,
      url: `/api/v1/ledger/areas/${county}${path}`,
      ...(payload === undefined ? {} : { payload }),
    });
    expect({ status: answer.statusCode, body: answer.body.slice(0, 300) }).toMatchObject({ status: 200 });
    return ledgerRoutes[name].response.parse(answer.json()) as z.output<(typeof ledgerRoutes)[Of]['response']>;
  }

  test('every gap of an evaluation is one line, and measuring again adds none', async () => {
    const first = await application.ledger.measure(county, day('2024-11-20'), 2024);
    expect(first.opened).toBeGreaterThan(50);
    expect(first.closed).toBe(0);
    const again = await application.ledger.measure(county, day('2024-11-21'), 2024);
    expect(again).toMatchObject({ opened: 0, measured: 0, closed: 0, reopened: 0, lapsed: 0 });
    const page = await ask('lines', '/lines?limit=2000');
    expect(page.total).toBe(first.opened);
    expect(new Set(page.rows.map(({ id }) => id)).size).toBe(first.opened);
    for (const line of page.rows) {
      expect(line.shortfall).toBeGreaterThan(0);
      expect(line.state).toBe('open');
    }
    const answered = await application.balance.evaluate(county, { standard: 'CN-CE-CONDITIONS', year: 2024 });
    const { schools, wholeSchools } = answered.evaluated.evaluation;
    const gaps = [...schools, ...wholeSchools].flatMap(({ excludedBy, indicators }) =>
      excludedBy === null ? indicators.filter(({ verdict }) => verdict === 'notMet') : [],
    );
    expect(page.rows.filter(({ standard }) => standard === 'CN-CE-CONDITIONS')).toHaveLength(gaps.length);
  });

  test('the next year’s figures close what they say is mended, and only that', async () => {
    const before = await ask('lines', '/lines?limit=2000');
    const moved = await ask('measure', '/measurements', 'POST');
    expect(moved.closed).toBeGreaterThan(0);
    const after = await ask('lines', '/lines?limit=2000');
    const closed = after.rows.filter(({ state }) => state === 'closed');
    expect(closed).toHaveLength(moved.closed);
    expect(after.counts.open).toBe(before.counts.open + moved.opened + moved.reopened - moved.closed - moved.lapsed);
    for (const line of closed) expect(line.shortfall).toBe(0);
  });

  test('a line tells its story, its clause and its price', async () => {
    const page = await ask('lines', '/lines?state=closed&limit=1');
    const id = page.rows[0]?.id ?? '';
    const { events, line, document } = await ask('line', `/lines/${encodeURIComponent(id)}`);
    expect(events.map(({ kind }) => kind)).toEqual(['opened', 'closed']);
    expect(events.map(({ schoolYear }) => schoolYear)).toEqual([2024, 2026]);
    expect(line.closedAt).not.toBeNull();
    expect(document.zh).not.toBe('');
  });

  test('who answers for a line changes freely, its day and its cost only with a reason', async () => {
    const [line] = (await ask('lines', '/lines?state=open&limit=1')).rows;
    const path = `/lines/${encodeURIComponent(line?.id ?? '')}`;
    const refused = await server.inject({
      method: 'PUT',
      url: `/api/v1/ledger/areas/${county}${path}`,
      payload: { dueOn: '2027-06-30' },
    });
    expect(refused.json()).toMatchObject({ code: 'ledger.reasonMissing' });
    const given = { owner: '张三', dueOn: '2027-06-30', costFen: 123_00, reason: '并入暑期工程' };
    const answer = await ask('assign', path, 'PUT', given);
    expect(answer.line).toMatchObject({ owner: { zh: '张三' }, dueOn: '2027-06-30', costFen: 12_300, ownCost: true });
    expect(answer.events.at(-1)).toMatchObject({ kind: 'assigned', details: { reason: '并入暑期工程' } });
    expect(answer.line.state).toBe('open');
  });

  test('filters find by school, by item and by what is due', async () => {
    const { rows } = await ask('lines', '/lines?limit=2000');
    const some = rows[0];
    const bySchool = await ask('lines', `/lines?q=${encodeURIComponent(some?.name ?? '')}`);
    expect(bySchool.rows.every(({ name }) => name === some?.name)).toBe(true);
    const byItem = await ask('lines', `/lines?q=${encodeURIComponent('网络多媒体')}&limit=2000`);
    expect(byItem.total).toBe(rows.filter(({ title }) => title.zh.includes('网络多媒体')).length);
    const overdue = await ask('lines', '/lines?overdue=true&limit=2000');
    expect(overdue.total).toBe(rows.filter((row) => row.overdue).length);
    expect(overdue.total).toBeGreaterThan(0);
    const paged = await ask('lines', '/lines?limit=7');
    const second = await ask('lines', `/lines?limit=7&cursor=${paged.nextCursor}`);
    expect([...paged.rows, ...second.rows].map(({ id }) => id)).toEqual(rows.slice(0, 14).map(({ id }) => id));
  });

  test('the card shows every item by family, and its gaps are the lines of the ledger', async () => {
    const { rows } = await ask('lines', '/lines?state=open&limit=2000');
    const unit = rows[0]?.unit ?? '';
    const card = await ask('card', `/schools/${unit}/card`);
    const items = card.families.flatMap(({ items: own }) => own);
    expect(card.counts.judged).toBe(items.filter(({ status }) => ['met', 'near', 'notMet'].includes(status)).length);
    const gaps = items.filter(({ status }) => status === 'notMet').map(({ line }) => line?.id);
    const lines = rows.filter((row) => row.unit === unit && row.origin === 'evaluation').map(({ id }) => id);
    expect(new Set(gaps)).toEqual(new Set(lines));
    for (const item of items.filter(({ hasLine }) => !hasLine)) {
      expect(item).toMatchObject({ threshold: null, status: 'notApplicable', shortfall: 0 });
    }
    expect(card.counts.withoutLine).toBeGreaterThan(0);
    const file = await server.inject({ url: `/api/v1/ledger/areas/${county}/schools/${unit}/card/file` });
    expect(file.statusCode).toBe(200);
    expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK');
  });

  test('the province sees the sum of its counties, each under the light of the first rule that holds', async () => {
    const province = `${county.slice(0, 2)}0000`;
    const answer = await server.inject({ url: `/api/v1/ledger/areas/${province}/summary` });
    const summary = ledgerRoutes.summary.response.parse(answer.json());
    const own = await ask('lines', '/lines?limit=1');
    expect(summary.whole.counts).toEqual(own.counts);
    expect(summary.rows.map(({ area }) => area.level)).toEqual(['city']);
    const byFamily = summary.whole.families.reduce((sum, { open: n }) => sum + n, 0);
    expect(byFamily).toBe(own.counts.open);
    expect(summary.whole.lit.light).toBe(own.counts.bottomLineOverdue > 0 ? 'red' : summary.whole.lit.light);
    expect(summary.whole.terms.at(-1)?.openAtEnd).toBe(own.counts.open);
  });

  test('the review counts what moved in the month, and is written as a document', async () => {
    const review = await ask('review', '/review?month=2026-11');
    const { rows } = await ask('lines', '/lines?limit=2000');
    expect(review.moved.closed).toBe(rows.filter(({ closedAt }) => closedAt?.startsWith('2026-11')).length);
    expect(review.slippedTotal).toBe(rows.filter(({ overdue }) => overdue).length);
    expect(review.owes.reduce((sum, { open: n }) => sum + n, 0)).toBe(
      rows.filter(({ state }) => state === 'open').length,
    );
    const file = await server.inject({ url: `/api/v1/ledger/areas/${county}/review/file?month=2026-11&language=zh` });
    expect(file.statusCode).toBe(200);
    expect(file.headers['content-type']).toContain('wordprocessingml');
  });

  test('a weak county is tracked from a day and no longer from another', async () => {
    const city = `${county.slice(0, 4)}00`;
    const track = (tracked: boolean) =>
      server.inject({
        method: 'PUT',
        url: `/api/v1/ledger/areas/${city}/tracked/${county}`,
        payload: { level: 'provincial', tracked, basis: '省级跟踪名单' },
      });
    const summaryOf = async () =>
      ledgerRoutes.summary.response.parse(
        (await server.inject({ url: `/api/v1/ledger/areas/${city}/summary` })).json(),
      );
    expect((await track(true)).statusCode).toBe(200);
    expect((await summaryOf()).rows[0]?.tracked).toMatchObject([{ level: 'provincial', since: '2026-11-21' }]);
    await track(true);
    expect((await summaryOf()).rows[0]?.tracked).toHaveLength(1);
    await track(false);
    expect((await summaryOf()).rows[0]?.tracked).toEqual([]);
  });

  test('every town has its three schools, the largest public ones', async () => {
    const { rows } = await ask('threeSchools', '/three-schools');
    expect(rows.length).toBeGreaterThan(3);
    for (const { kinds } of rows) {
      for (const { kind, schools } of kinds.filter((one) => one.kind !== 'boarding')) {
        expect(schools.length, kind).toBeLessThanOrEqual(1);
      }
    }
    expect(rows.some(({ kinds }) => kinds.every(({ schools }) => schools.length > 0))).toBe(true);
  });
});
