import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Application, createServer, openApplication } from '#app';
import { balanceRoutes, type SchoolRow, unpackInput } from '#contracts/balance';
import { evaluateStandard, loadStandards } from '#standards';
import { testEngines } from './test-database.ts';

const at = new Date('2026-11-21T08:00:00Z');
// Ids sort by time: a clock that stood still would leave the order of two snapshots to chance.
let ticks = 0;

describe.each(testEngines)('the evaluation of a county on $engine', ({ openDemo }) => {
  let application: Application;
  let server: FastifyInstance;
  let county: string;

  beforeAll(async () => {
    const database = await openDemo();
    application = await openApplication({ database, now: () => new Date(at.getTime() + ticks++) });
    server = await createServer(application);
    const rows = await database.query<{ code: string }>('SELECT DISTINCT county_code AS code FROM unit');
    county = rows[0]?.code ?? '';
  });
  afterAll(async () => {
    await server.close();
    await application.close();
  });

  type Name = keyof typeof balanceRoutes;
  async function get<Of extends Name>(
    name: Of,
    path: string,
  ): Promise<z.output<(typeof balanceRoutes)[Of]['response']>> {
    const answer = await server.inject({ method: 'GET', url: `/api/v1/balance/areas/${county}${path}` });
    expect({ status: answer.statusCode, body: answer.body.slice(0, 300) }).toMatchObject({ status: 200 });
    return balanceRoutes[name].response.parse(answer.json()) as z.output<(typeof balanceRoutes)[Of]['response']>;
  }
  async function send(method: 'POST' | 'PUT', path: string, payload: object) {
    return server.inject({ method, url: `/api/v1/balance/areas/${county}${path}`, payload });
  }

  test('the overview says what stops the county', async () => {
    const overview = await get('overview', '/overview');
    expect(overview.verdict).toBe('notMet');
    expect(overview.counts.coefficients.total).toBe(14);
    expect(overview.coefficients).toHaveLength(14);
    const outside = overview.coefficients.filter(({ verdict }) => verdict === 'notMet');
    expect(outside).toHaveLength(overview.counts.coefficients.outside);
    for (const { coefficientOfVariation, limit, verdict } of overview.coefficients) {
      if (verdict === 'noData') continue;
      expect((coefficientOfVariation ?? 0) <= (limit ?? 0)).toBe(verdict === 'met');
    }
    expect(overview.previousYear).toBe(overview.schoolYear - 1);
    expect(overview.map.length).toBe(overview.counts.schools);
  });

  test('the cheapest way to pass is a plan within its bound that brings every coefficient inside', async () => {
    const answer = await send('POST', '/remedy', { timeLimitS: 5 });
    expect(answer.statusCode).toBe(200);
    const plan = balanceRoutes.remedy.response.parse(answer.json());
    expect(['planned', 'unknown']).toContain(plan.outcome);
    expect(plan.costFen).toBeGreaterThanOrEqual(plan.lowerBoundFen);
    expect(plan.gapShare).toBeLessThan(0.01);
    expect(plan.steps.reduce((sum, { costFen }) => sum + costFen, 0)).toBe(plan.costFen);
    for (const { after, limit } of plan.coefficients) expect(after ?? 0).toBeLessThanOrEqual(limit ?? 0);
  });

  test('the schools’ shares of a coefficient add up to one, and the Theil splits to the whole', async () => {
    const page = await get('indicator', '/indicators/R7?stage=primary');
    const shares = page.schools.flatMap(({ contributionShare }) => contributionShare ?? []);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(shares).toHaveLength(page.coefficient?.schools ?? 0);
    expect(page.lorenz.at(-1)).toEqual({ pupilShare: 1, resourceShare: 1 });
    for (const { total, within, between } of page.theil) expect(within + between).toBeCloseTo(total, 12);
    expect(page.history.map(({ schoolYear }) => schoolYear)).toEqual([2024, 2025, 2026]);
  });

  test('pages of schools neither repeat nor skip', async () => {
    const rows: SchoolRow[] = [];
    let cursor: string | null = null;
    do {
      const page: { rows: SchoolRow[]; nextCursor: string | null; total: number } = await get(
        'schools',
        `/schools?limit=7${cursor === null ? '' : `&cursor=${cursor}`}`,
      );
      rows.push(...page.rows);
      cursor = page.nextCursor;
      expect(page.total).toBeGreaterThan(7);
    } while (cursor !== null);
    const all = await get('schools', '/schools?limit=1000');
    expect(rows).toEqual(all.rows);
    expect(new Set(rows.map(({ unit, stage }) => `${unit} ${stage}`)).size).toBe(rows.length);
  });

  test('shown = exported = API: one figure in every rendering', async () => {
    const overview = await get('overview', '/overview');
    const { rows: schools } = await get('schools', '/schools?limit=1000');
    const csv = await server.inject(`/api/v1/balance/areas/${county}/export?table=schools&format=csv&language=en`);
    const [head = '', ...lines] = csv.body.replace('\uFEFF', '').trimEnd().split('\r\n');
    const columns = head.split(',').map((text) => text.split(' ')[0] ?? '');
    expect(lines).toHaveLength(schools.length);
    lines.forEach((line, row) => {
      const cells = line.split(',');
      for (const [id, { value }] of Object.entries(schools[row]?.values ?? {})) {
        expect(cells[columns.indexOf(id)]).toBe(value === null ? '' : String(value));
      }
    });
    const json = (await server.inject(`/api/v1/balance/areas/${county}/export?table=coefficients&format=json`)).json<{
      rows: { indicator: string; stage: string; coefficientOfVariation: number }[];
    }>();
    const taken = (await send('POST', '/snapshots', {})).json<{ id: string }>();
    const { evaluation } = await get('snapshot', `/snapshots/${taken.id}`);
    for (const { indicator, stage, coefficientOfVariation, mean } of overview.coefficients) {
      const same = (one: { indicator: string; stage: string }) => one.indicator === indicator && one.stage === stage;
      expect(json.rows.find(same)?.coefficientOfVariation).toBe(coefficientOfVariation);
      expect(evaluation.coefficients.find(same)).toMatchObject({ coefficientOfVariation, mean });
    }
  });

  test('the browser’s own evaluation of the what-if input gives the same', async () => {
    const { input, standardFiles, standard } = await get('whatIf', '/what-if');
    const overview = await get('overview', '/overview');
    const library = loadStandards(standardFiles);
    expect(library.mistakes).toEqual([]);
    const compiled = library.standards.find(({ compiled: { definition } }) => definition.id === standard.id)?.compiled;
    if (compiled === undefined) throw new Error('the standard was not among its files');
    const evaluation = evaluateStandard(compiled, unpackInput(input));
    for (const { indicator, stage, coefficientOfVariation } of overview.coefficients) {
      const found = evaluation.coefficients.find((one) => one.indicator === indicator && one.stage === stage);
      expect(found?.coefficientOfVariation).toBe(coefficientOfVariation);
    }
    expect(evaluation.areas[0]?.verdict).toBe(overview.verdict);
  });

  test('the trace of each indicator of a school ends at the value of its card and at cells of files', async () => {
    const { rows } = await get('schools', '/schools?limit=1&stage=primary');
    const unit = rows[0]?.unit ?? '';
    const card = await get('school', `/schools/${unit}`);
    const stage = card.stages.find((one) => one.stage === 'primary');
    expect(stage?.indicators.length).toBeGreaterThanOrEqual(7);
    for (const { indicator, value } of stage?.indicators ?? []) {
      const { trace } = await get('trace', `/trace?indicator=${indicator}&stage=primary&unit=${unit}`);
      expect(trace.value).toBe(value);
      expect(JSON.stringify(trace)).toContain('"sources":[{"batch"');
    }
    const coefficient = await get('trace', '/trace?of=coefficient&indicator=R7&stage=primary');
    const overview = await get('overview', '/overview');
    const shown = overview.coefficients.find((one) => one.indicator === 'R7' && one.stage === 'primary');
    expect(coefficient.trace.value).toBe(shown?.coefficientOfVariation);
  });

  test('the pages of the list are one list, and its counts are those of the whole', async () => {
    const whole = await get('schools', '/schools?limit=1000');
    const first = await get('schools', '/schools?limit=7');
    const second = await get('schools', `/schools?limit=7&cursor=${first.nextCursor}`);
    expect([...first.rows, ...second.rows]).toEqual(whole.rows.slice(0, 14));
    expect(first.counts).toEqual(whole.counts);
    for (const { stage, all, failing, noData, excluded } of whole.counts) {
      const rows = whole.rows.filter((row) => row.stage === stage);
      const judged = rows.filter(({ excludedBy }) => excludedBy === null);
      expect([all, excluded]).toEqual([judged.length, rows.length - judged.length]);
      expect(failing).toBe(judged.filter(({ verdict }) => verdict === 'notMet').length);
      expect(noData).toBe(judged.filter(({ verdict }) => verdict === 'noData').length);
    }
  });

  test('an answer counts at once and can be taken back', async () => {
    const before = await get('attestations', '/attestations');
    const item = before.items.find(({ kind, answerKind }) => kind === 'document' && answerKind === 'boolean');
    const path = `/attestations/${item?.item}`;
    const given = (await send('PUT', path, { answer: false, evidence: '2026-09-01 会议纪要' })).json<typeof before>();
    expect(given.items.find((one) => one.item === item?.item)).toMatchObject({ answer: false, verdict: 'notMet' });
    const back = (await send('PUT', path, { answer: null })).json<typeof before>();
    expect(back.items.find((one) => one.item === item?.item)).toMatchObject({ answer: null, verdict: 'noData' });
    expect((await send('PUT', path, { answer: 3 })).json()).toMatchObject({
      code: 'balance.answerRefused',
      status: 422,
    });
    expect((await send('PUT', '/attestations/none', { answer: true })).statusCode).toBe(404);
    expect((await send('PUT', `${path}?unit=none`, { answer: true })).json()).toMatchObject({
      code: 'organization.unitNotFound',
    });
  });

  test('a share is attested, judged and printed in per cent', async () => {
    const give = (answer: number) => send('PUT', '/attestations/S1', { answer, evidence: '问卷' });
    const shown = (await give(85.4)).json<Awaited<ReturnType<typeof get<'attestations'>>>>();
    expect(shown.items.find(({ item }) => item === 'S1')).toMatchObject({
      answer: 85.4,
      threshold: 85,
      range: [0, 100],
      unit: { zh: '%', en: '%' },
      verdict: 'met',
    });
    const [stored] = await application.database.query<{ answer: number }>(
      "SELECT answer FROM attestation WHERE item = 'S1' AND school_year = 2026 AND standard_id = 'CN-CQB-2017'",
    );
    expect(stored?.answer).toBe(0.854);
    expect((await give(101)).json()).toMatchObject({ code: 'balance.answerOutOfRange', status: 422 });
    const halfALevel = await send('PUT', '/attestations/Q9a', { answer: 2.5 });
    expect(halfALevel.json()).toMatchObject({ code: 'balance.answerNotWhole' });
  });

  test('nothing is attested in a locked year', async () => {
    const year = `/api/v1/areas/${county}/years/2026`;
    const lock = await server.inject({ method: 'POST', url: `${year}/lock`, payload: { reason: '上报' } });
    expect(lock.statusCode).toBe(200);
    const { items } = await get('attestations', '/attestations');
    const refused = await send('PUT', `/attestations/${items[0]?.item}`, { answer: null });
    expect(refused.json()).toMatchObject({ status: 409, code: 'organization.yearLocked' });
    const reopened = await server.inject({ method: 'POST', url: `${year}/reopen`, payload: { reason: '更正' } });
    expect(reopened.statusCode).toBe(200);
  });

  test('a snapshot can be recomputed, notices tampering, and grows stale when a figure changes', async () => {
    const taken = (await send('POST', '/snapshots', {})).json<{ id: string; stale: boolean }>();
    expect(taken.stale).toBe(false);
    const verified = (await send('POST', `/snapshots/${taken.id}/verify`, {})).json();
    expect(verified).toMatchObject({ holds: true, differences: [] });
    await application.database.query(
      `UPDATE fact SET value = value + 1 WHERE county_code = $1 AND school_year = 2026 AND measure = 'multimediaRooms'`,
      [county],
    );
    expect((await get('overview', '/overview')).snapshot).toMatchObject({ id: taken.id, stale: true });
    expect((await get('snapshots', '/snapshots')).rows[0]).toMatchObject({ id: taken.id, stale: true });
    expect((await send('POST', `/snapshots/${taken.id}/verify`, {})).json()).toMatchObject({ holds: true });
    await application.database.query(
      `UPDATE fact SET value = value - 1 WHERE county_code = $1 AND school_year = 2026 AND measure = 'multimediaRooms'`,
      [county],
    );
    await application.database.query(`UPDATE balance_snapshot SET result_hash = 'y' WHERE id = $1`, [taken.id]);
    expect((await send('POST', `/snapshots/${taken.id}/verify`, {})).json()).toMatchObject({
      holds: false,
      resultHash: { stored: 'y' },
      differences: [],
    });
    await application.database.query(`UPDATE balance_snapshot SET inputs_hash = 'x', result_hash = $2 WHERE id = $1`, [
      taken.id,
      verified.resultHash.stored,
    ]);
    expect((await send('POST', `/snapshots/${taken.id}/verify`, {})).json()).toMatchObject({ holds: false });
  });

  test('a finding is answered with a reason, and stays answered', async () => {
    const { rows, total } = await get('findings', '/findings?limit=5');
    expect(total).toBeGreaterThan(0);
    const path = `/findings/${rows[0]?.id}`;
    expect((await send('PUT', path, { state: 'accepted', reason: ' ' })).statusCode).toBe(400);
    expect((await send('PUT', path, { state: 'explained', reason: '新校舍已启用' })).json()).toMatchObject({
      state: 'explained',
    });
    const answered = await get('findings', '/findings?state=explained');
    expect(answered.rows).toMatchObject([{ id: rows[0]?.id, reason: '新校舍已启用', by: 'trial' }]);
    await send('PUT', path, { state: 'open' });
    expect((await get('findings', '/findings?state=explained')).rows).toEqual([]);
    expect((await send('PUT', '/findings/none', { state: 'open' })).json()).toMatchObject({
      code: 'balance.findingNotFound',
    });
  });

  test.each(['areas', 'urbanRural', 'group', 'ownership', 'township'])(
    'schools stand beside one another by %s',
    async (by) => {
      const { rows, between } = await get('comparison', `/comparison?by=${by}`);
      expect(rows.length).toBeGreaterThan(1);
      expect(rows.map(({ rank }) => rank)).toEqual(rows.map(({ rank }) => rank).toSorted((a, b) => a - b));
      expect(between.length).toBeGreaterThan(0);
    },
  );

  test('reports come in three formats', async () => {
    for (const format of ['docx', 'pdf', 'xlsx']) {
      const answer = await server.inject(`/api/v1/balance/areas/${county}/report?format=${format}`);
      expect(answer.statusCode).toBe(200);
      expect(answer.rawPayload.length).toBeGreaterThan(5_000);
      expect(answer.headers['content-disposition']).toContain(format);
    }
  });

  test.each([
    ['/overview?standard=NONE', 404, 'conditions.standardNotFound'],
    ['/overview?year=1999', 404, 'balance.noFacts'],
    ['/overview?year=never', 400, 'core.requestRefused'],
    ['/indicators/R99', 404, 'balance.indicatorNotFound'],
    ['/schools/none', 404, 'organization.unitNotFound'],
    ['/schools?cursor=x', 400, 'core.cursorRefused'],
    ['/snapshots/none', 404, 'balance.snapshotNotFound'],
    ['/trace?indicator=R1&of=coefficient', 404, 'balance.indicatorNotFound'],
  ])('%s is refused with %i %s', async (path, status, code) => {
    const answer = await server.inject(`/api/v1/balance/areas/${county}${path}`);
    expect(answer.json()).toMatchObject({ status, code, text: { zh: expect.any(String), en: expect.any(String) } });
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  test('an area that is not there is refused', async () => {
    const answer = await server.inject('/api/v1/balance/areas/nowhere/overview');
    expect(answer.json()).toMatchObject({ status: 404, code: 'organization.areaNotFound' });
  });

  test('the nation lays its provinces side by side', async () => {
    const answer = await server.inject('/api/v1/balance/areas/000000/comparison');
    const { rows } = balanceRoutes.comparison.response.parse(answer.json());
    expect(rows).toMatchObject([{ area: { level: 'province' }, areas: { total: 1, notMet: 1 } }]);
    const overview = balanceRoutes.overview.response.parse(
      (await server.inject('/api/v1/balance/areas/000000/overview')).json(),
    );
    expect(overview.counts.areas).toMatchObject({ total: 1, notMet: 1 });
    expect(overview.coefficients).toHaveLength(14);
  });
});
