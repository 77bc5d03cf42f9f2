import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Cookies } from './route.ts';

/** Lax, because a sign-in service leads back here from another site; acts from other sites are refused anyway. */
const kept = { path: '/', httpOnly: true, sameSite: 'lax' } as const;

/** The cookies of one request and its answer; on an encrypted connection they never leave it. */
export function cookiesOf(request: FastifyRequest, reply: FastifyReply): Cookies {
  const options = { ...kept, secure: request.protocol === 'https' };
  return {
    get: (name) => cookieOf(request, name),
    set(name, value, seconds) {
      reply.setCookie(nameOn(request, name), value, {
        ...options,
        ...(seconds === undefined ? {} : { maxAge: seconds }),
      });
    },
    clear(name) {
      reply.clearCookie(nameOn(request, name), options);
    },
  };
}

export function cookieOf(request: FastifyRequest, name: string): string | undefined {
  return request.cookies[nameOn(request, name)];
}

/** On an encrypted connection browsers keep a cookie of this name for this very host only. */
function nameOn({ protocol }: FastifyRequest, name: string): string {
  return protocol === 'https' ? `__Host-${name}` : name;
}
