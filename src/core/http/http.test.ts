import { request } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createGate, type Principal, type Role } from '#core/access';
import { type AuditEntry, withoutAudit } from '#core/audit';
import { defineErrors } from '#core/errors';
import { createLog } from '#core/log';
import { currentOrigin, type Origin } from '#core/origin';
import { readCursor, writeCursor } from './cursor.ts';
import { httpServer } from './http-server.ts';
import { openApiOf } from './open-api.ts';
import { bindRoutes } from './route.ts';

const errors = defineErrors('pond', {
  duckNotFound: {
    status: 404,
    zh: '没有鸭子 {duck}。',
    en: 'No duck {duck}.',
    remedy: { zh: '换一只。', en: 'Take another.' },
  },
});

const declarations = {
  duck: {
    method: 'GET',
    path: '/ducks/:duck',
    titleKey: 'pond.duck',
    access: 'public',
    params: z.object({ duck: z.coerce.number().int() }),
    query: z.object({ loud: z.stringbool().default(false) }),
    response: z.object({ says: z.string() }),
    errors: ['pond.duckNotFound'],
  },
  photo: {
    method: 'GET',
    path: '/photo',
    titleKey: 'pond.photo',
    access: 'signed-in',
    response: z.instanceof(Uint8Array),
    errors: [],
  },
  upload: {
    method: 'POST',
    path: '/ducks',
    titleKey: 'pond.upload',
    access: { permission: 'pond.upload', at: 'anywhere' },
    form: z.object({ colour: z.string() }),
    response: z.object({ bytes: z.number(), name: z.string(), colour: z.string() }),
    errors: [],
  },
  rename: {
    method: 'PUT',
    path: '/ducks/:duck',
    titleKey: 'pond.rename',
    access: { permission: 'pond.rename', at: { area: 'body.area', unit: 'params.duck' } },
    params: z.object({ duck: z.coerce.number().int() }),
    body: z.object({ to: z.string().min(1), area: z.string().optional() }),
    response: z.object({ to: z.string() }),
    errors: [],
  },
} as const;

const routes = bindRoutes(declarations, {
  async duck({ params, query }) {
    if (params.duck === 0) {
      throw new Error('secret cause');
    }
    if (params.duck > 9) {
      throw errors.duckNotFound({ duck: params.duck });
    }
    return { says: query.loud ? 'QUACK' : 'quack' };
  },
  photo: async () => ({ name: '鸭子.png', mediaType: 'image/png', bytes: new Uint8Array([1, 2]) }),
  upload: async ({ file, form }) => ({ bytes: file.bytes.length, name: file.name, colour: form.colour }),
  rename: async ({ body }) => ({ to: body.to }),
});

const name = { zh: '管鸭人', en: 'Keeper' };
const roles = new Map<string, Role>([
  ['keeper', { id: 'keeper', name, duty: name, at: 'area', permissions: ['pond.rename', 'pond.upload'] }],
]);
const gate = createGate({ roles, today: () => '2026-09-01', oddAreas: () => new Map() });
const keepers: Readonly<Record<string, Principal>> = {
  anhui: { id: 'anhui', name: '', kind: 'person', grants: [{ role: 'keeper', area: '340000' }] },
  one: { id: 'one', name: '', kind: 'person', grants: [{ role: 'keeper', area: '341181', unit: '7' }] },
  visitor: { id: 'visitor', name: '', kind: 'person', grants: [] },
  everywhere: { id: 'everywhere', name: '', kind: 'person', grants: [{ role: 'keeper', area: '000000' }] },
};

const kept: (AuditEntry & { readonly origin: Origin })[] = [];
const audit = {
  ...withoutAudit,
  record: async (entry: AuditEntry) => {
    kept.push({ ...entry, origin: currentOrigin() });
  },
};

let server: FastifyInstance;
const lines: string[] = [];
let who: string | undefined = 'everywhere';
const identify = async () => (who === undefined ? undefined : keepers[who]);
beforeAll(async () => {
  const log = createLog({ level: 'info', now: () => new Date(0), write: (line) => lines.push(line) });
  const openApi = openApiOf(routes, { title: 'Pond', version: '1', description: 'ducks' });
  server = await httpServer({
    routes,
    log,
    openApi,
    uploadMegabytes: 1,
    gate,
    audit,
    identify,
    now: () => new Date(0),
  });
});
afterAll(() => server.close());

test('params and query are parsed, the answer is JSON with a request id', async () => {
  const response = await server.inject('/api/v1/ducks/1?loud=true');
  expect(response.json()).toEqual({ says: 'QUACK' });
  expect(response.headers['x-request-id']).toHaveLength(26);
});

test('a refusal is problem details in the language asked for', async () => {
  const response = await server.inject({ url: '/api/v1/ducks/10', headers: { 'accept-language': 'en' } });
  expect(response.statusCode).toBe(404);
  expect(response.headers['content-type']).toContain('application/problem+json');
  expect(response.json()).toMatchObject({
    code: 'pond.duckNotFound',
    title: 'No duck 10.',
    text: { zh: '没有鸭子 10。' },
  });
});

test('a wrong request names its field', async () => {
  const wrong = await server.inject('/api/v1/ducks/x');
  expect(wrong.json()).toMatchObject({
    status: 400,
    code: 'core.requestRefused',
    parameters: { field: 'params.duck' },
  });
  const body = await server.inject({ method: 'PUT', url: '/api/v1/ducks/1', payload: { to: '' } });
  expect(body.json()).toMatchObject({ parameters: { field: 'body.to' } });
  const broken = await server.inject({
    method: 'PUT',
    url: '/api/v1/ducks/1',
    payload: '{',
    headers: { 'content-type': 'application/json' },
  });
  expect(broken.json()).toMatchObject({ status: 400, code: 'core.requestRefused' });
  expect((await server.inject('/api/v1/nothing')).json()).toMatchObject({ status: 404, code: 'core.routeNotFound' });
});

test('a bug answers 500 and tells nothing; the log names the route, not the address', async () => {
  const response = await server.inject('/api/v1/ducks/0?loud=false');
  expect(response.statusCode).toBe(500);
  expect(response.body).not.toContain('secret');
  expect(lines.join('')).toContain('/api/v1/ducks/:duck');
  expect(lines.join('')).not.toContain('loud=');
});

test('a file keeps its Chinese name', async () => {
  const response = await server.inject('/api/v1/photo');
  expect(response.headers['content-disposition']).toContain(encodeURIComponent('鸭子.png'));
  expect([...response.rawPayload]).toEqual([1, 2]);
});

const multipart = (content: string, extra = '') => ({
  method: 'POST' as const,
  url: '/api/v1/ducks',
  headers: { 'content-type': 'multipart/form-data; boundary=b' },
  payload: `--b\r\nContent-Disposition: form-data; name="colour"\r\n\r\nred\r\n${extra}${content}--b--\r\n`,
});
const filePart = (bytes: string) =>
  `--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\n${bytes}\r\n`;

test('an upload has fields and one file, within the limit', async () => {
  expect((await server.inject(multipart(filePart('abc')))).json()).toEqual({ bytes: 3, name: 'a.csv', colour: 'red' });
  expect((await server.inject(multipart(''))).json()).toMatchObject({ code: 'core.fileMissing' });
  const large = await server.inject(multipart(filePart('x'.repeat((1 << 20) + 1))));
  expect(large.json()).toMatchObject({ status: 413, code: 'core.bodyTooLarge', parameters: { limitMegabytes: 1 } });
});

test('an act from another site is refused', async () => {
  const put = { method: 'PUT' as const, url: '/api/v1/ducks/1', payload: { to: 'a' } };
  const codes = await Promise.all(
    [{}, { 'sec-fetch-site': 'cross-site' }, { origin: 'http://evil.example' }, { origin: 'http://localhost:80' }].map(
      async (headers) => (await server.inject({ ...put, headers })).statusCode,
    ),
  );
  expect(codes).toEqual([200, 403, 403, 200]);
});

test('this machine answers to its own names only', async () => {
  const { port } = new URL(await server.listen({ host: '127.0.0.1', port: 0 }));
  const statusOf = (host: string) =>
    new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, path: '/api/v1/ducks/1', headers: { host } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.on('error', reject).end();
    });
  expect(await statusOf(`localhost:${port}`)).toBe(200);
  expect(await statusOf(`evil.example:${port}`)).toBe(403);
});

test('the document names every route, parameter and refusal', async () => {
  const document: unknown = (await server.inject('/api/v1/openapi.json')).json();
  expect(document).toMatchObject({
    openapi: '3.1.0',
    paths: {
      '/api/v1/ducks/{duck}': {
        get: {
          operationId: 'pond.duck',
          parameters: [
            { in: 'path', name: 'duck', required: true },
            { in: 'query', name: 'loud', required: false },
          ],
          responses: { 404: { description: 'pond.duckNotFound' } },
        },
      },
      '/api/v1/ducks': {
        post: { requestBody: { content: { 'multipart/form-data': { schema: { required: ['colour', 'file'] } } } } },
      },
    },
  });
});

test('a cursor comes back as it went, anything else is refused', () => {
  expect(readCursor(writeCursor(['a', 3, null]), 3)).toEqual(['a', 3, null]);
  expect(() => readCursor('???', 3)).toThrow(/cursorRefused/);
  expect(() => readCursor(writeCursor(['a']), 2)).toThrow(/cursorRefused/);
});

test('who may not ask is refused before the request is read, whoever asks for a foreign place after it', async () => {
  const rename = async (as: string | undefined, area: string | undefined, duck = 7) => {
    who = as;
    const answer = await server.inject({ method: 'PUT', url: `/api/v1/ducks/${duck}`, payload: { to: 'Ada', area } });
    return [answer.statusCode, answer.json<{ code?: string }>().code];
  };
  expect(await rename(undefined, '341181')).toEqual([401, 'access.signInFirst']);
  expect(await rename('visitor', '341181')).toEqual([403, 'access.forbidden']);
  expect(await rename('anhui', '341181')).toEqual([200, undefined]);
  expect(await rename('anhui', '320000')).toEqual([403, 'access.forbidden']);
  // An area that is not given means the nation.
  expect(await rename('anhui', undefined)).toEqual([403, 'access.forbidden']);
  expect(await rename('everywhere', undefined)).toEqual([200, undefined]);
  who = 'visitor';
  const upload = await server.inject({ method: 'POST', url: '/api/v1/ducks', payload: 'no form at all' });
  expect(upload.statusCode).toBe(403);
  who = undefined;
  expect((await server.inject('/api/v1/photo')).statusCode).toBe(401);
  expect((await server.inject('/api/v1/ducks/1')).statusCode).toBe(200);
  who = 'everywhere';
});

test('exports, refused acts and forbidden reads are recorded with who and from where; a request nobody could read is not', async () => {
  kept.length = 0;
  who = 'everywhere';
  await server.inject('/api/v1/photo');
  await server.inject('/api/v1/ducks/1');
  await server.inject({ method: 'PUT', url: '/api/v1/ducks/x', payload: { to: 'Ada' } });
  who = 'visitor';
  const { headers } = await server.inject({ method: 'PUT', url: '/api/v1/ducks/3', payload: { to: 'Ada' } });
  expect(kept).toEqual([
    {
      act: 'pond.photo',
      on: { kind: 'file', id: '', area: '000000', unit: undefined },
      result: 'done',
      details: {
        sha256: 'a12871fee210fb8619291eaea194581cbd2531e4b23759d225f6806923f63222',
        bytes: 2,
        mediaType: 'image/png',
      },
      origin: expect.objectContaining({ actor: { id: 'everywhere', kind: 'person' }, address: '127.0.0.1' }),
    },
    {
      act: 'pond.rename',
      on: { kind: 'request', id: '3', area: '000000', unit: undefined },
      result: 'refused',
      reason: 'access.forbidden',
      origin: {
        actor: { id: 'visitor', kind: 'person' },
        channel: 'http',
        address: '127.0.0.1',
        device: 'lightMyRequest',
        requestId: headers['x-request-id'],
      },
    },
  ]);
  who = 'everywhere';
});

test('behind a proxy with encryption the answer asks for encryption, and cookies are bound to this host', async () => {
  const behind = await httpServer({
    routes,
    log: createLog({ level: 'silent', now: () => new Date(0), write: () => {} }),
    uploadMegabytes: 1,
    hostNames: ['junheng.example'],
    gate,
    audit,
    identify,
    now: () => new Date(0),
  });
  const ask = (headers: Record<string, string>) => behind.inject({ url: '/api/v1/ducks/1', headers });
  const encrypted = await ask({ 'x-forwarded-proto': 'https' });
  expect(encrypted.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
  expect((await ask({})).headers['strict-transport-security']).toBeUndefined();
  expect(encrypted.headers).toMatchObject({
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringMatching(/object-src 'none'; base-uri 'none'; frame-ancestors/),
  });
  await behind.close();
});
