import type { FastifyRequest } from 'fastify';
import { errors } from './errors.ts';

const loopbackAddresses = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Refuses a request that reached this machine's own address under a foreign name: a page whose name was pointed at 127.0.0.1 could
 * otherwise read everything, because nobody signs in on a single machine.
 *
 * @throws DomainError `core.crossSiteRefused`
 */
export function refuseForeignName(request: FastifyRequest, hostNames: readonly string[]): void {
  const isLocal = loopbackAddresses.has(request.socket.localAddress ?? '');
  const name = URL.parse(`http://${request.headers.host}`)?.hostname ?? '';
  if (isLocal && !loopbackNames.has(name) && !hostNames.includes(name)) {
    throw errors.crossSiteRefused();
  }
}

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
