import { z } from 'zod';

const word = z.string().trim().min(1).max(100);
const secret = z.string().min(1).max(400);
const instant = z.iso.datetime();
const token = z.string().min(20).max(100);
const done = z.object({ done: z.literal(true) });

export const signInState = z.object({
  /** Nobody has to sign in: there is no administrator yet. */
  isTrial: z.boolean(),
  isSignedIn: z.boolean(),
  /** Nothing may be done but change the password. */
  mustChangePassword: z.boolean(),
  /** An identity provider is set up, under this name. */
  provider: z.string().nullable(),
});
export type SignInState = z.infer<typeof signInState>;

export const ownAccount = z.object({
  login: z.string(),
  hasPassword: z.boolean(),
  passwordAt: instant.nullable(),
  mustChangePassword: z.boolean(),
  totpIsOn: z.boolean(),
  recoveryCodesLeft: z.number().int(),
  /** Masked. */
  phone: z.string().nullable(),
  email: z.string().nullable(),
  sessions: z.array(
    z.object({
      id: z.string(),
      isThis: z.boolean(),
      address: z.string(),
      device: z.string(),
      begunAt: instant,
      seenAt: instant,
    }),
  ),
});
export type OwnAccount = z.infer<typeof ownAccount>;

export const acceptedLink = z.object({
  /** One-time links for the other administrators, after the first has been made. */
  invitations: z.array(z.object({ role: z.string(), token: z.string() })),
});

const personParams = z.object({ home: z.string().regex(/^\d{6,12}$/), person: word });
const contactField = z.enum(['phone', 'email']);
const contacts = z.object({ phone: z.string().nullable(), email: z.string().nullable() });
/** What a contact may be seen for. */
export const revealPurpose = z.enum(['notice', 'recovery', 'check', 'law']);
export type RevealPurpose = z.infer<typeof revealPurpose>;
export type ContactField = z.infer<typeof contactField>;

const proofErrors = ['signIn.refused', 'signIn.waits', 'signIn.tooMany'] as const;
const linkErrors = ['signIn.linkRefused', 'signIn.tooMany'] as const;

/** The doors of signing in, below `/api/v1`. */
export const signInRoutes = {
  state: {
    method: 'GET',
    path: '/sign-in',
    titleKey: 'signIn.state',
    access: 'public',
    response: signInState,
    errors: [],
  },
  signIn: {
    method: 'POST',
    path: '/sign-in',
    titleKey: 'signIn.signIn',
    access: 'public',
    body: z.object({ login: word, password: secret, code: z.string().max(30).optional() }),
    response: done,
    errors: [...proofErrors, 'signIn.codeNeeded'],
  },
  signOut: {
    method: 'POST',
    path: '/sign-out',
    titleKey: 'signIn.signOut',
    access: 'public',
    response: done,
    errors: [],
  },
  /** What a one-time link is for. */
  link: {
    method: 'POST',
    path: '/sign-in/link',
    titleKey: 'signIn.link',
    access: 'public',
    body: z.object({ token }),
    response: z.object({
      kind: z.enum(['first', 'invite', 'reset']),
      role: z.string().nullable(),
      login: z.string().nullable(),
    }),
    errors: linkErrors,
  },
  accept: {
    method: 'POST',
    path: '/sign-in/link/accept',
    titleKey: 'signIn.accept',
    access: 'public',
    body: z.object({ token, name: word.optional(), login: word.optional(), password: secret }),
    response: acceptedLink,
    errors: [...linkErrors, 'signIn.nameMissing', 'signIn.loginTaken', 'signIn.passwordRefused'],
  },
  beginAtProvider: {
    method: 'POST',
    path: '/sign-in/provider',
    titleKey: 'signIn.beginAtProvider',
    access: 'public',
    response: z.object({ address: z.string() }),
    errors: ['signIn.providerAbsent', 'signIn.providerRefused'],
  },
  finishAtProvider: {
    method: 'POST',
    path: '/sign-in/provider/answer',
    titleKey: 'signIn.finishAtProvider',
    access: 'public',
    /** The query that the provider sent the browser back with. */
    body: z.object({ parameters: z.string().max(4000) }),
    response: done,
    errors: ['signIn.providerAbsent', 'signIn.providerRefused', 'signIn.providerUnknown'],
  },
  own: {
    method: 'GET',
    path: '/account',
    titleKey: 'signIn.own',
    access: 'signed-in',
    response: ownAccount,
    errors: ['signIn.accountMissing'],
  },
  changePassword: {
    method: 'POST',
    path: '/account/password',
    titleKey: 'signIn.changePassword',
    access: 'signed-in',
    body: z.object({ old: secret, fresh: secret }),
    response: done,
    errors: [...proofErrors, 'signIn.passwordRefused', 'signIn.accountMissing'],
  },
  changeContacts: {
    method: 'PUT',
    path: '/account/contacts',
    titleKey: 'signIn.changeContacts',
    access: 'signed-in',
    body: z.object({
      phone: z
        .literal('')
        .or(z.string().regex(/^[+\d][\d\s-]{5,20}$/))
        .optional(),
      email: z.literal('').or(z.email().max(200)).optional(),
    }),
    response: done,
    errors: ['signIn.accountMissing'],
  },
  beginSecondFactor: {
    method: 'POST',
    path: '/account/second-factor',
    titleKey: 'signIn.beginSecondFactor',
    access: 'signed-in',
    body: z.object({ password: secret }),
    response: z.object({ secret: z.string(), address: z.string() }),
    errors: [...proofErrors, 'signIn.accountMissing'],
  },
  confirmSecondFactor: {
    method: 'POST',
    path: '/account/second-factor/confirm',
    titleKey: 'signIn.confirmSecondFactor',
    access: 'signed-in',
    body: z.object({ code: z.string().max(30) }),
    response: z.object({ recoveryCodes: z.array(z.string()) }),
    errors: [...proofErrors, 'signIn.accountMissing'],
  },
  endSecondFactor: {
    method: 'POST',
    path: '/account/second-factor/end',
    titleKey: 'signIn.endSecondFactor',
    access: 'signed-in',
    body: z.object({ password: secret }),
    response: done,
    errors: [...proofErrors, 'signIn.accountMissing'],
  },
  /** Without an id all sessions but this one. */
  endSessions: {
    method: 'POST',
    path: '/account/sessions/end',
    titleKey: 'signIn.endSessions',
    access: 'signed-in',
    body: z.object({ id: word.optional() }),
    response: z.object({ ended: z.number().int() }),
    errors: ['signIn.accountMissing'],
  },
  /** How somebody is reached, masked. */
  contacts: {
    method: 'GET',
    path: '/people/:home/:person/contacts',
    titleKey: 'signIn.contacts',
    access: { permission: 'people.read', at: { area: 'params.home' } },
    params: personParams,
    response: contacts,
    errors: [],
  },
  /** One of them in full. Who saw it, for what and why goes into the audit trail. */
  revealContact: {
    method: 'POST',
    path: '/people/:home/:person/contacts/reveal',
    titleKey: 'signIn.revealContact',
    access: { permission: 'signIn.revealContacts', at: { area: 'params.home' } },
    params: personParams,
    body: z.object({
      field: contactField,
      purpose: revealPurpose,
      reason: z.string().trim().min(4).max(500),
    }),
    response: z.object({ value: z.string(), seconds: z.number().int() }),
    errors: ['signIn.contactMissing', 'personal.reasonMissing'],
  },
  /** A one-time link by which a person sets a password. */
  openAccount: {
    method: 'POST',
    path: '/people/:home/:person/account',
    titleKey: 'signIn.openAccount',
    access: { permission: 'signIn.openAccount', at: { area: 'params.home' } },
    params: personParams,
    response: z.object({ token: z.string() }),
    errors: ['signIn.accountMissing'],
  },
} as const;
