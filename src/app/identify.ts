import type { FastifyRequest } from 'fastify';
import type { Principal } from '#core/access';
import { cookieOf } from '#core/http';
import { sessionCookie } from '#modules/sign-in';
import type { Application } from './application.ts';

const ownAddresses = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Whose request it is: who signed in; in a trial anybody on this very machine; otherwise nobody. */
export async function identify(
  { signIn, trial, now }: Application,
  request: FastifyRequest,
): Promise<Principal | undefined> {
  const token = cookieOf(request, sessionCookie);
  const found = token === undefined ? undefined : await signIn.identify(token, now());
  if (found !== undefined) return found.principal;
  if (!ownAddresses.has(request.ip)) return undefined;
  return trial.principal((name) => cookieOf(request, name), now());
}
