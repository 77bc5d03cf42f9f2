import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Audit } from '#core/audit';
import type { Config } from '#core/config';
import type { Database } from '#core/db';
import type { KeyRing } from '#core/keys';
import { openPersonal, type Personal } from '#core/personal';
import { openIdentityProvider, openSignIn, readSignInPolicy, type SignIn } from '#core/sign-in';
import type { SignInDoors } from '#modules/sign-in';
import { policiesFolder } from './places.ts';

/** Personal fields and signing in, by the settings of this installation. */
export async function openDoors(parts: {
  readonly config: Config;
  readonly database: Database;
  readonly keys: KeyRing;
  readonly audit: Audit;
  readonly now: () => Date;
}): Promise<{
  readonly personal: Personal;
  readonly signIn: SignIn;
  readonly provider: SignInDoors['provider'];
}> {
  const { config, database, keys, audit, now } = parts;
  const cipher = config.cryptography === 'national' ? 'sm4' : 'aes';
  const personal = openPersonal({ database, keys, audit, cipher, now });
  const policy = readSignInPolicy(await readFile(path.join(policiesFolder, 'sign-in.yaml'), 'utf8'));
  return { personal, signIn: openSignIn({ database, audit, personal, policy }), provider: providerOf(config) };
}

function providerOf(config: Config): SignInDoors['provider'] {
  const { oidcIssuer: issuer, oidcClientId: clientId, oidcClientSecret: clientSecret, oidcClaim: claim } = config;
  if (issuer === undefined) return undefined;
  const ours = config.publicAddress ?? `http://localhost:${config.port}`;
  const redirectTo = new URL('/sign-in/back', ours).href;
  return {
    name: config.oidcName,
    door: openIdentityProvider({ issuer, clientId, clientSecret, claim, redirectTo }),
  };
}
