import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Gate, nobody, type Principal } from '#core/access';
import type { Audit } from '#core/audit';
import { DomainError, problemOf } from '#core/errors';
import { newId } from '#core/ids';
import { negotiateLanguage } from '#core/locale';
import type { Log } from '#core/log';
import { withOrigin } from '#core/origin';
import { cookiesOf } from './cookies.ts';
import { errors } from './errors.ts';
import { fileHeaders } from './file-headers.ts';
import { parsePart } from './parse-part.ts';
import { readUpload } from './read-upload.ts';
import { originOf, type Recorded, recordExport, recordRead, recordRefusal } from './record-request.ts';
import { refuseCrossSite, refuseForeignName } from './refuse-cross-site.ts';
import { admit, requireNamed } from './require-access.ts';
import type { AnyRequest, BoundRoute, FileAnswer } from './route.ts';
import { serveWeb } from './web-files.ts';

export const apiPrefix = '/api/v1';

export interface HttpOptions {
  readonly routes: readonly BoundRoute[];
  readonly log: Log;
  /** The built web; absent = the API alone. */
  readonly webFolder?: string;
  /** Served as it is at `/api/v1/openapi.json`. */
  readonly openApi?: object;
  readonly uploadMegabytes: number;
  /** Names besides localhost under which a proxy on this machine may ask. */
  readonly hostNames?: readonly string[];
  readonly gate: Gate;
  readonly audit: Audit;
  /** Who asks; undefined = nobody has signed in. */
  readonly identify: (request: FastifyRequest) => Promise<Principal | undefined>;
  readonly now: () => Date;
}

/**
 * The one HTTP edge: parses requests by their declarations, renders refusals as problem details, serves the web.
 *
 * @remarks Answers carry `x-request-id`. A log line names the route's pattern, never the address, which may hold a person's name.
 */
export async function httpServer(options: HttpOptions): Promise<FastifyInstance> {
  const server = fastify({
    bodyLimit: 8 << 20,
    genReqId: () => newId(options.now()),
    forceCloseConnections: true,
    // A proxy on this machine says who asked; from anybody else the header is not believed.
    trustProxy: (options.hostNames ?? []).length > 0 ? 'loopback' : false,
    routerOptions: { maxParamLength: 500 },
  });
  await server.register(compress, { threshold: 2048, encodings: ['gzip', 'deflate'] });
  await server.register(cookie);
  await server.register(multipart, {
    limits: { files: 1, fields: 20, fileSize: options.uploadMegabytes * (1 << 20) },
    throwFileSizeLimit: true,
  });
  const hostNames = options.hostNames ?? [];
  server.addHook('onRequest', async (request) => refuseForeignName(request, hostNames));
  server.addHook('onRequest', refuseCrossSite);
  server.addHook('onRequest', setHeaders);
  server.addHook('onResponse', async (request, reply) => {
    options.log.info('request', {
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
    });
  });
  const askedBy = new WeakMap<FastifyRequest, Recorded>();
  server.setErrorHandler(async (error: FastifyError, request, reply) => {
    const recorded = askedBy.get(request);
    if (recorded !== undefined) {
      await withOrigin(originOf(recorded), () => recordRefusal(options.audit, recorded, error));
    }
    return sendProblem(error, request, reply, options);
  });
  server.setNotFoundHandler((request, reply) => answerUnknown(request, reply, options));
  for (const route of options.routes) {
    const { declaration } = route;
    server.route({
      method: route.declaration.method,
      url: `${apiPrefix}${route.declaration.path}`,
      // Before the body is read: nobody makes the server parse what they may not send.
      onRequest: async (request) => {
        const principal = await options.identify(request);
        askedBy.set(request, { declaration, principal: principal ?? nobody, request });
        admit(declaration.access, principal, options.gate);
      },
      handler: async (request, reply) => {
        const { principal } = askedBy.get(request) ?? { principal: nobody };
        return withOrigin(originOf({ principal, request }), () =>
          answer({ route, principal, request, reply }, options),
        );
      },
    });
  }
  if (options.openApi !== undefined) {
    server.get(`${apiPrefix}/openapi.json`, async () => options.openApi);
  }
  if (options.webFolder !== undefined) {
    await serveWeb(server, options.webFolder);
  }
  return server;
}

interface Asked {
  readonly route: BoundRoute;
  readonly principal: Principal;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

async function answer(
  { route: { declaration, handle }, principal, request, reply }: Asked,
  { gate, audit, now }: HttpOptions,
): Promise<unknown> {
  // What stands there as text is asked about before the rest is read, so that a stranger learns no rule of the body either.
  requireNamed(declaration.access, { principal, gate }, request, 'given');
  const parts = {
    params: parsePart('params', declaration.params, request.params),
    query: parsePart('query', declaration.query, request.query),
    body: parsePart('body', declaration.body, request.body ?? {}),
  };
  requireNamed(declaration.access, { principal, gate }, parts);
  const upload = declaration.form === undefined ? undefined : await readUpload(request);
  const asked: AnyRequest = {
    ...parts,
    form: parsePart('form', declaration.form, upload?.fields),
    file: upload?.file,
    requestId: request.id,
    principal,
    by: principal.id,
    at: now(),
    language: negotiateLanguage(request.headers['accept-language']),
    cookies: cookiesOf(request, reply),
  };
  // Neither a browser nor a proxy keeps what only this person may see.
  reply.header('cache-control', 'no-store');
  const answered = await handle(asked);
  if (declaration.isSensitive === true) await recordRead(audit, { declaration, principal, request });
  if (isFile(answered)) {
    await recordExport(audit, { declaration, principal, request }, answered);
    return reply.headers(fileHeaders(answered)).send(answered.bytes);
  }
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(answered ?? null));
}

function isFile(answered: unknown): answered is FileAnswer {
  return (
    typeof answered === 'object' && answered !== null && 'bytes' in answered && answered.bytes instanceof Uint8Array
  );
}

async function setHeaders(_request: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.headers({
    'x-request-id': reply.request.id,
    ...(reply.request.protocol === 'https' && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'x-frame-options': 'SAMEORIGIN',
    'content-security-policy':
      "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'self'",
  });
}

function answerUnknown(request: FastifyRequest, reply: FastifyReply, options: HttpOptions): unknown {
  const isPage =
    request.method === 'GET' && !request.url.startsWith('/api/') && request.headers.accept?.includes('text/html');
  return isPage && options.webFolder !== undefined && 'sendFile' in reply
    ? reply.header('cache-control', 'no-cache').sendFile('index.html')
    : sendProblem(errors.routeNotFound(), request, reply, options);
}

function sendProblem(
  error: FastifyError | DomainError,
  request: FastifyRequest,
  reply: FastifyReply,
  options: HttpOptions,
): unknown {
  const refusal = refusalOf(error, options.uploadMegabytes);
  const problem = problemOf(refusal, negotiateLanguage(request.headers['accept-language']));
  if (problem.status >= 500) {
    options.log.error('request failed', {
      requestId: request.id,
      route: request.routeOptions.url ?? 'none',
      failure: error,
    });
  }
  return reply
    .status(problem.status)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify({ ...problem, instance: request.id }));
}

/** Fastify's own refusals, told in our words. */
function refusalOf(error: FastifyError | DomainError, limitMegabytes: number): unknown {
  if (error instanceof DomainError) {
    return error;
  }
  switch (error.statusCode) {
    case 413:
      return errors.bodyTooLarge({ limitMegabytes });
    case 415:
      return errors.mediaTypeRefused();
    case 400:
      return errors.requestRefused({ field: 'body', rule: error.code });
    default:
      return error;
  }
}
