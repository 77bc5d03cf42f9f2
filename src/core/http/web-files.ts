import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const yearSeconds = 31_536_000;

/**
 * Serves the built web: files with a hash in their name for a year, `index.html` always asked for again.
 *
 * @remarks Every other address below `/` answers `index.html`, because the pages' addresses live in the browser.
 */
export async function serveWeb(server: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(path.join(folder, 'index.html'))) {
    return;
  }
  await server.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders(reply, file) {
      const isHashed = file.includes(`${path.sep}assets${path.sep}`);
      reply.header('cache-control', isHashed ? `public, max-age=${yearSeconds}, immutable` : 'no-cache');
      // Its script is inside it, which no page of ours may run: it is for opening from a disk.
      if (path.basename(file) === 'draw-check.html') reply.header('content-disposition', 'attachment');
    },
  });
}
