import type { FastifyInstance } from 'fastify';
import { apiPrefix, httpServer } from '#core/http';
import { createLog } from '#core/log';
import { apiDocument } from './api-document.ts';
import type { Application } from './application.ts';
import { identify } from './identify.ts';
import { answerOffLoop } from './off-loop.ts';
import { webFolder } from './places.ts';
import { version } from './version.ts';

/** The HTTP server over an application: the API, its document, a health answer and the built web. Not yet listening. */
export async function createServer(application: Application): Promise<FastifyInstance> {
  const { config, gate, audit, now, database, organization } = application;
  const openApi = apiDocument();
  const server = await httpServer({
    routes: answerOffLoop(application),
    log: createLog({ level: config.logLevel, now, write: (line) => process.stderr.write(line) }),
    webFolder,
    openApi,
    uploadMegabytes: config.uploadMegabytes,
    hostNames: config.hostNames,
    gate,
    audit,
    identify: (request) => identify(application, request),
    now,
  });
  // An import may have brought areas, by which the gate decides; before the answer leaves, so that the next question meets them.
  server.addHook('onSend', async ({ method, routeOptions }) => {
    if (method !== 'GET' && routeOptions.url?.includes('/imports/') === true) await organization.refreshOddAreas();
  });
  server.get('/api/openapi.json', async () => openApi);
  server.get(`${apiPrefix}/health`, async () => {
    await database.query('SELECT 1');
    return { status: 'ok', version, database: database.engine, at: now().toISOString() };
  });
  return server;
}
