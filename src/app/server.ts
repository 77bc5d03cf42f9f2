import type { FastifyInstance } from 'fastify';
import { apiPrefix, httpServer, openApiOf } from '#core/http';
import { createLog } from '#core/log';
import type { Application } from './application.ts';
import { hoistDefinitions } from './hoist-definitions.ts';
import { webFolder } from './places.ts';
import { version } from './version.ts';

const tagDescriptions = {
  organization: 'Areas, schools and school years; import and export of what they report.',
  conditions: 'What is required: standards, their clauses, editions and differences.',
  balance: 'Whether an area meets a standard, what stops it, and how each number came about.',
} as const;

/** The OpenAPI 3.1 document of every route, made from the contracts. */
export function apiDocument({ routes }: Pick<Application, 'routes'>): Record<string, unknown> {
  const document = openApiOf(routes, {
    title: 'Junheng 均衡',
    version,
    description:
      'Every figure here is the one on screen and in an export. Times are UTC; a school year is the calendar year in which it begins; money is in fen; shares are 0 to 1; null is "not reported". A refusal is problem+json with a stable code.',
  });
  return {
    ...hoistDefinitions(document),
    // One machine, one operator: nobody signs in.
    security: [],
    tags: Object.entries(tagDescriptions).map(([name, description]) => ({ name, description })),
  };
}

/** The HTTP server over an application: the API, its document, a health answer and the built web. Not yet listening. */
export async function createServer(application: Application): Promise<FastifyInstance> {
  const { config, routes, now, database } = application;
  const openApi = apiDocument(application);
  const server = await httpServer({
    routes,
    log: createLog({ level: config.logLevel, now, write: (line) => process.stderr.write(line) }),
    webFolder,
    openApi,
    uploadMegabytes: config.uploadMegabytes,
    operator: config.operator,
    now,
  });
  server.get('/api/openapi.json', async () => openApi);
  server.get(`${apiPrefix}/health`, async () => {
    await database.query('SELECT 1');
    return { status: 'ok', version, database: database.engine, at: now().toISOString() };
  });
  return server;
}
