import type { Configuration } from 'openid-client';
import { z } from 'zod';
import { errors } from './errors.ts';

/** An OpenID Connect provider as the settings name it. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  /** The claim that holds the sign-in name. */
  readonly claim: string;
  /** Where the provider sends the browser back to: an address of our web. */
  readonly redirectTo: string;
}

/** What the browser keeps, out of reach of scripts, while it is at the provider. */
export interface Errand {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface IdentityProvider {
  /** Where to send the browser, and what to remember until it comes back. */
  begin(): Promise<{ readonly address: string; readonly errand: Errand }>;
  /**
   * Exchanges what the provider sent back for an identity: state, nonce, PKCE, issuer, audience, signature and time are checked.
   *
   * @throws DomainError `signIn.providerRefused`
   */
  finish(
    parameters: string,
    errand: Errand,
  ): Promise<{ readonly issuer: string; readonly subject: string; readonly login: string }>;
}

/** Code flow with PKCE. The provider is asked what it can do when it is first needed, so that the system starts without it. */
export function openIdentityProvider(settings: ProviderSettings): IdentityProvider {
  let discovered: Promise<Configuration> | undefined;
  async function discover(): Promise<Configuration> {
    const client = await import('openid-client');
    const issuer = new URL(settings.issuer);
    // Without encryption only on this very machine.
    const isLocal = issuer.protocol === 'http:' && /^(localhost|127\.0\.0\.1)$/.test(issuer.hostname);
    return client.discovery(issuer, settings.clientId, settings.clientSecret, undefined, {
      execute: isLocal ? [client.allowInsecureRequests] : [],
      timeout: 10,
    });
  }
  function configuration(): Promise<Configuration> {
    discovered ??= discover().catch((error: unknown) => {
      discovered = undefined;
      throw refusalOf(error);
    });
    return discovered;
  }
  return {
    async begin() {
      const client = await import('openid-client');
      const errand = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      const address = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: settings.redirectTo,
        scope: 'openid profile',
        state: errand.state,
        nonce: errand.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(errand.verifier),
        code_challenge_method: 'S256',
      });
      return { address: address.href, errand };
    },
    async finish(parameters, { state, nonce, verifier }) {
      const client = await import('openid-client');
      const known = await configuration();
      const back = new URL(settings.redirectTo);
      back.search = parameters;
      try {
        const tokens = await client.authorizationCodeGrant(known, back, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (claims === undefined) throw errors.providerRefused({ reason: 'no id token' });
        const login = z.string().catch('').parse(claims[settings.claim]);
        return { issuer: claims.iss, subject: claims.sub, login };
      } catch (error) {
        throw refusalOf(error);
      }
    },
  };
}

/** The library's own code says which check failed, and nothing of what was sent. */
function refusalOf(error: unknown): Error {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unreachable';
  return errors.providerRefused({ reason: code }, error);
}
