import './permissions.ts';
import { type BoundRoute, bindRoutes, type Cookies } from '#core/http';
import { currentOrigin } from '#core/origin';
import { type From, type IdentityProvider, type SignIn, signInErrors } from '#core/sign-in';
import { signInRoutes } from './contract.ts';
import { readErrand, writeErrand } from './errand.ts';

export interface SignInDoors {
  readonly signIn: SignIn;
  readonly trial: { isOn(): Promise<boolean> };
  readonly provider: { readonly name: string; readonly door: IdentityProvider } | undefined;
}

/** The cookie of a session; without a life of its own it ends with the browser. */
export const sessionCookie = 'junheng-session';
const errandCookie = 'junheng-errand';
const errandSeconds = 600;

/** How long a screen shows what was revealed. */
const shownSeconds = 60;

const done = { done: true } as const;

/** Binds signing in to its routes; each only turns a request into a call. */
export function bindSignIn({ signIn, trial, provider }: SignInDoors): readonly BoundRoute[] {
  const ownOf = async ({ cookies, at }: { readonly cookies: Cookies; readonly at: Date }) => {
    const found = await signIn.identify(cookies.get(sessionCookie) ?? '', at);
    if (found === undefined) throw signInErrors.accountMissing();
    return { person: found.person, session: found.session, at };
  };
  return bindRoutes(signInRoutes, {
    async state({ cookies, at }) {
      const found = await signIn.identify(cookies.get(sessionCookie) ?? '', at);
      return {
        isTrial: await trial.isOn(),
        isSignedIn: found !== undefined,
        mustChangePassword: found?.mustChangePassword === true,
        provider: provider?.name ?? null,
      };
    },
    async signIn({ body, cookies, at }) {
      const { token } = await signIn.signIn(body, from(at));
      cookies.set(sessionCookie, token);
      return done;
    },
    async signOut({ cookies, at }) {
      await signIn.signOut(cookies.get(sessionCookie) ?? '', at);
      cookies.clear(sessionCookie);
      return done;
    },
    async link({ body, at }) {
      const { kind, role, login } = await signIn.link(body.token, at);
      return { kind, role, login };
    },
    async accept({ body: { token, ...given }, cookies, at }) {
      const accepted = await signIn.accept(token, given, from(at));
      cookies.set(sessionCookie, accepted.token);
      return { invitations: [...accepted.invitations] };
    },
    async beginAtProvider({ cookies }) {
      if (provider === undefined) throw signInErrors.providerAbsent();
      const { address, errand } = await provider.door.begin();
      cookies.set(errandCookie, writeErrand(errand), errandSeconds);
      return { address };
    },
    async finishAtProvider({ body, cookies, at }) {
      if (provider === undefined) throw signInErrors.providerAbsent();
      const errand = readErrand(cookies.get(errandCookie));
      cookies.clear(errandCookie);
      const identity = await provider.door.finish(body.parameters, errand);
      const { token } = await signIn.signInExternal(identity, from(at));
      cookies.set(sessionCookie, token);
      return done;
    },
    async own(asked) {
      const { passwordAt, sessions, ...rest } = await signIn.own(await ownOf(asked));
      return {
        ...rest,
        passwordAt: passwordAt?.toISOString() ?? null,
        sessions: sessions.map(({ begunAt, seenAt, ...session }) => ({
          ...session,
          begunAt: begunAt.toISOString(),
          seenAt: seenAt.toISOString(),
        })),
      };
    },
    async changePassword(asked) {
      await signIn.changePassword(await ownOf(asked), asked.body);
      return done;
    },
    async changeContacts(asked) {
      await signIn.changeContacts(await ownOf(asked), asked.body);
      return done;
    },
    beginSecondFactor: async (asked) => signIn.beginTotp(await ownOf(asked), asked.body.password),
    confirmSecondFactor: async (asked) => ({
      recoveryCodes: [...(await signIn.confirmTotp(await ownOf(asked), asked.body.code))],
    }),
    async endSecondFactor(asked) {
      await signIn.endTotp(await ownOf(asked), asked.body.password);
      return done;
    },
    endSessions: async (asked) => ({ ended: await signIn.revoke(await ownOf(asked), asked.body.id) }),
    contacts: ({ params }) => signIn.contactsOf({ area: params.home, person: params.person }),
    revealContact: async ({ params, body }) => ({
      value: await signIn.revealContact({ area: params.home, person: params.person }, body),
      seconds: shownSeconds,
    }),
    openAccount: async ({ params, by, at }) => ({
      token: await signIn.resetLink({ area: params.home, person: params.person }, by, at),
    }),
  });
}

function from(at: Date): From {
  const { address = '', device = '' } = currentOrigin();
  return { address, device, at };
}
