import { z } from 'zod';
import { type Errand, signInErrors } from '#core/sign-in';

const shape = z.object({ state: z.string().min(20), nonce: z.string().min(20), verifier: z.string().min(40) });

export function writeErrand(errand: Errand): string {
  return Buffer.from(JSON.stringify(errand)).toString('base64url');
}

/** @throws DomainError `signIn.providerRefused` where this browser was not sent to the provider by us */
export function readErrand(cookie: string | undefined): Errand {
  try {
    return shape.parse(JSON.parse(Buffer.from(cookie ?? '', 'base64url').toString('utf8')));
  } catch {
    throw signInErrors.providerRefused({ reason: 'no errand' });
  }
}
