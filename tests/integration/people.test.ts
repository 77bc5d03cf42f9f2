import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Application, createServer, openApplication } from '#app';
import type { PersonDetail } from '#contracts/people';
import { newId } from '#core/ids';
import { testEngines } from './test-database.ts';

const start = new Date('2026-11-21T08:00:00Z');
const nation = '000000';

describe.each(testEngines)('people and what they may do on $engine', ({ openDemo }) => {
  let application: Application;
  let server: FastifyInstance;
  let now = start;
  // Two acts at one instant would be one.
  let ticks = 0;
  let county = '';
  let acting = '';

  beforeAll(async () => {
    const database = await openDemo();
    application = await openApplication({ database, now: () => new Date(now.getTime() + ticks++) });
    server = await createServer(application);
    const rows = await database.query<{ code: string }>('SELECT DISTINCT county_code AS code FROM unit');
    county = rows[0]?.code ?? '';
  });
  afterAll(async () => {
    await server.close();
    await application.close();
  });

  beforeEach(() => {
    acting = '';
    now = start;
  });

  async function ask(method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object) {
    const answer = await server.inject({
      method,
      url: `/api/v1${path}`,
      headers: { cookie: acting, 'accept-language': 'en' },
      ...(payload === undefined ? {} : { payload }),
    });
    const cookie = answer.headers['set-cookie'];
    if (typeof cookie === 'string') acting = cookie.split(';')[0] ?? '';
    return { status: answer.statusCode, body: answer.json<Record<string, unknown>>(), cookie };
  }
  const codeOf = ({ body }: { readonly body: Record<string, unknown> }) => body['code'];
  const register = async (name: string, unit?: string) =>
    (await ask('POST', '/people', { area: county, name, unit })).body as unknown as PersonDetail;
  const actAs = async (person: string, area = county) => {
    expect(await ask('POST', '/trial/acting', { area, person })).toMatchObject({ status: 200 });
  };
  const actAsNobody = async () => {
    await ask('DELETE', '/trial/acting');
    acting = '';
  };

  test('a trial says so, and one acts as an invented person with exactly what they hold', async () => {
    expect((await ask('GET', '/me')).body).toMatchObject({ kind: 'trial', isTrial: true });
    const { rows } = (await ask('GET', '/trial/persons')).body as unknown as { rows: PersonDetail[] };
    expect(new Set(rows.flatMap(({ roles }) => roles.map(({ id }) => id)))).toEqual(
      new Set([
        'county-officer',
        'county-planner',
        'inspector',
        'finance-officer',
        'auditor',
        'principal',
        'school-clerk',
        'family',
        'teacher',
        'city-officer',
        'province-officer',
        'nation-officer',
      ]),
    );
    const principal = rows.find(({ roles }) => roles[0]?.id === 'principal');
    const acted = await ask('POST', '/trial/acting', { area: county, person: principal?.person });
    expect(acted.body).toMatchObject({ kind: 'person', name: principal?.name, home: { unit: principal?.unit?.id } });
    expect(acted.cookie).toContain('HttpOnly');
    expect((await ask('GET', `/areas/${county}/units/${principal?.unit?.id}`)).status).toBe(200);
    const other = rows.find(({ unit }) => unit !== null && unit.id !== principal?.unit?.id);
    const refused = await ask('GET', `/areas/${county}/units/${other?.unit?.id}`);
    expect(refused).toMatchObject({ status: 403, body: { code: 'access.forbidden' } });
    expect(String(refused.body['title'])).toContain('See schools');
    expect((await ask('GET', `/areas/${county}/units`)).body).toMatchObject({
      total: 1,
      rows: [{ id: principal?.unit?.id }],
    });
    expect((await ask('GET', '/areas/341181/units')).status).toBe(404);
    expect((await ask('GET', `/areas/${county}/years`)).status).toBe(403);
    const own = await ask('GET', '/search?q=虚构');
    const schools = (own.body['rows'] as { kind: string; code: string }[]).filter(({ kind }) => kind === 'unit');
    expect(schools.map(({ code }) => code)).toEqual([principal?.unit?.id]);
    await actAsNobody();
    expect((await ask('GET', `/areas/${county}/units`)).status).toBe(200);
  });

  test('a person gets a role for a span of days, and it is taken back', async () => {
    const { person, area } = await register('虚构甲');
    const path = `/people/${area}/${person}`;
    const given = { role: 'inspector', area: county, from: '2026-12-01', to: '2026-12-31', reason: 'autumn round' };
    const granted = await ask('POST', `${path}/grants`, given);
    expect(granted.body['grants']).toMatchObject([{ role: { id: 'inspector' }, state: 'later', from: '2026-12-01' }]);
    const [grant] = (granted.body as unknown as PersonDetail).grants;
    const taken = await ask('POST', `${path}/grants/${grant?.id}/revoke`, { reason: 'no longer needed' });
    expect(taken.body['grants']).toMatchObject([{ state: 'revoked' }]);
    expect(codeOf(await ask('POST', `${path}/grants/${grant?.id}/revoke`, { reason: 'again' }))).toBe(
      'people.grantNotFound',
    );
    expect(codeOf(await ask('POST', `${path}/grants`, { ...given, to: '2026-11-01' }))).toBe('people.spanRefused');
    expect(codeOf(await ask('POST', `${path}/grants`, { role: 'principal', area: county }))).toBe('people.roleNotHere');
    expect(codeOf(await ask('POST', `${path}/grants`, { role: 'city-officer', area: county }))).toBe(
      'people.roleNotHere',
    );
    expect(codeOf(await ask('POST', `${path}/grants`, { role: 'trial', area: county }))).toBe('people.roleNotFound');
    const closed = await ask('POST', `${path}/close`, { reason: 'moved away' });
    expect(closed.body).toMatchObject({ closed: true });
    expect(codeOf(await ask('POST', `${path}/grants`, given))).toBe('people.personNotFound');
  });

  test('a colleague stands in for some days, and no longer', async () => {
    const [one, other] = [`demo-${county}-county-officer`, `demo-${county}-auditor`];
    await actAs(one);
    const span = { from: '2026-11-21', until: '2026-11-25', reason: 'leave' };
    expect(
      codeOf(
        await ask('POST', '/me/delegations', { to: { area: county, person: other }, roles: ['inspector'], ...span }),
      ),
    ).toBe('people.notHeld');
    const lent = await ask('POST', '/me/delegations', {
      to: { area: county, person: other },
      roles: ['county-officer'],
      ...span,
    });
    expect(lent.body).toMatchObject({ state: 'inForce', roles: [{ id: 'county-officer' }] });
    expect(
      codeOf(
        await ask('POST', '/me/delegations', {
          to: { area: county, person: other },
          roles: ['county-officer'],
          from: '2026-11-21',
          until: '2027-11-21',
        }),
      ),
    ).toBe('people.spanRefused');
    await actAs(other);
    const years = `/areas/${county}/years/2024`;
    expect((await ask('POST', `${years}/lock`, { reason: 'final figures' })).status).toBe(200);
    now = new Date('2026-11-26T08:00:00Z');
    expect((await ask('POST', `${years}/reopen`, { reason: 'mistake' })).status).toBe(403);
    now = start;
    expect((await ask('POST', `${years}/reopen`, { reason: 'mistake' })).status).toBe(200);
    await actAs(one);
    const { id } = lent.body as { id: string };
    expect((await ask('POST', `/me/delegations/${county}/${other}/${id}/end`)).body).toMatchObject({
      state: 'revoked',
    });
    await actAs(other);
    expect((await ask('POST', `${years}/lock`, { reason: 'final figures' })).status).toBe(403);
    await actAsNobody();
  });

  test('an emergency gives a role for hours with a reason, and waits for its review', async () => {
    const auditor = `demo-${county}-auditor`;
    await actAs(auditor);
    expect(codeOf(await ask('POST', '/me/emergencies', { role: 'county-planner', reason: 'flood' }))).toBe(
      'people.noEmergency',
    );
    const taken = await ask('POST', '/me/emergencies', {
      role: 'county-officer',
      reason: 'flood, nobody in the office',
    });
    expect(taken.body).toMatchObject({
      source: 'emergency',
      until: expect.stringContaining('2026-11-21T16:00:0'),
      state: 'inForce',
    });
    const lock = () => ask('POST', `/areas/${county}/years/2024/lock`, { reason: 'flood' });
    now = new Date('2026-11-21T16:00:01Z');
    expect((await lock()).status).toBe(403);
    now = start;
    expect((await lock()).status).toBe(200);
    await actAsNobody();
    const list = await ask('GET', `/emergencies?area=${county}`);
    expect(list.body['rows']).toMatchObject([
      { reason: 'flood, nobody in the office', review: null, person: { person: auditor } },
    ]);
    const { id } = taken.body as { id: string };
    await ask('POST', `/people/${county}/${auditor}/grants/${id}/review`, { review: 'was right' });
    expect((await ask('GET', `/emergencies?area=${county}`)).body['rows']).toMatchObject([{ review: 'was right' }]);
  });

  test('the three administrators are three people, also when two are granted at once', async () => {
    const { person, area } = await register('虚构乙');
    const path = `/people/${area}/${person}/grants`;
    const roles = ['system-administrator', 'security-administrator', 'audit-administrator'];
    // A trial makes none of them: the one-time link does.
    expect(codeOf(await ask('POST', path, { role: roles[0], area: nation }))).toBe('people.roleNotFound');
    const keeper = { id: 'keeper', name: '', kind: 'operator', grants: [{ role: 'operator', area: nation }] } as const;
    const grantBy = application.routes.find(({ name }) => name === 'grant');
    const answers = await Promise.allSettled(
      roles.map(async (role) =>
        grantBy?.handle({
          params: { home: area, person },
          body: { role, area: nation, reason: '' },
          principal: keeper,
          by: keeper.id,
          at: now,
          query: undefined,
          form: undefined,
          file: undefined,
          requestId: '',
          language: 'en',
          cookies: { get: () => undefined, set: () => {}, clear: () => {} },
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 'rejected').map(({ reason }) => reason.code)).toEqual([
      'people.rolesApart',
      'people.rolesApart',
    ]);
    // Now there is an administrator or not, by whose turn came first; once one is, the trial is over for ever.
    const isOver = answers[0]?.status === 'fulfilled';
    expect((await ask('GET', '/me')).status).toBe(isOver ? 401 : 200);
  });

  test('a system administrator appoints the first security administrator, and no second', async () => {
    const system = {
      id: 'system',
      name: '',
      kind: 'person',
      grants: [{ role: 'system-administrator', area: nation }],
    } as const;
    const appoint = application.routes.find(({ name }) => name === 'appoint');
    const appointed = async (name: string) => {
      const id = newId();
      await application.database.query(
        `INSERT INTO core_person (area_code, id, name, registered_at, registered_by) VALUES ($1, $2, $3, now(), 'test')`,
        [county, id, name],
      );
      return appoint?.handle({
        params: { home: county, person: id },
        body: { area: county, reason: '' },
        query: undefined,
        form: undefined,
        file: undefined,
        requestId: '',
        language: 'en',
        principal: system,
        by: system.id,
        at: now,
        cookies: { get: () => undefined, set: () => {}, clear: () => {} },
      });
    };
    expect(await appointed('虚构丙')).toMatchObject({ grants: [{ role: { id: 'security-administrator' } }] });
    await expect(appointed('虚构丁')).rejects.toMatchObject({ code: 'people.alreadyAppointed' });
  });
});
