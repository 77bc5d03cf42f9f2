import type { FastifyRequest } from 'fastify';
import { errors } from './errors.ts';

/**
 * Refuses acts that a page of another site makes a browser send; the system has no cookie to guard it on a single machine.
 *
 * @throws DomainError `core.crossSiteRefused`
 */
export async function refuseCrossSite(request: FastifyRequest): Promise<void> {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') {
    return;
  }
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const isForeignSite = site === 'cross-site' || site === 'same-site';
  const isForeignOrigin = origin !== undefined && URL.parse(origin)?.host !== URL.parse(`http://${host}`)?.host;
  if (isForeignSite || isForeignOrigin) {
    throw errors.crossSiteRefused();
  }
}
