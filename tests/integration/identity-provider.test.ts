import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type IdentityProvider, openIdentityProvider } from '#core/sign-in';

const redirectTo = 'http://localhost:9/sign-in/back';
let server: Server;
let issuer: string;
let door: IdentityProvider;

/** A real provider on a port of this machine; its own sign-in form knows everybody by the name typed. */
beforeAll(async () => {
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'junheng',
        client_secret: 'a secret of the test',
        redirect_uris: [redirectTo],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    claims: { openid: ['sub', 'preferred_username'], profile: ['name'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    cookies: { keys: ['a key of the test'] },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, preferred_username: id }),
    }),
  });
  const answer = provider.callback();
  server.on('request', (request, response) => void answer(request, response));
  door = openIdentityProvider({
    issuer,
    clientId: 'junheng',
    clientSecret: 'a secret of the test',
    claim: 'preferred_username',
    redirectTo,
  });
});
afterAll(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});

/** What a browser does there: follows redirects with its cookies, types a name, consents, and is sent back to us. */
async function visit(address: string, login: string): Promise<string> {
  const cookies = new Map<string, string>();
  const ask = async (url: string, form?: Record<string, string>): Promise<Response> => {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    return response;
  };
  let response = await ask(address);
  for (let step = 0; step < 12; step += 1) {
    const location = response.headers.get('location');
    if (location !== null) {
      const next = new URL(location, issuer).href;
      if (next.startsWith(redirectTo)) return new URL(next).search;
      response = await ask(next);
      continue;
    }
    const page = await response.text();
    const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1];
    const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1] ?? '';
    if (action === undefined) throw new Error(`no form at step ${step}: ${page.slice(0, 300)}`);
    response = await ask(new URL(action, issuer).href, { prompt, login, password: 'any' });
  }
  throw new Error('the provider did not send the browser back');
}

test('code flow with PKCE against a real provider gives its subject and the sign-in name', async () => {
  const { address, errand } = await door.begin();
  expect(new URL(address).searchParams.get('code_challenge_method')).toBe('S256');
  expect(address).not.toContain(errand.verifier);
  const identity = await door.finish(await visit(address, 'wang'), errand);
  expect(identity).toEqual({ issuer, subject: 'wang', login: 'wang' });
});

test('another state, another nonce, another verifier and a code used twice are refused', async () => {
  const codes: string[] = [];
  const refused = async (change: 'state' | 'nonce' | 'verifier') => {
    const { address, errand } = await door.begin();
    const other = (await door.begin()).errand;
    const parameters = await visit(address, 'wang');
    const outcome = await door
      .finish(parameters, { ...errand, [change]: other[change] })
      .catch((error: unknown) => error);
    expect(outcome).toMatchObject({ code: 'signIn.providerRefused', status: 401 });
    codes.push(change);
  };
  await refused('state');
  await refused('nonce');
  await refused('verifier');
  expect(codes).toHaveLength(3);
  const { address, errand } = await door.begin();
  const parameters = await visit(address, 'wang');
  await door.finish(parameters, errand);
  await expect(door.finish(parameters, errand)).rejects.toMatchObject({ code: 'signIn.providerRefused' });
  await expect(door.finish('?error=access_denied', errand)).rejects.toMatchObject({ code: 'signIn.providerRefused' });
});

test('a provider that is not there is a refusal, and is asked again the next time', async () => {
  const absent = openIdentityProvider({
    issuer: 'http://127.0.0.1:9',
    clientId: 'junheng',
    clientSecret: undefined,
    claim: 'preferred_username',
    redirectTo,
  });
  await expect(absent.begin()).rejects.toMatchObject({ code: 'signIn.providerRefused' });
  await expect(absent.begin()).rejects.toMatchObject({ code: 'signIn.providerRefused' });
});
